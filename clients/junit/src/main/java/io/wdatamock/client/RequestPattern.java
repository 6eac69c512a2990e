package io.wdatamock.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.wdatamock.journal.Count;
import io.wdatamock.journal.Spacing;
import io.wdatamock.wire.VendorOperation;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A pattern for requests of the journal, and what is expected of the matching ones. A null matches every request. Each
 * method returns a copy with one restriction; {@link WdataMockDsl} creates patterns.
 *
 * @param connectionId also matches a batch with an entry for it
 * @param bodyContains what the body, or any entry of a batch, must contain: objects are compared as subsets, arrays as
 *     a whole and in order, numbers by value
 * @param isPending {@code pending} in JSON: whether the connection need not exist yet; otherwise the server rejects a
 *     pattern with an unknown connection
 */
public record RequestPattern(
        @Nullable VendorOperation operation,
        @Nullable String connectionId,
        @Nullable Integer status,
        @Nullable Object bodyContains,
        @JsonProperty("pending") @Nullable Boolean isPending,
        @JsonUnwrapped Expectation expected) {

    static RequestPattern of(@Nullable VendorOperation operation, @Nullable String connectionId) {
        return new RequestPattern(operation, connectionId, null, null, null, Expectation.DEFAULT);
    }

    /** Restricts the pattern to responses with this status. */
    public RequestPattern answered(int wanted) {
        return new RequestPattern(operation, connectionId, wanted, bodyContains, isPending, expected);
    }

    /** Restricts the pattern to bodies that contain these properties. */
    public RequestPattern withBody(Map<String, ?> part) {
        return new RequestPattern(operation, connectionId, status, part, isPending, expected);
    }

    /** Permits a connection that does not exist yet, which the server rejects otherwise. */
    public RequestPattern pending() {
        return new RequestPattern(operation, connectionId, status, bodyContains, true, expected);
    }

    /** Sets the expected number of matches. */
    public RequestPattern times(Count wanted) {
        return expecting(expected.times(wanted));
    }

    /** Permits no other requests between those of {@link WdataMockDsl#inOrder}. */
    public RequestPattern strictly() {
        return expecting(expected.strictly());
    }

    /** Sets the expected time between the arrivals of consecutive matches, by the sandbox's clock. */
    public RequestPattern spaced(Spacing wanted) {
        return expecting(expected.spaced(wanted));
    }

    /** Expects that a match after a response with {@code Retry-After} comes no sooner, by the sandbox's clock. */
    public RequestPattern afterRetryAfter() {
        return expecting(expected.respectingRetryAfter());
    }

    /** Waits up to 5 minutes of real time until the expectation is satisfied, like {@link WdataMock#await}. */
    public RequestPattern within(Duration limit) {
        return expecting(expected.within(limit));
    }

    /**
     * Expects that the expectation stays satisfied for up to 5 minutes of real time, like {@link
     * WdataMock#verifyDuring}.
     */
    public RequestPattern during(Duration time) {
        return expecting(expected.during(time));
    }

    private RequestPattern expecting(Expectation other) {
        return new RequestPattern(operation, connectionId, status, bodyContains, isPending, other);
    }

    /** Describes the matching requests without what is expected of them. */
    String requests() {
        return (operation == null ? "any request" : operation.toString())
                + (connectionId == null ? "" : " of connection \"" + connectionId + "\"")
                + (status == null ? "" : " answered with " + status)
                + (bodyContains == null ? "" : " with a body that contains " + bodyContains);
    }

    @Override
    public String toString() {
        return expected.describe(requests());
    }
}
