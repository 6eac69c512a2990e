package io.wdatamock.sandbox;

import io.wdatamock.time.Rfc3339;
import java.time.Duration;
import java.time.Instant;

/**
 * Limits requests by the generic cell rate algorithm: evenly spaced, with bursts of one period. Its state is the
 * instant at which the next request would be on time.
 */
record RateLimiter(Instant onTime) {

    /** A limiter without requests. */
    static final RateLimiter IDLE = new RateLimiter(Rfc3339.FIRST);

    /** Returns how long a request must wait at {@code now}; zero if it may proceed. */
    Duration wait(RateLimit limit, Instant now) {
        Duration spacing = spacing(limit);
        // slightly less than the period if it does not divide evenly, so that remainders never permit an additional
        // request
        Duration burst = spacing.multipliedBy(limit.requests());
        Instant earliest = onTime(limit, now).plus(spacing).minus(burst);
        return earliest.isAfter(now) ? Duration.between(now, earliest) : Duration.ZERO;
    }

    /** Returns this limiter after a request that proceeded at {@code now}. */
    RateLimiter after(RateLimit limit, Instant now) {
        return new RateLimiter(onTime(limit, now).plus(spacing(limit)));
    }

    /** Whether removing this limiter has no effect. */
    boolean isIdle(Instant now) {
        return !onTime.isAfter(now);
    }

    /**
     * Returns the state at {@code now}: never in the past, and at most one period ahead, so that a clock that was
     * set back does not block requests.
     */
    private Instant onTime(RateLimit limit, Instant now) {
        Instant latest = now.plus(limit.per());
        if (onTime.isBefore(now)) {
            return now;
        }
        return onTime.isAfter(latest) ? latest : onTime;
    }

    private static Duration spacing(RateLimit limit) {
        return limit.per().dividedBy(limit.requests());
    }
}
