package io.wdatamock.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.wdatamock.wire.Operation;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer; secrets are redacted.
 *
 * @param seq counts the requests of the sandbox
 * @param at when it arrived, by the sandbox's clock
 * @param operation absent if the path led to none
 * @param path below the sandbox and the vendor's base path
 * @param body at most 64 KiB of it
 * @param truncated whether {@code body} or {@code responseBody} are not the whole
 * @param status absent while it is under way, and if the connection was closed without an answer
 * @param durationMs how long it took in real time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
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
        @Nullable Double durationMs) {

    private static final int OVERHEAD = 512;

    public Entry {
        connectionIds = List.copyOf(connectionIds);
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        notes = List.copyOf(notes);
    }

    /** Whether the request is over, be it with an answer or without. */
    boolean isAnswered() {
        return durationMs != null;
    }

    /** About how many bytes of memory the entry takes. */
    long size() {
        long characters = length(path) + length(query) + length(body) + length(responseBody) + length(explanation);
        for (Map.Entry<String, List<String>> header : headers.entrySet()) {
            characters += header.getKey().length();
            characters += header.getValue().stream().mapToLong(String::length).sum();
        }
        characters += notes.stream().mapToLong(String::length).sum();
        characters += connectionIds.stream().mapToLong(String::length).sum();
        return OVERHEAD + 2 * characters;
    }

    private static long length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }
}
