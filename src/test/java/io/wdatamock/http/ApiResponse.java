package io.wdatamock.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** A response of the server. */
public record ApiResponse(int status, HttpHeaders headers, String text) {

    private static final JsonMapper EXACT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNumberLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(406, "Not Acceptable"),
            Map.entry(409, "Conflict"),
            Map.entry(413, "Content Too Large"),
            Map.entry(415, "Unsupported Media Type"),
            Map.entry(418, "I Am A Teapot"),
            Map.entry(421, "Misdirected Request"),
            Map.entry(423, "Locked"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(502, "Bad Gateway"),
            Map.entry(503, "Service Unavailable"));

    /** The body as JSON, with all digits of its numbers. */
    public JsonNode json() {
        return EXACT.readTree(text);
    }

    /** The scalar at a JSON Pointer, as text. */
    public String at(String pointer) {
        JsonNode node = json().at(pointer);
        assertThat(node.isValueNode()).as("%s of %s", pointer, text).isTrue();
        return node.asString();
    }

    /** The JSON at a JSON Pointer; empty if the body has none. */
    public String jsonAt(String pointer) {
        return json().at(pointer).toString();
    }

    /** The entries of a list in the body of a successful response. */
    public Stream<JsonNode> entries(String list) {
        return assertStatus(200).json().path(list).valueStream();
    }

    /** The values of a field in each entry of a list, as texts. */
    public List<String> each(String list, String field) {
        return entries(list).map(entry -> entry.path(field).asString()).toList();
    }

    /** The first header with this name. */
    public @Nullable String header(String name) {
        return headers.firstValue(name).orElse(null);
    }

    /** The deviations that the server tolerated and noted. */
    public List<String> notes() {
        return headers.allValues("X-Wdata-Mock-Note");
    }

    public ApiResponse assertStatus(int expected) {
        assertThat(status).as(text).isEqualTo(expected);
        return this;
    }

    /** Expects a success in the vendor's envelope. */
    public ApiResponse assertOk() {
        assertStatus(200);
        assertThat(header("Content-Type")).isEqualTo("application/json");
        assertThat(at("/code")).isEqualTo("200");
        return this;
    }

    /** Expects a run whose sides have these statuses. */
    public ApiResponse assertStatuses(String source, String destination) {
        assertOk();
        assertThat(at("/body/sourceStatus") + ", " + at("/body/destinationStatus"))
                .isEqualTo(source + ", " + destination);
        return this;
    }

    /** Expects exactly the vendor's error document with one error. */
    public ApiResponse assertError(int expected, @Nullable String target, String message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("body", expected == 400 ? List.of(message) : message);
        body.put("code", expected);
        body.put("details", List.of(error(expected, target, message)));
        return assertDocument(expected, "application/json", body);
    }

    /** Expects exactly problem details (RFC 9457) with one error. */
    public ApiResponse assertProblem(int expected, @Nullable String target, String message) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("title", TITLES.getOrDefault(expected, ""));
        problem.put("status", expected);
        problem.put("detail", message);
        problem.put("errors", List.of(error(expected, target, message)));
        return assertDocument(expected, "application/problem+json", problem);
    }

    private static Map<String, Object> error(int status, @Nullable String target, String message) {
        Map<String, Object> error = new LinkedHashMap<>();
        String title = TITLES.getOrDefault(status, "status_" + status);
        error.put("code", title.toLowerCase(Locale.ROOT).replace(' ', '_'));
        error.put("message", message);
        if (target != null) {
            error.put("target", target);
        }
        return error;
    }

    private ApiResponse assertDocument(int expected, String type, Map<String, Object> document) {
        assertThat(text).isEqualTo(EXACT.writeValueAsString(document));
        assertThat(status).isEqualTo(expected);
        assertThat(header("Content-Type")).isEqualTo(type);
        return this;
    }
}
