package io.wdatamock.sandbox;

import io.wdatamock.lifecycle.Stage;
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

    private final SandboxState state;

    public ClockControl(SandboxState state) {
        this.state = state;
    }

    /** Returns the time and mode of the clock. */
    public ClockReading read() {
        return new ClockReading(state.now(), state.clock().mode());
    }

    /** Sets mode and time; null keeps the current value. Throws 409 for a time before the newest recorded one. */
    public ClockReading set(MockClock.@Nullable Mode mode, @Nullable Instant now) {
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
        return change(Objects.requireNonNullElse(mode, state.clock().mode()), wanted);
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
        return change(state.clock().mode(), now.plus(by));
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
        return change(state.clock().mode(), later);
    }

    /** Returns the clock to real time, or to the newest recorded time if that is later, and lets it run. */
    public ClockReading release() {
        Instant newest = state.snapshot().newestInstant();
        Instant real = state.realTime();
        return change(MockClock.Mode.RUNNING, newest.isAfter(real) ? newest : real);
    }

    private ClockReading change(MockClock.Mode mode, Instant now) {
        state.setClock(mode.from(now, state.realTime()));
        return read();
    }
}
