package io.wdatamock.sandbox;

import io.wdatamock.lifecycle.Stage;
import io.wdatamock.time.ClockMode;
import io.wdatamock.time.MockClock;
import io.wdatamock.time.Rfc3339;
import io.wdatamock.wire.ApiException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads and sets the clock of a sandbox. It rejects times before the newest one that the sandbox has recorded. */
public final class ClockControl {

    /** A duration longer than the range of instants, and short enough to be added to any of them. */
    private static final Duration LONGEST = Duration.ofDays(10_000 * 366);

    private static final double MIN_RATE = 0.1;
    private static final double MAX_RATE = 10_000;

    private final SandboxState state;

    public ClockControl(SandboxState state) {
        this.state = state;
    }

    /** Returns the time, mode and rate of the clock. */
    public ClockReading read() {
        return state.clockReading();
    }

    /**
     * Sets mode, time and rate; null keeps the current value. Throws 409 for a time before the newest recorded one, and
     * 400 for a rate out of range or of a frozen clock.
     */
    public ClockReading set(@Nullable ClockMode mode, @Nullable Instant now, @Nullable Double rate) {
        ClockMode wantedMode = Objects.requireNonNullElse(mode, state.clock().mode());
        requireRate(rate, wantedMode);
        Instant wanted = Objects.requireNonNullElse(now, state.now());
        if (!Rfc3339.canWrite(wanted)) {
            throw ApiException.badRequest("now", "now was %s, but must be %s".formatted(wanted, Rfc3339.RULE));
        }
        Instant newest = state.snapshot().newestInstant();
        if (wanted.isBefore(newest)) {
            throw ApiException.conflict(
                    "now",
                    "now was %s, but the sandbox has recorded something at %s; set a later time or reset the sandbox"
                            .formatted(wanted, newest));
        }
        return change(
                wantedMode,
                wanted,
                Objects.requireNonNullElse(rate, state.clock().rate()));
    }

    static boolean isAllowed(double rate) {
        return rate >= MIN_RATE && rate <= MAX_RATE;
    }

    private static void requireRate(@Nullable Double rate, ClockMode mode) {
        if (rate == null) {
            return;
        }
        if (!isAllowed(rate)) {
            throw ApiException.badRequest("rate", "rate was %s, but must be from 0.1 to 10000".formatted(rate));
        }
        if (mode == ClockMode.FROZEN) {
            throw ApiException.badRequest(
                    "rate", "rate was %s, but a frozen clock has none; add \"mode\": \"running\"".formatted(rate));
        }
    }

    /** Moves the clock forward by a duration that is not negative. */
    public ClockReading advance(Duration by) {
        if (by.isNegative()) {
            throw ApiException.badRequest("by", "by was %s, but must not be negative".formatted(by));
        }
        Instant now = state.now();
        if (by.compareTo(LONGEST) > 0 || !Rfc3339.canWrite(now.plus(by))) {
            throw ApiException.badRequest(
                    "by", "by was %s, which leads beyond the year 9999; advance less".formatted(by));
        }
        return moveTo(now.plus(by));
    }

    /** Moves the clock to the next instant at which it moves a run; throws 409 if it moves none. */
    public ClockReading advanceToNextChange() {
        return advanceTo("to", state.refreshes().control().nextChange(state.now()));
    }

    /**
     * Moves the clock to the instant at which a run reaches a stage, by default the newest active run of the connection.
     * The clock stays if the run is there already or beyond it. Throws 409 if the clock never brings the run there, and
     * 404 if there is no such run or connection.
     */
    public ClockReading advanceUntil(Stage stage, @Nullable String connectionId, @Nullable String jobId) {
        if (connectionId != null) {
            state.connections().get(connectionId, "connectionId");
        }
        return advanceTo("until", state.refreshes().control().reaching(stage, connectionId, jobId, state.now()));
    }

    private ClockReading advanceTo(String target, Instant later) {
        if (!Rfc3339.canWrite(later)) {
            throw ApiException.conflict(
                    target, "The run changes at %s, but the clock must be %s".formatted(later, Rfc3339.RULE));
        }
        return moveTo(later);
    }

    /** Returns the clock to real time, or to the newest recorded time if that is later, and lets it run. */
    public ClockReading release() {
        Instant newest = state.snapshot().newestInstant();
        Instant real = state.realTime();
        return change(ClockMode.RUNNING, newest.isAfter(real) ? newest : real, 1);
    }

    private ClockReading moveTo(Instant now) {
        return change(state.clock().mode(), now, state.clock().rate());
    }

    private ClockReading change(ClockMode mode, Instant now, double rate) {
        state.setClock(MockClock.of(mode, now, state.realTime(), rate));
        return read();
    }
}
