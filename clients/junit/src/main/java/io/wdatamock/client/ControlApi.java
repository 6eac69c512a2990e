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

/** Sends requests to one sandbox and parses the responses; throws an exception unless the status is a success. */
final class ControlApi {

    /** Shared, because it pools connections. It uses no proxy. */
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final String baseUrl;
    private final Options options;

    /**
     * The options of a client.
     *
     * @param token the bearer token of the control API; null if it requires none
     * @param hint a sentence for the message of an exception when the server does not respond
     */
    record Options(@Nullable String token, String hint) {}

    ControlApi(String baseUrl, Options options) {
        this.baseUrl = baseUrl;
        this.options = options;
    }

    String baseUrl() {
        return baseUrl;
    }

    String hint() {
        return options.hint();
    }

    <T> T get(String path, Class<T> type) {
        return read(text("GET", path, null), type);
    }

    <T> T post(String path, Object body, Class<T> type) {
        return read(text("POST", path, Json.MAPPER.writeValueAsString(body)), type);
    }

    /** Sends a request whose response may take {@code wait} longer than others. */
    <T> T post(String path, Object body, Class<T> type, Duration wait) {
        return read(text("POST", path, Json.MAPPER.writeValueAsString(body), wait), type);
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

    /** Sends a request, with JSON unless it is null, and returns the body of the response. */
    String text(String method, String path, @Nullable String json) {
        return text(method, path, json, Duration.ZERO);
    }

    private String text(String method, String path, @Nullable String json, Duration wait) {
        HttpRequest.Builder request = request(method, path, json).timeout(TIMEOUT.plus(wait));
        if (options.token() != null) {
            request.header("Authorization", "Bearer " + options.token());
        }
        return success(request.build()).body();
    }

    /** Sends a form without a token. */
    <T> T form(String path, String form, Class<T> type) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        return read(success(request.build()).body(), type);
    }

    private HttpRequest.Builder request(String method, String path, @Nullable String json) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + path));
        if (json == null) {
            return request.method(method, BodyPublishers.noBody());
        }
        return request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString(json));
    }

    private HttpResponse<String> success(HttpRequest request) {
        HttpResponse<String> response = send(request);
        if (response.statusCode() >= 300) {
            throw exception(request, response);
        }
        return response;
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new WdataMockException(
                    "%s %s was not answered: %s; %s".formatted(request.method(), request.uri(), e, options.hint()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WdataMockException("%s %s was interrupted".formatted(request.method(), request.uri()), e);
        }
    }

    private static WdataMockException exception(HttpRequest request, HttpResponse<String> response) {
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

    /** The problem in a response of the control API; null if the response is of another form. */
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
