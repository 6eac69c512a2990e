package io.wdatamock.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.ControlClient;
import io.wdatamock.http.HttpTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * The control API rejects invalid bodies with a reason and without effect. The system property {@code wdata-mock.fuzz}
 * is the number of bodies for each endpoint, {@code wdata-mock.fuzz.seed} the seed of their generator.
 */
@HttpTest
class FuzzControlTests {

    private static final int BODIES = Integer.getInteger("wdata-mock.fuzz", 500);
    private static final long SEED = Long.getLong("wdata-mock.fuzz.seed", 1);

    private static final String SCRIPT = """
            {"outcome": "fail_source", "error": "e", "pacing": {"type": "timed", "queued": "PT0S", "source": "PT1S"},
             "sourceMetadata": {"a": 1.10}, "destinationMetadata": {"b": [null]}}""";

    private static final String POLLED = "{\"outcome\": \"succeed\", \"pacing\": {\"type\": \"polled\", \"reads\": 2}}";

    static Stream<Arguments> endpoints() {
        return Stream.of(
                Arguments.of("PUT", "/settings", List.of("""
                        {"auth": "any", "validation": "lenient", "overlap": "reject", "rateLimit": 5,
                         "defaultScript": %s}""".formatted(SCRIPT))),
                Arguments.of("PUT", "/connections/c", List.of("""
                        {"connectionId": "c", "name": "n", "description": "d", "metadata": {"a": 1}, "workspaceId": "w",
                         "sourceType": "wdata_query", "sourceId": "s", "destinationType": "document",
                         "created": "2026-01-01T00:00:00Z", "updated": "2026-01-01T00:00:00+01:00", "access": "open",
                         "scripts": [%s, %s], "destinationWorkbook": "b", "lastRun": {"error": "e"}}
                        """.formatted(SCRIPT, POLLED))),
                Arguments.of(
                        "PUT",
                        "/connections/instant/scripts",
                        List.of("[%s, %s, %s]".formatted(SCRIPT, POLLED, SCRIPT))),
                Arguments.of(
                        "PUT",
                        "/clock",
                        List.of(
                                "{\"mode\": \"frozen\", \"now\": \"2026-06-01T12:00:00Z\"}",
                                "{\"mode\": \"running\", \"now\": \"2026-06-01T12:00:00Z\", \"rate\": 60.5}")),
                Arguments.of(
                        "POST",
                        "/clock/advance",
                        List.of(
                                "{\"by\": \"PT0.001S\"}",
                                "{\"to\": \"nextChange\"}",
                                "{\"until\": {\"connectionId\": \"stuck\", \"stage\": \"source\"}}")),
                Arguments.of(
                        "POST",
                        "/faults",
                        List.of(
                                fault(
                                        "{\"type\": \"status\", \"status\": 503, \"message\": \"m\", \"retryAfter\": \"PT2S\"}"),
                                fault("{\"type\": \"delay\", \"for\": \"PT0.5S\"}"),
                                fault("{\"type\": \"delay\", \"median\": \"PT0.1S\", \"p99\": \"PT1S\"}"),
                                fault("{\"type\": \"slow\", \"over\": \"PT1S\"}"),
                                fault("{\"type\": \"truncate\"}"))),
                Arguments.of("POST", "/requests/verify", List.of("""
                        {"operation": "refreshConnection", "connectionId": "stuck", "status": 200,
                         "bodyContains": {"sourceParameters": {"a": [1.0, null]}}, "count": {"exactly": 1}}""", """
                        {"operation": "refreshConnection", "spacing": {"atLeast": "PT1S", "atMost": "PT2S"},
                         "afterRetryAfter": true, "within": "PT0.001S"}""", """
                        {"sequence": [{"operation": "refreshConnection", "status": 200}, {"connectionId": "stuck"}],
                         "strict": true, "during": "PT0.001S"}""")));
    }

    private static String fault(String effect) {
        return """
                {"operation": "getConnection", "connectionId": "c", "skip": 1, "times": 2, "probability": 0.5,
                 "when": "after", "effect": %s}""".formatted(effect);
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void invalidBodiesAreRejectedWithoutEffect(
            String method, String path, List<String> valid, ApiClient api, ControlClient control) {
        makeSmall(control);
        api.refresh("stuck", "{'sourceParameters': {'a': [1, null]}}");
        Mutations mutations = new Mutations(SEED, valid);
        String state = control.snapshot();
        int rejected = 0;

        for (int i = 0; i < BODIES; i++) {
            byte[] body = mutations.next();
            ApiResponse response = control.request(method, path).body(body).send();
            if (response.status() < 300) {
                state = restart(control, state);
            } else {
                assertRejected(response, body);
                assertThat(control.snapshot()).as(text(body)).isEqualTo(state);
                rejected++;
            }
        }

        assertThat(rejected).isGreaterThan(BODIES / 4);
    }

    @Test
    void invalidSnapshotsAreRejectedWithoutEffect(ApiClient api, ControlClient control) {
        makeSmall(control);
        api.refresh("stuck");
        api.token("grant_type=client_credentials&client_id=me&client_secret=s");
        JsonNode snapshot = control.get("/snapshot").json();
        Mutations mutations = new Mutations(SEED, List.of(snapshot.toString()));
        String state = control.snapshot();

        for (int i = 0; i < BODIES; i++) {
            byte[] body = mutations.next();
            ApiResponse response =
                    control.request("PUT", "/snapshot").body(body).send();
            if (response.status() >= 300) {
                assertRejected(response, body);
            }
            assertThat(control.snapshot()).as(text(body)).isEqualTo(state);
        }
    }

    /** Freezes a clock that runs, and resets a sandbox that has grown too large; returns the state to compare with. */
    private static String restart(ControlClient control, String before) {
        control.put("/clock", "{'mode': 'frozen'}");
        String state = control.snapshot();
        if (state.length() < 4 * before.length() && state.length() < 100_000) {
            return state;
        }
        control.post("/reset", "");
        control.put("/clock", "{'mode': 'frozen', 'now': '2026-06-01T12:00:00Z'}");
        makeSmall(control);
        return control.snapshot();
    }

    /** Deletes the connections that are not needed, to compare states quickly. */
    private static void makeSmall(ControlClient control) {
        control.get("/connections").each("connections", "connectionId").stream()
                .filter(id -> !Set.of("stuck", "instant").contains(id))
                .forEach(id -> control.delete("/connections/" + id));
    }

    private static void assertRejected(ApiResponse response, byte[] body) {
        assertThat(response.status())
                .as(() -> text(body) + "\n" + response.text())
                .isIn(Set.of(400, 404, 409));
        assertThat(response.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(response.at("/status")).isEqualTo(Integer.toString(response.status()));
        assertThat(response.at("/detail")).isNotBlank().doesNotContain("io.wdatamock", "tools.jackson", "java.");
        assertThat(response.at("/errors/0/message")).isEqualTo(response.at("/detail"));
    }

    private static String text(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return text.length() > 500 ? text.substring(0, 500) + "…" : text;
    }
}
