package io.wdatamock.upstream;

import io.wdatamock.wire.VendorOperation;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A request to forward.
 *
 * @param path the path of the operation without sandbox and vendor base path, as sent by the client
 * @param query the query as sent by the client; null if there is none
 * @param headers the headers by name, without hop-by-hop headers
 * @param reserve reserves memory for the response before it grows, or throws an exception
 */
public record UpstreamRequest(
        VendorOperation operation,
        String method,
        String path,
        @Nullable String query,
        Map<String, List<String>> headers,
        HttpRequest.BodyPublisher body,
        LongConsumer reserve) {

    /** Returns path and query as in a request line. */
    String target() {
        return query == null ? path : path + '?' + query;
    }
}
