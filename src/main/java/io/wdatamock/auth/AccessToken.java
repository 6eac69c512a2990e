package io.wdatamock.auth;

import io.wdatamock.memory.Sizes;
import java.time.Instant;

/**
 * A token that a sandbox has issued.
 *
 * @param value what the client sends as bearer token
 * @param clientId the client it was issued to
 * @param scope the scope it was issued for
 * @param issued from when on it is good
 * @param expires the first instant at which it is not good any more
 */
public record AccessToken(String value, String clientId, String scope, Instant issued, Instant expires) {

    /** The token, its instants, its own value, and its place among the others. */
    private static final long OVERHEAD = 400;

    /** About how many bytes of memory it takes. */
    long size() {
        return size(clientId, scope);
    }

    static long size(String clientId, String scope) {
        return OVERHEAD + Sizes.of(clientId) + Sizes.of(scope);
    }
}
