package io.wdatamock.client;

import io.wdatamock.sandbox.ClockReading;
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
        return change(new ClockChange(ClockMode.FROZEN, null));
    }

    /** Stops the clock at {@code now}, which must not be earlier than anything that the sandbox has recorded. */
    public ClockReading freeze(Instant now) {
        return change(new ClockChange(ClockMode.FROZEN, now));
    }

    /** Sets the clock to {@code now}, which must not be earlier than anything that the sandbox has recorded. */
    public ClockReading set(Instant now) {
        return change(new ClockChange(null, now));
    }

    /** Advances the clock by a duration that is not negative. */
    public ClockReading advance(Duration by) {
        return api.post(PATH + "/advance", new ClockAdvance(by), ClockReading.class);
    }

    /** Starts the clock from its current reading. */
    public ClockReading run() {
        return change(new ClockChange(ClockMode.RUNNING, null));
    }

    /** Starts the clock from real time, or from the newest recorded instant if that is later. */
    public ClockReading release() {
        return api.delete(PATH, ClockReading.class);
    }

    private ClockReading change(ClockChange change) {
        return api.put(PATH, change, ClockReading.class);
    }
}
