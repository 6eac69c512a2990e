package io.wdatamock.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Duration;

/**
 * How many requests are served in a period.
 *
 * @param requests from 1 to 100,000
 * @param per from a second to a day
 * @param by which requests are counted together
 */
public record RateLimit(int requests, Duration per, RateLimitScope by) {

    @JsonCreator
    public RateLimit {}

    /** So many requests per second, all of a sandbox counted together; the server shows them as a number alone. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static RateLimit perSecond(int requests) {
        return new RateLimit(requests, Duration.ofSeconds(1), RateLimitScope.SANDBOX);
    }

    /** So many requests per minute for each operation of a workspace, as the vendor counts. */
    public static RateLimit perMinuteAndOperation(int requests) {
        return new RateLimit(requests, Duration.ofMinutes(1), RateLimitScope.OPERATION);
    }
}
