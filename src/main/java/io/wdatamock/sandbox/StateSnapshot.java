package io.wdatamock.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.wdatamock.auth.AccessToken;
import io.wdatamock.connection.Connection;
import io.wdatamock.fault.ActiveFault;
import io.wdatamock.refresh.RefreshState;
import io.wdatamock.time.ClockMode;
import io.wdatamock.time.MockClock;
import io.wdatamock.time.SeededRandom;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The state of a sandbox as a value.
 *
 * @param now the time of its clock
 * @param rate how many seconds pass on its clock in a second of real time; null: one
 */
record StateSnapshot(
        Instant now,
        ClockMode mode,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double rate,
        Settings settings,
        List<Connection> connections,
        RefreshState refreshes,
        List<AccessToken> tokens,
        List<ActiveFault> faults,
        SeededRandom.State draws,
        Map<String, RateLimiter> rateLimiters) {

    StateSnapshot {
        connections = List.copyOf(connections);
        tokens = List.copyOf(tokens);
        faults = List.copyOf(faults);
        rateLimiters = Collections.unmodifiableMap(new TreeMap<>(rateLimiters));
    }

    /** Returns the clock at the real time {@code real}. */
    MockClock clock(Instant real) {
        return MockClock.of(mode, now, real, rate == null ? 1 : rate);
    }

    /** Returns this state at another time of its clock. */
    StateSnapshot at(Instant other) {
        return new StateSnapshot(
                other, mode, rate, settings, connections, refreshes, tokens, faults, draws, rateLimiters);
    }

    /**
     * Returns the newest recorded instant: the start or transition of a run, the start of a batch, or the issue of a
     * token.
     */
    Instant newestInstant() {
        Instant newestToken =
                tokens.stream().map(AccessToken::issued).max(Instant::compareTo).orElse(Instant.MIN);
        Instant newestRefresh = refreshes.newestInstant();
        return newestToken.isAfter(newestRefresh) ? newestToken : newestRefresh;
    }
}
