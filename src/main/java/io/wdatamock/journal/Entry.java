package io.wdatamock.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.wdatamock.memory.Sizes;
import io.wdatamock.wire.VendorOperation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request and its response, with secrets redacted.
 *
 * @param seq the number of the request in the sandbox, from 1
 * @param at when it arrived, by the sandbox's clock
 * @param operation null if the path leads to no operation
 * @param path the path without sandbox and vendor base path
 * @param body at most 64 KiB of the body; null if there was none, empty if it was not read
 * @param truncated whether {@code body}, {@code responseBody} or {@code connectionIds} are incomplete
 * @param status null until the response, and if the connection was closed without one
 * @param retryAt when the next request may come, by the sandbox's clock; null if the response had no {@code Retry-After}
 * @param durationMs the duration in real time until the response was ready to be sent; null until then
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Entry(
        long seq,
        Instant at,
        @Nullable VendorOperation operation,
        List<String> connectionIds,
        String method,
        String path,
        @Nullable String query,
        Headers headers,
        @Nullable String body,
        @Nullable Integer status,
        @Nullable String responseBody,
        @Nullable Boolean truncated,
        @Nullable String faultId,
        List<String> notes,
        @Nullable String explanation,
        @Nullable Instant retryAt,
        @Nullable Double durationMs) {

    /** The maximum number of connection IDs of an entry, which is that of a batch. */
    public static final int MAX_NAMED = 100;

    /** The maximum number of stored bytes of a request or response body. */
    public static final int MAX_BODY_BYTES = 64 << 10;

    /** The replacement of a secret. */
    public static final String REDACTED = "[redacted]";

    /** The {@link #body} of a request that was answered before its body was read. */
    public static final String UNREAD = "";

    /** The memory of an entry without its texts, in bytes. */
    private static final int OVERHEAD = 512;

    /**
     * The facts that are known when a request is complete.
     *
     * @param connectionIds all connections that it refers to
     */
    public record Completion(
            List<String> connectionIds,
            @Nullable String body,
            @Nullable Integer status,
            @Nullable String responseBody,
            @Nullable Boolean truncated,
            @Nullable String faultId,
            List<String> notes,
            @Nullable String explanation,
            @Nullable Instant retryAt,
            @Nullable Double durationMs) {

        private static Completion open(List<String> connectionIds) {
            return new Completion(connectionIds, null, null, null, null, null, List.of(), null, null, null);
        }
    }

    public Entry {
        connectionIds = List.copyOf(connectionIds);
        notes = List.copyOf(notes);
    }

    /** Returns the entry of a request that has arrived. */
    public static Entry arrival(
            long seq, Instant at, String method, String path, @Nullable String query, Headers headers) {
        return of(seq, at, null, method, path, query, headers, Completion.open(List.of()));
    }

    /** Returns this entry with its operation and the connections in its path. */
    public Entry routed(VendorOperation wanted, List<String> named) {
        return of(seq, at, wanted, method, path, query, headers, Completion.open(named));
    }

    /** Returns this entry when the request is complete. */
    public Entry completed(Completion completion) {
        return of(seq, at, operation, method, path, query, headers, completion);
    }

    private static Entry of(
            long seq,
            Instant at,
            @Nullable VendorOperation operation,
            String method,
            String path,
            @Nullable String query,
            Headers headers,
            Completion completion) {
        return new Entry(
                seq,
                at,
                operation,
                completion.connectionIds,
                method,
                path,
                query,
                headers,
                completion.body,
                completion.status,
                completion.responseBody,
                completion.truncated,
                completion.faultId,
                completion.notes,
                completion.explanation,
                completion.retryAt,
                completion.durationMs);
    }

    /** Returns this entry with the time at which the client may send the next request. */
    public Entry retryingAt(Instant instant) {
        return completed(new Completion(
                connectionIds,
                body,
                status,
                responseBody,
                truncated,
                faultId,
                notes,
                explanation,
                instant,
                durationMs));
    }

    /** Whether the request is complete, with or without a response. */
    boolean isAnswered() {
        return durationMs != null;
    }

    boolean isTruncated() {
        return Boolean.TRUE.equals(truncated);
    }

    /** Whether the request has a body that the server did not read. */
    boolean isBodyUnread() {
        return UNREAD.equals(body);
    }

    /** Returns the estimated memory in bytes. */
    long size() {
        long texts = Sizes.of(path) + Sizes.of(query) + Sizes.of(body) + Sizes.of(responseBody) + Sizes.of(explanation);
        return OVERHEAD + texts + Sizes.of(headers.text()) + Sizes.of(notes) + Sizes.of(connectionIds);
    }

    /** Whether the request may refer to more connections than are stored. */
    boolean namesMore() {
        return Boolean.TRUE.equals(truncated) && connectionIds.size() == MAX_NAMED;
    }

    /** Whether the request may refer to connections that are not known, because its body was not read yet or not whole. */
    boolean mayNameMore() {
        boolean isUnread = operation == VendorOperation.REFRESH_BATCH && (!isAnswered() || isBodyUnread());
        return namesMore() || (isUnread && connectionIds.isEmpty());
    }

    /** Whether the request or the response has a body. */
    boolean hasBodies() {
        return body != null || responseBody != null;
    }

    /** Returns this entry without bodies, marked as {@code truncated}. */
    Entry withoutBodies() {
        String left = body == null ? null : UNREAD;
        return completed(new Completion(
                connectionIds, left, status, null, true, faultId, notes, explanation, retryAt, durationMs));
    }
}
