package io.wdatamock.client;

import java.time.Instant;

/** What a sandbox's clock shows, and whether it runs. */
public record ClockReading(Instant now, ClockMode mode) {}
