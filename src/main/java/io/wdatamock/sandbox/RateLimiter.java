package io.wdatamock.sandbox;

import io.wdatamock.time.Rfc3339;
import java.time.Duration;
import java.time.Instant;

/**
 * Spaces requests evenly, with a second's worth of them at once: the generic cell rate algorithm, whose whole state is
 * the instant at which the next request would be on time.
 */
record RateLimiter(Instant onTime) {

    private static final Duration BURST = Duration.ofSeconds(1);

    /** A limiter that has seen no request, whatever the sandbox's clock shows. */
    static final RateLimiter IDLE = new RateLimiter(Rfc3339.FIRST);

    /** How long a request must wait at {@code now} under a limit of requests per second; zero if it may go ahead. */
    Duration wait(int perSecond, Instant now) {
        Duration spacing = spacing(perSecond);
        // not quite a second where it does not divide evenly, so that the remainders never add up to one more request
        Duration burst = spacing.multipliedBy(perSecond);
        Instant earliest = onTime(now).plus(spacing).minus(burst);
        return earliest.isAfter(now) ? Duration.between(now, earliest) : Duration.ZERO;
    }

    /** This limiter after a request that went ahead at {@code now}. */
    RateLimiter after(int perSecond, Instant now) {
        return new RateLimiter(onTime(now).plus(spacing(perSecond)));
    }

    /** The state as it counts at {@code now}: never in the past, and never further ahead than a clock set back allows. */
    private Instant onTime(Instant now) {
        Instant latest = now.plus(BURST);
        if (onTime.isBefore(now)) {
            return now;
        }
        return onTime.isAfter(latest) ? latest : onTime;
    }

    private static Duration spacing(int perSecond) {
        return BURST.dividedBy(perSecond);
    }
}
