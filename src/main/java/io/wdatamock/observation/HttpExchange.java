package io.wdatamock.observation;

import io.wdatamock.wire.VendorOperation;
import io.wdatamock.wire.WireJson;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/**
 * A request and its response in terms of HTTP. Contains credentials and is not stored.
 *
 * @param path the decoded path, which may have a prefix
 * @param query the query as sent; null if there is none
 * @param requestBody the decoded request body
 * @param responseBody the decoded response body
 * @param showsCredentials whether the headers contain the credentials if there were any; recordings often lack them
 */
public record HttpExchange(
        String method,
        String path,
        @Nullable String query,
        Map<String, List<String>> requestHeaders,
        String requestBody,
        int status,
        Map<String, List<String>> responseHeaders,
        String responseBody,
        boolean showsCredentials) {

    /** The maximum number of bytes of a body that is compared. */
    public static final int LARGEST_BODY = 2 << 20;

    private static final String GRANT_TYPE = "grant_type";
    private static final int TEXT_FACTOR = 4;
    private static final int TOKEN_FACTOR = 64;

    /** Limits the number of tokens, and accepts duplicate names. */
    private static final ObjectReader READER =
            WireJson.BODIES.reader().without(StreamReadFeature.STRICT_DUPLICATE_DETECTION);

    private static final String BEARER = "Bearer ";

    /**
     * Returns what a comparison needs of the exchange; empty if it calls none of the vendor's operations, or if the
     * response is not JSON.
     *
     * @param seq the number of the journal entry
     * @param at when the request was sent
     * @param known how many observations were complete when the request was sent
     */
    public Optional<Observation> observe(long seq, Instant at, long known) {
        JsonNode json = read(responseBody);
        return json == null
                ? Optional.empty()
                : VendorPath.of(method, path).map(call -> observation(seq, at, known, call, json));
    }

    private Observation observation(long seq, Instant at, long known, VendorPath call, JsonNode json) {
        return new Observation(
                seq,
                at,
                known,
                call,
                path,
                parameters(query == null ? "" : query),
                hasToken(),
                call.operation() == VendorOperation.ISSUE_TOKEN ? tokenRequest() : read(requestBody),
                status,
                byName(responseHeaders),
                json);
    }

    /** Returns the memory to read a body of this size, in bytes. */
    public static long memory(long size) {
        return TEXT_FACTOR * size + TOKEN_FACTOR * Math.min(size, WireJson.MAX_TOKENS);
    }

    private boolean hasToken() {
        return !showsCredentials
                || byName(requestHeaders).getOrDefault("Authorization", List.of()).stream()
                        .anyMatch(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()));
    }

    /** Returns the grant type of a token request as JSON, and nothing else of it. */
    private JsonNode tokenRequest() {
        JsonNode json = read(requestBody);
        String grantType = json != null && json.isObject()
                ? json.path(GRANT_TYPE).asString("")
                : parameters(requestBody).getOrDefault(GRANT_TYPE, List.of("")).get(0);
        return JsonNodeFactory.instance.objectNode().put(GRANT_TYPE, grantType);
    }

    /** Returns the JSON of a body; missing if it is empty, and null if it is malformed. */
    private static @Nullable JsonNode read(String body) {
        try {
            String text = body.startsWith("\uFEFF") ? body.substring(1) : body;
            return text.isEmpty() ? MissingNode.getInstance() : READER.readTree(text);
        } catch (JacksonException e) {
            return null;
        }
    }

    private static Map<String, List<String>> parameters(String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            parameters
                    .computeIfAbsent(name, key -> new ArrayList<>())
                    .add(equals < 0 ? "" : decode(pair.substring(equals + 1)));
        }
        return parameters;
    }

    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return encoded;
        }
    }

    private static Map<String, List<String>> byName(Map<String, List<String>> headers) {
        Map<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        return byName;
    }
}
