package io.wdatamock.har;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request and its response in a HAR file.
 *
 * @param index the index in {@code log.entries}
 * @param took zero if the file has no duration
 * @param url an absolute URL without fragment
 * @param requestHeaders the values by name, ignoring case
 * @param requestBody null if there is none
 * @param status 0 if there is no response, otherwise 100 to 599
 * @param responseHeaders the values by name, ignoring case
 * @param responseBody null if there is none, or if the file does not contain it
 */
public record RecordedExchange(
        int index,
        Instant startedAt,
        Duration took,
        String method,
        URI url,
        Map<String, List<String>> requestHeaders,
        @Nullable String requestBody,
        int status,
        Map<String, List<String>> responseHeaders,
        @Nullable String responseBody) {

    public RecordedExchange {
        requestHeaders = ignoringCase(requestHeaders);
        responseHeaders = ignoringCase(responseHeaders);
    }

    private static Map<String, List<String>> ignoringCase(Map<String, List<String>> headers) {
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) ->
                copy.computeIfAbsent(name, first -> new ArrayList<>()).addAll(values));
        copy.replaceAll((name, values) -> List.copyOf(values));
        return Collections.unmodifiableMap(copy);
    }
}
