package io.wdatamock.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.wdatamock.config.RateLimitScope;
import java.time.Duration;

/**
 * The number of requests that the server accepts in a period.
 *
 * @param requests from 1 to 100,000
 * @param per from a second to a day
 * @param by the scope within which requests are counted
 */
public record RateLimit(int requests, Duration per, RateLimitScope by) {

    @JsonCreator
    public RateLimit {}

    /** A limit per second, from 1 to 100,000, for all requests of a sandbox. The server represents it as a number. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static RateLimit perSecond(int requests) {
        return new RateLimit(requests, Duration.ofSeconds(1), RateLimitScope.SANDBOX);
    }

    /** A limit per minute, from 1 to 100,000, for each operation of a workspace, as the vendor counts. */
    public static RateLimit perMinuteAndOperation(int requests) {
        return new RateLimit(requests, Duration.ofMinutes(1), RateLimitScope.OPERATION);
    }
}
