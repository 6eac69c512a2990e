package io.wdatamock.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.wdatamock.time.ClockMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time and the mode of a sandbox's clock.
 *
 * @param rate how many seconds pass in a second of real time; null: one, or none of a frozen clock
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClockReading(
        Instant now, ClockMode mode, @Nullable Double rate) {}
