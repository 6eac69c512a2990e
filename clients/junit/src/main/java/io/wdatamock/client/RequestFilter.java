package io.wdatamock.client;

import org.jspecify.annotations.Nullable;

/**
 * Which requests of the journal to show; what is absent is met by all.
 *
 * @param noted whether the request got away with something
 * @param limit how many at most, the newest, from 1 to 1000
 */
public record RequestFilter(
        @Nullable Operation operation,
        @Nullable String connectionId,
        @Nullable Integer status,
        @Nullable Boolean noted,
        @Nullable Integer limit) {

    /** All requests. */
    public static final RequestFilter ALL = new RequestFilter(null, null, null, null, null);

    /** The same for one operation. */
    public RequestFilter operation(Operation wanted) {
        return new RequestFilter(wanted, connectionId, status, noted, limit);
    }

    /** The same for one connection, also as an entry of a batch. */
    public RequestFilter connectionId(String wanted) {
        return new RequestFilter(operation, wanted, status, noted, limit);
    }

    /** The same for one status. */
    public RequestFilter status(int wanted) {
        return new RequestFilter(operation, connectionId, wanted, noted, limit);
    }

    /** The same for those that got away with something, or those that did not. */
    public RequestFilter noted(boolean wanted) {
        return new RequestFilter(operation, connectionId, status, wanted, limit);
    }

    /** The newest so many of them, from 1 to 1000. */
    public RequestFilter limit(int most) {
        return new RequestFilter(operation, connectionId, status, noted, most);
    }

    String query() {
        return new Query()
                .with("operation", operation)
                .with("connectionId", connectionId)
                .with("status", status)
                .with("noted", noted)
                .with("limit", limit)
                .toString();
    }
}
