package io.wdatamock.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;

/** A client of a sandbox's control API; its paths are relative to {@code /__mock}. */
public record ControlClient(ApiClient api) {

    public ApiRequest request(String method, String path) {
        return api.request(method, "/__mock" + path);
    }

    public ApiResponse get(String path) {
        return request("GET", path).send();
    }

    public ApiResponse put(String path, String json) {
        return request("PUT", path).body(ApiRequest.toJson(json)).send();
    }

    public ApiResponse post(String path, String json) {
        return request("POST", path).body(ApiRequest.toJson(json)).send();
    }

    public ApiResponse delete(String path) {
        return request("DELETE", path).send();
    }

    /** Advances the clock by an ISO 8601 duration. */
    public void advanceClock(String duration) {
        post("/clock/advance", "{'by': '%s'}".formatted(duration)).assertStatus(200);
    }

    public void setScripts(String connectionId, String scripts) {
        put("/connections/" + connectionId + "/scripts", scripts).assertStatus(200);
    }

    public ApiResponse requests() {
        return get("/requests");
    }

    public ApiResponse verify(String expectation) {
        return post("/requests/verify", expectation);
    }

    /** The sandbox's state without its journal; constant while nothing changes and the clock is frozen. */
    public String snapshot() {
        return get("/snapshot").text();
    }

    /** Expects problem details with one error, and no change of state. */
    public ApiResponse assertRejects(ApiRequest request, int status, @Nullable String target, String message) {
        String before = snapshot();
        ApiResponse response = request.send().assertProblem(status, target, message);
        assertThat(snapshot()).isEqualTo(before);
        return response;
    }

    public void assertRejectsPut(String path, String json, String target, String message) {
        assertRejects(request("PUT", path).body(ApiRequest.toJson(json)), 400, target, message);
    }

    public void assertRejectsPost(String path, String json, String target, String message) {
        assertRejects(request("POST", path).body(ApiRequest.toJson(json)), 400, target, message);
    }
}
