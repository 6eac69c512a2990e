package io.wdatamock.client;

import io.wdatamock.wire.VendorOperation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The journal of a sandbox: the requests of its clients, and the responses.
 *
 * @param requests the requests that the server keeps, the newest first
 * @param total the number of all requests
 * @param evicted the number of requests that the server does not keep any more
 */
public record Requests(List<Entry> requests, long total, long evicted) {

    /**
     * A request and its response; tokens and secrets are redacted.
     *
     * @param seq the number of the request in the sandbox
     * @param at the instant of its arrival by the sandbox's clock
     * @param operation null if the path belongs to none
     * @param path the path without the prefix of the sandbox and the vendor's base path
     * @param body at most 64 KiB; null without a body, empty if the server did not read it
     * @param status null before the response, and if the connection was closed without one
     * @param truncated whether {@code body} or {@code responseBody} is incomplete
     * @param faultId the ID of the fault that was applied; null without a fault
     * @param notes deviations that the lenient server accepted
     * @param explanation the reason for the response
     * @param retryAt the instant from which the client may retry; null for a response without {@code Retry-After}
     * @param durationMs its duration in milliseconds of real time
     */
    public record Entry(
            long seq,
            Instant at,
            @Nullable VendorOperation operation,
            List<String> connectionIds,
            String method,
            String path,
            @Nullable String query,
            Map<String, List<String>> headers,
            @Nullable String body,
            @Nullable Integer status,
            @Nullable String responseBody,
            @Nullable Boolean truncated,
            @Nullable String faultId,
            List<String> notes,
            @Nullable String explanation,
            @Nullable Instant retryAt,
            @Nullable Double durationMs) {}
}
