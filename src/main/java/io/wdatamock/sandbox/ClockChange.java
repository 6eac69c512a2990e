package io.wdatamock.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.wdatamock.time.ClockMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of the clock; a null component stays as it is.
 *
 * @param mode whether the clock runs or stands still
 * @param now the time to show
 * @param rate how many seconds pass on a running clock in a second of real time, from 0.1 to 10,000
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClockChange(
        @Nullable ClockMode mode,
        @Nullable Instant now,
        @Nullable Double rate) {}
