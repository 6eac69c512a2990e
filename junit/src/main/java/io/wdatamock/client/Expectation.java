package io.wdatamock.client;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a test expects to have been requested; what is absent is met by every request. {@link Vocabulary} makes them.
 *
 * @param connectionId met by a batch that names it in any entry
 * @param bodyContains what the body must contain, in a batch any of its entries: objects as subsets, arrays whole and
 *     in order, numbers by value
 * @param count how often; absent: at least once
 */
public record Expectation(
        @Nullable Operation operation,
        @Nullable String connectionId,
        @Nullable Integer status,
        @Nullable Object bodyContains,
        @Nullable Count count) {

    static Expectation of(@Nullable Operation operation, @Nullable String connectionId) {
        return new Expectation(operation, connectionId, null, null, null);
    }

    /** The same with this answer. */
    public Expectation answered(int wanted) {
        return new Expectation(operation, connectionId, wanted, bodyContains, count);
    }

    /** The same with a body that contains this. */
    public Expectation withBody(Map<String, ?> part) {
        return new Expectation(operation, connectionId, status, part, count);
    }

    /** The same so often. */
    public Expectation times(Count wanted) {
        return new Expectation(operation, connectionId, status, bodyContains, wanted);
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
