package io.wdatamock.client;

import io.wdatamock.time.ClockMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The request to change a clock; nulls are not changed. */
record ClockChange(@Nullable ClockMode mode, @Nullable Instant now) {}
