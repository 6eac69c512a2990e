package io.wdatamock.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.Answer;
import io.wdatamock.http.Api;
import io.wdatamock.http.Request;
import io.wdatamock.wire.WireJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The control API of a test's sandbox, by paths below {@code /__mock}. */
record ControlApi(Api api) {

    private static final Map<Integer, String> TITLES = Map.of(
            400, "Bad Request",
            401, "Unauthorized",
            404, "Not Found",
            405, "Method Not Allowed",
            406, "Not Acceptable",
            409, "Conflict",
            413, "Content Too Large");

    Request request(String method, String path) {
        return api.request(method, "/__mock" + path);
    }

    Answer get(String path) {
        return request("GET", path).send();
    }

    Answer put(String path, String json) {
        return request("PUT", path).body(json).send();
    }

    Answer post(String path, String json) {
        return request("POST", path).body(json).send();
    }

    Answer delete(String path) {
        return request("DELETE", path).send();
    }

    /** Sets the clock on. */
    void pass(String duration) {
        assertStatus(200, post("/clock/advance", "{\"by\": \"%s\"}".formatted(duration)));
    }

    /** Gives a connection these scripts. */
    void scripts(String connectionId, String scripts) {
        assertStatus(200, put("/connections/" + connectionId + "/scripts", scripts));
    }

    /** Everything in the sandbox but its journal; the same as long as nothing changes and the clock stands still. */
    String state() {
        return get("/snapshot").text();
    }

    /** The texts that stand under this field in each entry of a list in an answer. */
    static List<String> each(Answer answer, String list, String field) {
        return entries(answer, list).map(entry -> entry.path(field).asString()).toList();
    }

    static Stream<JsonNode> entries(Answer answer, String list) {
        assertStatus(200, answer);
        return answer.json().path(list).valueStream();
    }

    static Answer assertStatus(int status, Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return answer;
    }

    /** Expects that a request is refused for one reason, to the last character, and has changed nothing. */
    Answer assertRefuses(Request request, int status, @Nullable String target, String message) {
        String before = state();
        Answer answer = request.send();
        assertProblem(answer, status, target, message);
        assertThat(state()).isEqualTo(before);
        return answer;
    }

    void assertRefusesPut(String path, String json, String target, String message) {
        assertRefuses(request("PUT", path).body(json), 400, target, message);
    }

    void assertRefusesPost(String path, String json, String target, String message) {
        assertRefuses(request("POST", path).body(json), 400, target, message);
    }

    /** Expects problem details (RFC 9457) that give this one reason. */
    static void assertProblem(Answer answer, int status, @Nullable String target, String message) {
        String title = TITLES.getOrDefault(status, "");
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", title.toLowerCase(java.util.Locale.ROOT).replace(' ', '_'));
        error.put("message", message);
        if (target != null) {
            error.put("target", target);
        }
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("title", title);
        problem.put("status", status);
        problem.put("detail", message);
        problem.put("errors", List.of(error));
        assertThat(answer.text()).isEqualTo(WireJson.MAPPER.writeValueAsString(problem));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }
}
