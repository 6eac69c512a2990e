package io.wdatamock.client;

import java.time.Duration;
import java.time.Instant;

/** The clock of a sandbox, which statuses, the age of tokens and the rate limit obey. Each change returns it as it is now. */
public final class MockClock {

    private static final String PATH = "/__mock/clock";

    private final ControlApi api;

    MockClock(ControlApi api) {
        this.api = api;
    }

    /** What it shows. */
    public ClockReading read() {
        return api.get(PATH, ClockReading.class);
    }

    /** Lets it stand still. */
    public ClockReading freeze() {
        return change(new ClockChange(ClockMode.FROZEN, null));
    }

    /** Lets it stand still at {@code now}, which must not be before something on record. */
    public ClockReading freeze(Instant now) {
        return change(new ClockChange(ClockMode.FROZEN, now));
    }

    /** Sets it, running or not, to {@code now}, which must not be before something on record. */
    public ClockReading set(Instant now) {
        return change(new ClockChange(null, now));
    }

    /** Sets it on, running or not, by a duration that is not negative. */
    public ClockReading advance(Duration by) {
        return api.post(PATH + "/advance", new ClockAdvance(by), ClockReading.class);
    }

    /** Lets it run on from what it shows. */
    public ClockReading run() {
        return change(new ClockChange(ClockMode.RUNNING, null));
    }

    /** Lets it run on from real time, or from the newest record if that is later. */
    public ClockReading release() {
        return api.delete(PATH, ClockReading.class);
    }

    private ClockReading change(ClockChange change) {
        return api.put(PATH, change, ClockReading.class);
    }
}
