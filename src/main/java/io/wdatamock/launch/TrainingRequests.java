package io.wdatamock.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends the requests of a usual client, of which an archive contains the classes and profiles. */
final class TrainingRequests {

    /** How often each request is sent; methods that run often enough are compiled early when the cache is used. */
    private static final int ROUNDS = 200;

    private static final Pattern BATCH_ID = Pattern.compile("\"batchRefreshId\":\"([^\"]+)\"");

    /** A request and the status of its response. */
    private record Call(String method, String path, String body, int status) {

        static Call get(String path) {
            return new Call("GET", path, "", 200);
        }

        static Call post(String path, String body) {
            return new Call("POST", path, body, 200);
        }

        static Call put(String path, String body) {
            return new Call("PUT", path, body, 200);
        }

        Call answeredWith(int other) {
            return new Call(method, path, body, other);
        }
    }

    private static final List<Call> ONCE =
            List.of(Call.put("/sandbox/training/__mock/settings", "{\"validation\": \"strict\", \"rateLimit\": null}"));

    private static final List<Call> EACH_ROUND = List.of(
            Call.post("/oauth2/token", "grant_type=client_credentials&client_id=training&client_secret=training"),
            Call.get("/api/v1/connections?limit=10"),
            Call.get("/api/v1/connections/always-succeeds"),
            Call.post("/s/wdata/prep/api/v1/connections/instant/refresh", ""),
            Call.post(
                    "/sandbox/training/api/v1/connections/instant/refresh", "{\"sourceParameters\": {\"year\": 2026}}"),
            Call.get("/s/wdata/prep/api/v1/connections/instant/status"),
            Call.post("/api/v1/connections/stuck/refresh", "{}"),
            Call.post("/api/v1/connections/stuck/refresh", "{}").answeredWith(409),
            Call.post("/api/v1/connections/batch/refresh", """
                    [{"connectionId": "trial-balance-to-10k"}, {"connectionId": "cash-flow-to-10k"}]"""),
            Call.get("/api/v1/connections/batch/refresh/{batchId}"),
            Call.get("/api/v1/connections/unknown").answeredWith(404),
            Call.post("/api/v1/connections/instant/refresh", "{\"sourceParameters\": 1}")
                    .answeredWith(400),
            Call.get("/__mock/connections"),
            Call.put(
                    "/__mock/connections/instant/scripts",
                    "[{\"outcome\": \"fail_source\"}, {\"outcome\": \"succeed\"}]"),
            Call.post("/__mock/faults", "{\"times\": 1, \"effect\": {\"type\": \"status\", \"status\": 503}}")
                    .answeredWith(201),
            Call.get("/api/v1/connections").answeredWith(503),
            Call.put("/__mock/clock", "{\"mode\": \"frozen\"}"),
            Call.post("/__mock/clock/advance", "{\"by\": \"PT5S\"}"),
            Call.get("/__mock/runs"),
            Call.get("/__mock/requests?limit=5"),
            Call.post("/__mock/requests/verify", "{\"operation\": \"refreshConnection\", \"count\": {\"atLeast\": 1}}"),
            Call.post("/__mock/reset", "").answeredWith(204));

    private final String url;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** The ID of the newest batch. */
    private String batchId = "none";

    TrainingRequests(String url) {
        this.url = url;
    }

    void send() throws IOException, InterruptedException {
        for (Call call : ONCE) {
            send(call);
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (Call call : EACH_ROUND) {
                send(call);
            }
        }
    }

    private void send(Call call) throws IOException, InterruptedException {
        String form = "application/x-www-form-urlencoded";
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(url + call.path().replace("{batchId}", batchId)))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer training")
                .header("Content-Type", call.path().equals("/oauth2/token") ? form : "application/json")
                .method(call.method(), BodyPublishers.ofString(call.body()))
                .build();
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() != call.status()) {
            throw new IOException("%s %s was to be answered with %d, not with %d: %s"
                    .formatted(call.method(), request.uri(), call.status(), response.statusCode(), response.body()));
        }
        Matcher matcher = BATCH_ID.matcher(response.body());
        batchId = matcher.find() ? matcher.group(1) : batchId;
    }
}
