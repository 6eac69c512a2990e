package io.wdatamock.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Sends requests to one sandbox and takes the answers apart; whatever is no success is an exception. */
final class ControlApi {

    /** One for all: it keeps its connections, and sandboxes are on few servers. A mock is not behind a proxy. */
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final String baseUrl;
    private final Admission admission;

    /**
     * What a client must know beside the base URL.
     *
     * @param token the bearer token that the control API wants, if it wants one
     * @param hint where to look when the server does not answer
     */
    record Admission(@Nullable String token, String hint) {}

    ControlApi(String baseUrl, Admission admission) {
        this.baseUrl = baseUrl;
        this.admission = admission;
    }

    String baseUrl() {
        return baseUrl;
    }

    String hint() {
        return admission.hint();
    }

    <T> T get(String path, Class<T> type) {
        return read(text("GET", path, null), type);
    }

    <T> T post(String path, Object body, Class<T> type) {
        return read(text("POST", path, Json.MAPPER.writeValueAsString(body)), type);
    }

    void post(String path) {
        text("POST", path, null);
    }

    <T> T post(String path, Class<T> type) {
        return read(text("POST", path, null), type);
    }

    <T> T put(String path, Object body, Class<T> type) {
        return read(text("PUT", path, Json.MAPPER.writeValueAsString(body)), type);
    }

    <T> T delete(String path, Class<T> type) {
        return read(text("DELETE", path, null), type);
    }

    void delete(String path) {
        text("DELETE", path, null);
    }

    /** What a request with this JSON, if any, is answered. */
    String text(String method, String path, @Nullable String json) {
        HttpRequest.Builder request = request(method, path, json);
        if (admission.token() != null) {
            request.header("Authorization", "Bearer " + admission.token());
        }
        return success(request.build()).body();
    }

    /** What a form that somebody fills in who has no token yet is answered. */
    <T> T form(String path, String form, Class<T> type) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .timeout(LONGEST)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        return read(success(request.build()).body(), type);
    }

    private HttpRequest.Builder request(String method, String path, @Nullable String json) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(baseUrl + path)).timeout(LONGEST);
        if (json == null) {
            return request.method(method, BodyPublishers.noBody());
        }
        return request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString(json));
    }

    private HttpResponse<String> success(HttpRequest request) {
        HttpResponse<String> response = send(request);
        if (response.statusCode() >= 300) {
            throw refusal(request, response);
        }
        return response;
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new WdataMockException(
                    "%s %s was not answered: %s; %s".formatted(request.method(), request.uri(), e, admission.hint()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WdataMockException("%s %s was interrupted".formatted(request.method(), request.uri()), e);
        }
    }

    private static WdataMockException refusal(HttpRequest request, HttpResponse<String> response) {
        Problem problem = problem(response.body());
        return new WdataMockException(
                "%s %s was answered with %d: %s"
                        .formatted(
                                request.method(),
                                request.uri(),
                                response.statusCode(),
                                problem == null ? response.body() : problem.detail()),
                problem);
    }

    /** What stands in a refusal of the control API; nothing if it is somebody else's. */
    private static @Nullable Problem problem(String body) {
        try {
            Problem problem = Json.MAPPER.readValue(body, Problem.class);
            return problem.detail() == null ? null : problem;
        } catch (JacksonException e) {
            return null;
        }
    }

    private static <T> T read(String body, Class<T> type) {
        return Json.MAPPER.readValue(body, type);
    }
}
