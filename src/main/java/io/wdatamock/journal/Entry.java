package io.wdatamock.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.wdatamock.memory.Sizes;
import io.wdatamock.wire.VendorOperation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer; secrets are redacted.
 *
 * @param seq counts the requests of the sandbox
 * @param at when it arrived, by the sandbox's clock
 * @param operation absent if the path led to none
 * @param path below the sandbox and the vendor's base path
 * @param body at most 64 KiB of it; absent if there was none, and empty if there was one that was not read
 * @param truncated whether {@code body}, {@code responseBody} or {@code connectionIds} are not the whole
 * @param status absent while it is under way, and if the connection was closed without an answer
 * @param durationMs how long it took in real time
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
        @Nullable Double durationMs) {

    /** How many connections an entry names: as many as a batch may have. */
    public static final int MOST_NAMED = 100;

    /** How many bytes of a request or response body an entry stores. */
    public static final int MOST_BODY_BYTES = 64 << 10;

    /** What stands in the place of a secret. */
    public static final String REDACTED = "[redacted]";

    /** The {@link #body} of a request that was answered before its body was read. */
    public static final String UNREAD = "";

    /** What an entry takes besides its texts: the record, its values, its lists, and its place in the journal. */
    private static final int OVERHEAD = 512;

    /**
     * What is known of a request once it is over.
     *
     * @param connectionIds all that it turned out to name
     */
    public record Ending(
            List<String> connectionIds,
            @Nullable String body,
            @Nullable Integer status,
            @Nullable String responseBody,
            @Nullable Boolean truncated,
            @Nullable String faultId,
            List<String> notes,
            @Nullable String explanation,
            @Nullable Double durationMs) {

        private static Ending open(List<String> connectionIds) {
            return new Ending(connectionIds, null, null, null, null, null, List.of(), null, null);
        }
    }

    public Entry {
        connectionIds = List.copyOf(connectionIds);
        notes = List.copyOf(notes);
    }

    /** A request as it arrives. */
    public static Entry arrival(
            long seq, Instant at, String method, String path, @Nullable String query, Headers headers) {
        return of(seq, at, null, method, path, query, headers, Ending.open(List.of()));
    }

    /** This request once it is known what it asks for. */
    public Entry routed(VendorOperation wanted, List<String> named) {
        return of(seq, at, wanted, method, path, query, headers, Ending.open(named));
    }

    /** This request when it is over. */
    public Entry ended(Ending ending) {
        return of(seq, at, operation, method, path, query, headers, ending);
    }

    private static Entry of(
            long seq,
            Instant at,
            @Nullable VendorOperation operation,
            String method,
            String path,
            @Nullable String query,
            Headers headers,
            Ending ending) {
        return new Entry(
                seq,
                at,
                operation,
                ending.connectionIds,
                method,
                path,
                query,
                headers,
                ending.body,
                ending.status,
                ending.responseBody,
                ending.truncated,
                ending.faultId,
                ending.notes,
                ending.explanation,
                ending.durationMs);
    }

    /** Whether the request is over, be it with an answer or without. */
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

    /** About how many bytes of memory the entry takes. */
    long size() {
        long texts = Sizes.of(path) + Sizes.of(query) + Sizes.of(body) + Sizes.of(responseBody) + Sizes.of(explanation);
        return OVERHEAD + texts + Sizes.of(headers.text()) + Sizes.of(notes) + Sizes.of(connectionIds);
    }

    /** Whether it may name more connections than are kept. */
    boolean namesMore() {
        return Boolean.TRUE.equals(truncated) && connectionIds.size() == MOST_NAMED;
    }

    /** Whether it has a body, or its answer has one. */
    boolean hasBodies() {
        return body != null || responseBody != null;
    }

    /** This entry without the bodies; that they are missing shows as {@code truncated}. */
    Entry withoutBodies() {
        String left = body == null ? null : UNREAD;
        return ended(new Ending(connectionIds, left, status, null, true, faultId, notes, explanation, durationMs));
    }
}
