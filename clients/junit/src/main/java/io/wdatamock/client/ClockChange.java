package io.wdatamock.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What to change of a clock; what is absent stays. */
record ClockChange(@Nullable ClockMode mode, @Nullable Instant now) {}
