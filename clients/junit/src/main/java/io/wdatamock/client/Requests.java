package io.wdatamock.client;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The journal of a sandbox: what its clients really sent, and how it was answered.
 *
 * @param requests the newest first, as many as are kept
 * @param total how many there were
 * @param evicted how many of them are not kept any longer
 */
public record Requests(List<Entry> requests, long total, long evicted) {

    /**
     * One request and its answer; tokens and secrets are redacted.
     *
     * @param seq counts the requests of the sandbox
     * @param at when it arrived, by the sandbox's clock
     * @param operation absent if the path led to none
     * @param path below the sandbox and the vendor's base path
     * @param body at most 64 KiB of it; absent if there was none, and empty if there was one that was not read
     * @param status absent while it is under way, and if the connection was closed without an answer
     * @param truncated whether {@code body} or {@code responseBody} are not the whole
     * @param faultId the fault that struck, if one did
     * @param notes what was tolerated
     * @param explanation why the answer was what it was
     * @param durationMs how long it took in real time
     */
    public record Entry(
            long seq,
            Instant at,
            @Nullable Operation operation,
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
            @Nullable Double durationMs) {}
}
