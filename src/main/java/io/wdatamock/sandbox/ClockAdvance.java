package io.wdatamock.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far to move the clock forward; exactly one component is required.
 *
 * @param by a non-negative duration such as {@code 5s} or {@code PT5S}
 * @param to the next instant at which the clock moves a run
 * @param until the instant at which the clock brings a run to a stage
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClockAdvance(
        @Nullable Duration by,
        @Nullable Target to,
        @Nullable ClockUntil until) {

    /** An instant that the server determines. */
    public enum Target {
        /** The next transition of a run that the clock causes. */
        NEXT_CHANGE;

        @JsonValue
        @Override
        public String toString() {
            return "nextChange";
        }
    }
}
