package io.wdatamock.auth;

import io.wdatamock.memory.Sizes;
import java.time.Instant;

/**
 * An access token that a sandbox has issued.
 *
 * @param value the bearer token
 * @param clientId the client that requested it
 * @param scope the scope that it was requested for
 * @param issued the instant of issue
 * @param expires the first instant at which it is expired
 */
public record AccessToken(String value, String clientId, String scope, Instant issued, Instant expires) {

    /** The memory of a token without its texts, in bytes. */
    private static final long OVERHEAD = 400;

    /** Returns the estimated memory in bytes. */
    long size() {
        return size(clientId, scope);
    }

    static long size(String clientId, String scope) {
        return OVERHEAD + Sizes.of(clientId) + Sizes.of(scope);
    }
}
