package io.wdatamock.client;

import java.time.Duration;

/** The request to advance a clock. */
record ClockAdvance(Duration by) {}
