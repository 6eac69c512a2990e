package io.wdatamock.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.wdatamock.events.Change;
import io.wdatamock.events.Event;
import io.wdatamock.time.MockClock;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The time and the mode of a sandbox's clock.
 *
 * @param rate how many seconds pass in a second of real time; null: one, or none of a frozen clock
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClockReading(
        Instant now, MockClock.Mode mode, @Nullable Double rate) {

    static ClockReading of(MockClock clock, Instant now) {
        return new ClockReading(now, clock.mode(), clock.rate() == 1 ? null : clock.rate());
    }

    /** Returns the event that reports this reading to viewers. */
    Change toEvent() {
        return () -> Stream.of(new Event("clock", this));
    }
}
