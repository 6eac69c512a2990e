package io.wdatamock.sandbox;

import io.wdatamock.auth.Tokens;
import io.wdatamock.connection.Connection;
import io.wdatamock.connection.ConnectionRepository;
import io.wdatamock.explanation.Explanation;
import io.wdatamock.fault.Fault;
import io.wdatamock.fault.Faults;
import io.wdatamock.random.Draws;
import io.wdatamock.refresh.Call;
import io.wdatamock.refresh.Refreshes;
import io.wdatamock.time.MockClock;
import io.wdatamock.wire.ApiException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;

/** Everything that is in a sandbox. Only to be touched from within {@link Sandbox#atomically}. */
public final class World {

    private final InstantSource realTime;
    private final ConnectionRepository connections;
    private final Refreshes refreshes;
    private final Tokens tokens;
    private final Faults faults;
    private Settings settings;
    private MockClock clock = MockClock.REAL_TIME;
    private RateLimiter rateLimiter = RateLimiter.IDLE;

    World(
            String name,
            Settings settings,
            Collection<Connection> connections,
            Collection<Fault> faults,
            Draws draws,
            InstantSource realTime) {
        this.realTime = realTime;
        this.settings = settings;
        this.connections = new ConnectionRepository(connections);
        this.refreshes = new Refreshes(this.connections, draws);
        this.tokens = new Tokens(name, draws);
        this.faults = new Faults(faults, draws);
    }

    /** What the sandbox's clock shows, to the millisecond. */
    public Instant now() {
        return clock.at(realTime.instant()).truncatedTo(ChronoUnit.MILLIS);
    }

    public MockClock clock() {
        return clock;
    }

    public void setClock(MockClock other) {
        clock = other;
    }

    public ConnectionRepository connections() {
        return connections;
    }

    public Refreshes refreshes() {
        return refreshes;
    }

    public Tokens tokens() {
        return tokens;
    }

    public Faults faults() {
        return faults;
    }

    public Settings settings() {
        return settings;
    }

    public void setSettings(Settings other) {
        settings = other;
    }

    /** The circumstances of an operation that this client calls now. */
    public Call call(String client, Explanation explanation) {
        return new Call(now(), client, settings.overlap(), settings.defaultScript(), explanation);
    }

    /** Counts a request against the rate limit, or refuses it with 429. */
    public void takeTurn() {
        Integer limit = settings.rateLimit();
        if (limit == null) {
            return;
        }
        Duration wait = rateLimiter.wait(limit, now());
        if (!wait.isZero()) {
            throw ApiException.tooManyRequests(
                    "This sandbox takes %d requests per second; wait as long as Retry-After says".formatted(limit),
                    wait);
        }
        rateLimiter = rateLimiter.after(limit, now());
    }
}
