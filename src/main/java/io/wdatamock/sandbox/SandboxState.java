package io.wdatamock.sandbox;

import io.wdatamock.auth.Tokens;
import io.wdatamock.connection.Connection;
import io.wdatamock.connection.ConnectionRepository;
import io.wdatamock.events.Change;
import io.wdatamock.events.Event;
import io.wdatamock.events.Events;
import io.wdatamock.fault.Faults;
import io.wdatamock.fault.ReleaseReason;
import io.wdatamock.journal.Explanation;
import io.wdatamock.memory.Evictable;
import io.wdatamock.memory.MemoryAccount;
import io.wdatamock.refresh.OperationContext;
import io.wdatamock.refresh.Refreshes;
import io.wdatamock.time.MockClock;
import io.wdatamock.time.SeededRandom;
import io.wdatamock.wire.ApiException;
import io.wdatamock.wire.VendorOperation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The current state of a sandbox. Accessed only within {@link Sandbox#atomically}. */
public final class SandboxState {

    private final InstantSource realTime;
    private final SeededRandom draws;
    private final ConnectionRepository connections;
    private final Refreshes refreshes;
    private final Tokens tokens;
    private final Faults faults;
    private final Events events;
    private final MemoryAccount account;
    private Settings settings;
    private MockClock clock;
    private final RateLimits rateLimits;
    private long settingsSize;
    private boolean ended;

    /**
     * Creates the current state from a stored one, and publishes its changes.
     *
     * @param shared whether other sandboxes share its connections and settings, which then count little
     */
    SandboxState(
            String name,
            StateSnapshot state,
            InstantSource realTime,
            Events events,
            MemoryAccount account,
            boolean shared) {
        this.realTime = realTime;
        this.events = events;
        this.account = account;
        this.clock = state.clock(realTime.instant());
        this.settings = state.settings();
        this.draws = new SeededRandom(state.draws());
        this.connections = new ConnectionRepository(shared ? state.connections() : List.of(), account);
        if (!shared) {
            connections.restore(state.connections());
        }
        this.settingsSize = shared ? 0 : Settings.size(settings);
        account.add(settingsSize);
        this.refreshes = new Refreshes(connections, draws, state.refreshes(), now(), events, account.part());
        this.tokens = new Tokens(name, draws, state.tokens(), account.part());
        this.faults = new Faults(state.faults(), draws, account);
        this.rateLimits = new RateLimits(state.rateLimiters());
    }

    /** Returns the time of the sandbox's clock, in milliseconds. */
    public Instant now() {
        return clock.at(realTime.instant()).truncatedTo(ChronoUnit.MILLIS);
    }

    public MockClock clock() {
        return clock;
    }

    ClockReading clockReading() {
        return new ClockReading(now(), clock.mode(), clock.rate() == 1 ? null : clock.rate());
    }

    /** Returns the event that reports the clock to viewers. */
    Change clockEvent() {
        ClockReading reading = clockReading();
        return () -> Stream.of(new Event("clock", reading));
    }

    public void setClock(MockClock other) {
        Instant before = now();
        clock = other;
        if (events.hasSubscribers()) {
            events.publish(clockEvent());
        }
        refreshes.control().clockSet(before, now());
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
        long size = Settings.size(other);
        account.requireRoom(size - settingsSize);
        account.add(size - settingsSize);
        settingsSize = size;
        settings = other;
    }

    /** Returns the context of an operation that this client calls now. */
    public OperationContext context(String client, Explanation explanation) {
        return new OperationContext(now(), client, settings.overlap(), settings.defaultScript(), explanation);
    }

    /**
     * Counts a request against the rate limit; throws 429 if it is exceeded.
     *
     * @param connectionId the connection in the path, whose workspace is counted; requests without a known
     *     connection are counted together
     */
    public void checkRateLimit(VendorOperation operation, Optional<String> connectionId) {
        RateLimit limit = settings.rateLimit();
        if (limit == null) {
            return;
        }
        String workspace = connectionId
                .flatMap(connections::find)
                .map(Connection::workspaceId)
                .orElse("");
        Duration wait = rateLimits.count(limit, operation, workspace, now());
        if (!wait.isZero()) {
            throw ApiException.tooManyRequests(
                    "This sandbox takes %s; wait as long as Retry-After says".formatted(limit), wait);
        }
    }

    /** Returns this state as a value. */
    StateSnapshot snapshot() {
        return new StateSnapshot(
                now(),
                clock.mode(),
                clockReading().rate(),
                settings,
                connections.all().toList(),
                refreshes.control().state(),
                tokens.all(),
                faults.all(),
                draws.state(),
                rateLimits.state());
    }

    Instant realTime() {
        return realTime.instant();
    }

    /** Throws 503 if a reset has replaced this state. */
    void requireAlive() {
        if (ended) {
            throw ApiException.unavailable(
                    "The sandbox was reset or deleted during this request, which had no effect; send it again");
        }
    }

    /** Marks this state as replaced and releases its waiting requests. */
    void end() {
        ended = true;
        faults.end(ReleaseReason.SANDBOX_ENDED);
        account.close();
    }

    /** Returns the retained bytes. */
    long bytes() {
        return account.bytes();
    }

    /** Returns the parts that eviction can shrink. */
    List<Evictable> evictable() {
        return List.of(refreshes.evictable(now()), tokens);
    }

    /** Releases waiting requests on shutdown. */
    void stop() {
        faults.end(ReleaseReason.SERVER);
    }
}
