package io.wdatamock.journal;

import java.time.Duration;

/**
 * Two consecutive matching requests that are too close or too far apart.
 *
 * @param first the {@code seq} of the earlier request
 * @param second the {@code seq} of the later request
 * @param distance the time from one arrival to the other, by the sandbox's clock
 */
public record Violation(long first, long second, Duration distance, String message) {}
