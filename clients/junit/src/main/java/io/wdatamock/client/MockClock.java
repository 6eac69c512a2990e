package io.wdatamock.client;

import io.wdatamock.lifecycle.Stage;
import io.wdatamock.sandbox.ClockAdvance;
import io.wdatamock.sandbox.ClockChange;
import io.wdatamock.sandbox.ClockReading;
import io.wdatamock.sandbox.ClockUntil;
import io.wdatamock.time.ClockMode;
import java.time.Duration;
import java.time.Instant;

/** The clock of a sandbox, on which statuses, tokens and the rate limit depend. Each change returns the new reading. */
public final class MockClock {

    private static final String PATH = "/__mock/clock";

    private final ControlApi api;

    MockClock(ControlApi api) {
        this.api = api;
    }

    /** The current reading. */
    public ClockReading read() {
        return api.get(PATH, ClockReading.class);
    }

    /** Stops the clock. */
    public ClockReading freeze() {
        return change(new ClockChange(ClockMode.FROZEN, null, null));
    }

    /** Stops the clock at {@code now}, which must not be earlier than anything that the sandbox has recorded. */
    public ClockReading freeze(Instant now) {
        return change(new ClockChange(ClockMode.FROZEN, now, null));
    }

    /** Sets the clock to {@code now}, which must not be earlier than anything that the sandbox has recorded. */
    public ClockReading set(Instant now) {
        return change(new ClockChange(null, now, null));
    }

    /** Advances the clock by a duration that is not negative. */
    public ClockReading advance(Duration by) {
        return advance(new ClockAdvance(by, null, null));
    }

    /** Advances the clock to the next instant at which it moves a run; the server rejects this if it moves none. */
    public ClockReading advanceToNextChange() {
        return advance(new ClockAdvance(null, ClockAdvance.Target.NEXT_CHANGE, null));
    }

    /**
     * Advances the clock until the newest active run of the connection is in {@code stage}. The clock stays if the run
     * is already there or beyond. The server rejects a stage that time alone never brings, because the run stalls or
     * waits for polls or the test.
     */
    public ClockReading advanceUntil(String connectionId, Stage stage) {
        return advance(new ClockAdvance(null, null, new ClockUntil(connectionId, null, stage)));
    }

    /** Advances the clock until the run with this ID is in {@code stage}, as {@link #advanceUntil} does. */
    public ClockReading advanceRunUntil(String jobId, Stage stage) {
        return advance(new ClockAdvance(null, null, new ClockUntil(null, jobId, stage)));
    }

    /** Starts the clock from its current reading. A clock that was frozen runs at the speed of real time. */
    public ClockReading run() {
        return change(new ClockChange(ClockMode.RUNNING, null, null));
    }

    /** Starts the clock from its current reading, at {@code rate} times the speed of real time, from 0.1 to 10,000. */
    public ClockReading run(double rate) {
        return change(new ClockChange(ClockMode.RUNNING, null, rate));
    }

    /** Starts the clock from real time, or from the newest recorded instant if that is later. */
    public ClockReading release() {
        return api.delete(PATH, ClockReading.class);
    }

    private ClockReading advance(ClockAdvance target) {
        return api.post(PATH + "/advance", target, ClockReading.class);
    }

    private ClockReading change(ClockChange change) {
        return api.put(PATH, change, ClockReading.class);
    }
}
