package io.wdatamock.sandbox;

import io.wdatamock.config.RateLimitScope;
import io.wdatamock.wire.VendorOperation;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Counts the requests of one sandbox against its rate limit. Not thread-safe: the sandbox's lock guards it. */
final class RateLimits {

    /** With more limiters than this, those that have nothing to remember are dropped. */
    private static final int MANY = 1_000;

    private static final String WHOLE_SANDBOX = "";

    private final Map<String, RateLimiter> limiters;

    RateLimits(Map<String, RateLimiter> state) {
        this.limiters = new HashMap<>(state);
    }

    /** Counts a request and returns zero, or returns how long it has to wait and does not count it. */
    Duration count(RateLimit limit, VendorOperation operation, String workspace, Instant now) {
        String key = limit.by() == RateLimitScope.OPERATION ? operation + " " + workspace : WHOLE_SANDBOX;
        RateLimiter limiter = limiters.getOrDefault(key, RateLimiter.IDLE);
        Duration wait = limiter.wait(limit, now);
        if (wait.isZero()) {
            if (limiters.size() >= MANY) {
                limiters.values().removeIf(other -> other.isIdle(now));
            }
            limiters.put(key, limiter.after(limit, now));
        }
        return wait;
    }

    /** The limiters by what they count, as a value. */
    Map<String, RateLimiter> state() {
        return Map.copyOf(limiters);
    }
}
