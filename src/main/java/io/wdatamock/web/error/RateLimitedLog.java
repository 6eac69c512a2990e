package io.wdatamock.web.error;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;

/**
 * Writes at most {@link #MAX_PER_MINUTE} lines per minute and counts the others. Their number precedes the first line
 * after the minute. Thread-safe.
 */
public final class RateLimitedLog {

    /** Enough to diagnose a problem, and too few for a client to flood the log. */
    static final int MAX_PER_MINUTE = 10;

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Logger log;
    private final InstantSource realTime;
    private Instant windowEnd = Instant.MIN;
    private int written;
    private long suppressed;

    public RateLimitedLog(Logger log, InstantSource realTime) {
        this.log = log;
        this.realTime = realTime;
    }

    public synchronized void info(String format, Object... arguments) {
        Instant now = realTime.instant();
        if (!now.isBefore(windowEnd)) {
            reportSuppressed();
            windowEnd = now.plus(WINDOW);
            written = 0;
        }
        if (written < MAX_PER_MINUTE) {
            written++;
            log.info(format, arguments);
        } else {
            suppressed++;
        }
    }

    private void reportSuppressed() {
        if (suppressed > 0) {
            log.info("{} more were suppressed, as only {} lines a minute are written", suppressed, MAX_PER_MINUTE);
            suppressed = 0;
        }
    }
}
