package io.wdatamock.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** What the server answered. */
public record Answer(int status, HttpHeaders headers, String text) {

    private static final JsonMapper EXACT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNumberLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final Map<Integer, String> CODES = Map.ofEntries(
            Map.entry(400, "bad_request"),
            Map.entry(401, "unauthorized"),
            Map.entry(403, "forbidden"),
            Map.entry(404, "not_found"),
            Map.entry(405, "method_not_allowed"),
            Map.entry(406, "not_acceptable"),
            Map.entry(409, "conflict"),
            Map.entry(413, "content_too_large"),
            Map.entry(415, "unsupported_media_type"),
            Map.entry(418, "i_am_a_teapot"),
            Map.entry(421, "misdirected_request"),
            Map.entry(423, "locked"),
            Map.entry(429, "too_many_requests"),
            Map.entry(500, "internal_server_error"),
            Map.entry(503, "service_unavailable"));

    /** The body as JSON, with every digit it had. */
    public JsonNode json() {
        return EXACT.readTree(text);
    }

    /** The scalar in the body that a JSON Pointer points at, as text. */
    public String at(String pointer) {
        JsonNode node = json().at(pointer);
        assertThat(node.isValueNode()).as("%s of %s", pointer, text).isTrue();
        return node.asString();
    }

    /** The part of the body that a JSON Pointer points at, as JSON; empty if there is none. */
    public String jsonAt(String pointer) {
        return json().at(pointer).toString();
    }

    /** The first header of this name, if there is any. */
    public @Nullable String header(String name) {
        return headers.firstValue(name).orElse(null);
    }

    /** What the request got away with. */
    public List<String> notes() {
        return headers.allValues("X-Wdata-Mock-Note");
    }

    /** Expects a success in the vendor's envelope. */
    public Answer assertOk() {
        assertThat(status).as(text).isEqualTo(200);
        assertThat(header("Content-Type")).isEqualTo("application/json");
        assertThat(at("/code")).isEqualTo("200");
        return this;
    }

    /** Expects a run whose sides are in these statuses. */
    public Answer assertStatuses(String source, String destination) {
        assertOk();
        assertThat(at("/body/sourceStatus") + ", " + at("/body/destinationStatus"))
                .isEqualTo(source + ", " + destination);
        return this;
    }

    /** Expects a refusal for one reason in the vendor's shape, to the last character. */
    public Answer assertRefused(int expected, @Nullable String target, String message) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("code", CODES.getOrDefault(expected, "status_" + expected));
        detail.put("message", message);
        if (target != null) {
            detail.put("target", target);
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("body", expected == 400 ? List.of(message) : message);
        body.put("code", expected);
        body.put("details", List.of(detail));
        assertThat(text).isEqualTo(EXACT.writeValueAsString(body));
        assertThat(status).isEqualTo(expected);
        assertThat(header("Content-Type")).isEqualTo("application/json");
        return this;
    }
}
