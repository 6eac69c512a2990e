package io.wdatamock.client;

import java.time.Instant;

/** The instant of a sandbox's clock, and whether the clock runs. */
public record ClockReading(Instant now, ClockMode mode) {}
