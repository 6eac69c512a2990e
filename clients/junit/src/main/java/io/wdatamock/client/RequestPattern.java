package io.wdatamock.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a test expects to have been requested; what is absent is met by every request. {@link WdataMockDsl} makes them.
 *
 * @param connectionId met by a batch that names it in any entry
 * @param bodyContains what the body must contain, in a batch any of its entries: objects as subsets, arrays whole and
 *     in order, numbers by value
 * @param count how often; absent: at least once
 * @param isPending {@code pending} in JSON: whether the connection may be one that is yet to come; absent: no, and the server refuses the question
 */
public record RequestPattern(
        @Nullable Operation operation,
        @Nullable String connectionId,
        @Nullable Integer status,
        @Nullable Object bodyContains,
        @Nullable Count count,
        @JsonProperty("pending") @Nullable Boolean isPending) {

    static RequestPattern of(@Nullable Operation operation, @Nullable String connectionId) {
        return new RequestPattern(operation, connectionId, null, null, null, null);
    }

    /** The same with this answer. */
    public RequestPattern answered(int wanted) {
        return new RequestPattern(operation, connectionId, wanted, bodyContains, count, isPending);
    }

    /** The same with a body that contains this. */
    public RequestPattern withBody(Map<String, ?> part) {
        return new RequestPattern(operation, connectionId, status, part, count, isPending);
    }

    /** The same so often. */
    public RequestPattern times(Count wanted) {
        return new RequestPattern(operation, connectionId, status, bodyContains, wanted, isPending);
    }

    /** The same of a connection that is yet to come, which is refused otherwise as a slip. */
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
