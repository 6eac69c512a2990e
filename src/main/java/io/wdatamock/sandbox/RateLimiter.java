package io.wdatamock.sandbox;

import io.wdatamock.time.Rfc3339;
import java.time.Duration;
import java.time.Instant;

/**
 * Spaces requests evenly, with as many of them at once as one period allows: the generic cell rate algorithm, whose whole state is
 * the instant at which the next request would be on time.
 */
record RateLimiter(Instant onTime) {

    /** A limiter that has seen no request, whatever the sandbox's clock shows. */
    static final RateLimiter IDLE = new RateLimiter(Rfc3339.FIRST);

    /** How long a request must wait at {@code now} under a limit; zero if it may go ahead. */
    Duration wait(RateLimit limit, Instant now) {
        Duration spacing = spacing(limit);
        // not quite the period where it does not divide evenly, so that the remainders never add up to one more request
        Duration burst = spacing.multipliedBy(limit.requests());
        Instant earliest = onTime(limit, now).plus(spacing).minus(burst);
        return earliest.isAfter(now) ? Duration.between(now, earliest) : Duration.ZERO;
    }

    /** This limiter after a request that went ahead at {@code now}. */
    RateLimiter after(RateLimit limit, Instant now) {
        return new RateLimiter(onTime(limit, now).plus(spacing(limit)));
    }

    /** Whether forgetting this limiter changes nothing. */
    boolean isIdle(Instant now) {
        return !onTime.isAfter(now);
    }

    /** The state as it counts at {@code now}: never in the past, and never further ahead than a clock set back allows. */
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
