package io.wdatamock.sandbox;

import io.wdatamock.events.Change;
import io.wdatamock.events.Event;
import io.wdatamock.time.MockClock;
import java.time.Instant;
import java.util.stream.Stream;

/** The time and the mode of a sandbox's clock. */
public record ClockReading(Instant now, MockClock.Mode mode) {

    /** Returns the event that reports this reading to viewers. */
    Change toEvent() {
        return () -> Stream.of(new Event("clock", this));
    }
}
