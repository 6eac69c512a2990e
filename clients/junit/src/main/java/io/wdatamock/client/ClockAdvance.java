package io.wdatamock.client;

import java.time.Duration;

/** How far to set a clock on. */
record ClockAdvance(Duration by) {}
