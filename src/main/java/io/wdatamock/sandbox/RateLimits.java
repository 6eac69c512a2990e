package io.wdatamock.sandbox;

import io.wdatamock.config.RateLimitScope;
import io.wdatamock.wire.VendorOperation;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The limiters of one sandbox. Not thread-safe: guarded by the sandbox's lock. */
final class RateLimits {

    /** The number of limiters above which idle ones are removed. */
    private static final int MANY = 1_000;

    private static final String WHOLE_SANDBOX = "";

    private final Map<String, RateLimiter> limiters;

    RateLimits(Map<String, RateLimiter> state) {
        this.limiters = new HashMap<>(state);
    }

    /** Counts a request and returns zero, or returns how long it must wait without counting it. */
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

    /** Returns the limiters by the requests that they count. */
    Map<String, RateLimiter> state() {
        return Map.copyOf(limiters);
    }
}
