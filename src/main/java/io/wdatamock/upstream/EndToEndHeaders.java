package io.wdatamock.upstream;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Removes the headers of one connection, which an intermediary must not forward (RFC 9110, section 7.6.1). */
public final class EndToEndHeaders {

    private static final String CONNECTION = "Connection";

    /** Headers of the connection, and those that the HTTP client derives from URL and body. */
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "content-length",
            "expect",
            "host",
            "http2-settings",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    /** The headers that select a sandbox of this server or describe its clients. */
    private static final String OWN = "x-wdata-mock-";

    private EndToEndHeaders() {}

    /** Returns the headers to forward. Names that differ in case only are one header. */
    public static Map<String, List<String>> of(Map<String, ? extends Collection<String>> headers) {
        Map<String, List<String>> forwarded = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) ->
                forwarded.computeIfAbsent(name, key -> new ArrayList<>()).addAll(values));
        List<String> named = forwarded.getOrDefault(CONNECTION, List.of()).stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .map(String::strip)
                .toList();
        named.forEach(forwarded::remove);
        forwarded.keySet().removeIf(EndToEndHeaders::isDropped);
        return forwarded;
    }

    private static boolean isDropped(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return HOP_BY_HOP.contains(lower) || lower.startsWith(OWN) || lower.startsWith(":");
    }
}
