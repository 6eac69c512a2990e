package io.wdatamock.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.wdatamock.journal.Count;
import io.wdatamock.wire.VendorOperation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A pattern for requests of the journal, and the expected number of matches. A null matches every request. Each method
 * returns a copy with one restriction; {@link WdataMockDsl} creates patterns.
 *
 * @param connectionId also matches a batch with an entry for it
 * @param bodyContains what the body, or any entry of a batch, must contain: objects are compared as subsets, arrays as
 *     a whole and in order, numbers by value
 * @param count the expected number of matches; null for at least 1
 * @param isPending {@code pending} in JSON: whether the connection need not exist yet; otherwise the server rejects a
 *     pattern with an unknown connection
 */
public record RequestPattern(
        @Nullable VendorOperation operation,
        @Nullable String connectionId,
        @Nullable Integer status,
        @Nullable Object bodyContains,
        @Nullable Count count,
        @JsonProperty("pending") @Nullable Boolean isPending) {

    static RequestPattern of(@Nullable VendorOperation operation, @Nullable String connectionId) {
        return new RequestPattern(operation, connectionId, null, null, null, null);
    }

    /** Restricts the pattern to responses with this status. */
    public RequestPattern answered(int wanted) {
        return new RequestPattern(operation, connectionId, wanted, bodyContains, count, isPending);
    }

    /** Restricts the pattern to bodies that contain these properties. */
    public RequestPattern withBody(Map<String, ?> part) {
        return new RequestPattern(operation, connectionId, status, part, count, isPending);
    }

    /** Sets the expected number of matches. */
    public RequestPattern times(Count wanted) {
        return new RequestPattern(operation, connectionId, status, bodyContains, wanted, isPending);
    }

    /** Permits a connection that does not exist yet, which the server rejects otherwise. */
    public RequestPattern pending() {
        return new RequestPattern(operation, connectionId, status, bodyContains, count, true);
    }

    @Override
    public String toString() {
        return (operation == null ? "any request" : operation.toString())
                + (connectionId == null ? "" : " of connection \"" + connectionId + "\"")
                + (status == null ? "" : " answered with " + status)
                + (bodyContains == null ? "" : " with a body that contains " + bodyContains)
                + ", " + (count == null ? "at least 1 time" : count.toString());
    }
}
