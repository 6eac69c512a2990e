package io.wdatamock.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request under construction. By default, it has a bearer token, no other headers and no body. */
public final class ApiRequest {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String method;
    private final URI uri;
    private final List<Map.Entry<String, String>> headers = new ArrayList<>();
    private HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.noBody();

    ApiRequest(String method, URI uri) {
        this.method = method;
        this.uri = uri;
        header("Authorization", "Bearer any");
    }

    /** Replaces single quotes by double quotes if the first quote of a text is a single one. */
    public static String toJson(String text) {
        int single = text.indexOf('\'');
        int twofold = text.indexOf('"');
        return single >= 0 && (twofold < 0 || single < twofold) ? text.replace('\'', '"') : text;
    }

    /** Adds a header. */
    public ApiRequest header(String name, String value) {
        headers.add(Map.entry(name, value));
        return this;
    }

    /** Removes a header. */
    public ApiRequest without(String name) {
        headers.removeIf(header -> header.getKey().equalsIgnoreCase(name));
        return this;
    }

    /** Replaces the bearer token. */
    public ApiRequest token(String token) {
        return without("Authorization").header("Authorization", "Bearer " + token);
    }

    /** Sets a body of JSON, which may have {@linkplain #toJson single quotes}. */
    public ApiRequest json(String json) {
        return header("Content-Type", "application/json").body(toJson(json));
    }

    public ApiRequest form(String form) {
        return header("Content-Type", "application/x-www-form-urlencoded").body(form);
    }

    /** Sets a body in UTF-8 with a content length. */
    public ApiRequest body(String text) {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sets a body with a content length. */
    public ApiRequest body(byte[] bytes) {
        body = HttpRequest.BodyPublishers.ofByteArray(bytes);
        return this;
    }

    /** Sets a body with chunked transfer encoding. */
    public ApiRequest chunked(byte[] bytes) {
        body = HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
        return this;
    }

    public ApiResponse send() {
        HttpResponse<String> response = send(HttpResponse.BodyHandlers.ofString());
        return new ApiResponse(response.statusCode(), response.headers(), response.body());
    }

    <T> HttpResponse<T> send(HttpResponse.BodyHandler<T> reader) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).method(method, body);
        headers.forEach(header -> request.header(header.getKey(), header.getValue()));
        try {
            return CLIENT.send(request.build(), reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends the request; see {@link ApiResponse#assertOk}. */
    public ApiResponse assertOk() {
        return send().assertOk();
    }

    /** Sends the request; see {@link ApiResponse#assertStatus}. */
    public ApiResponse assertStatus(int status) {
        return send().assertStatus(status);
    }

    /** Sends the request; see {@link ApiResponse#assertError}. */
    public ApiResponse assertError(int status, @Nullable String target, String message) {
        return send().assertError(status, target, message);
    }
}
