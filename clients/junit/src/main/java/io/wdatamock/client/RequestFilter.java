package io.wdatamock.client;

import io.wdatamock.wire.VendorOperation;
import org.jspecify.annotations.Nullable;

/**
 * A filter for the requests of the journal. A null matches every request; each method returns a copy with one
 * restriction.
 *
 * @param noted whether the lenient server accepted deviations of the request
 * @param limit the number of the newest requests, from 1 to 1000
 */
public record RequestFilter(
        @Nullable VendorOperation operation,
        @Nullable String connectionId,
        @Nullable Integer status,
        @Nullable Boolean noted,
        @Nullable Integer limit) {

    /** All requests. */
    public static final RequestFilter ALL = new RequestFilter(null, null, null, null, null);

    /** Restricts the filter to one operation. */
    public RequestFilter operation(VendorOperation wanted) {
        return new RequestFilter(wanted, connectionId, status, noted, limit);
    }

    /** Restricts the filter to one connection, also as an entry of a batch. */
    public RequestFilter connectionId(String wanted) {
        return new RequestFilter(operation, wanted, status, noted, limit);
    }

    /** Restricts the filter to one status. */
    public RequestFilter status(int wanted) {
        return new RequestFilter(operation, connectionId, wanted, noted, limit);
    }

    /** Restricts the filter to requests with or without deviations that the lenient server accepted. */
    public RequestFilter noted(boolean wanted) {
        return new RequestFilter(operation, connectionId, status, wanted, limit);
    }

    /** Limits the number of requests, from 1 to 1000; the newest remain. */
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
