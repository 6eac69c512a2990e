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

/** A request in the making. It carries a bearer token and nothing else, unless told otherwise. */
public final class Request {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String method;
    private final URI uri;
    private final List<Map.Entry<String, String>> headers = new ArrayList<>();
    private HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.noBody();

    Request(String method, URI uri) {
        this.method = method;
        this.uri = uri;
        header("Authorization", "Bearer any");
    }

    /** Adds a header. */
    public Request header(String name, String value) {
        headers.add(Map.entry(name, value));
        return this;
    }

    /** Takes a header away. */
    public Request without(String name) {
        headers.removeIf(header -> header.getKey().equalsIgnoreCase(name));
        return this;
    }

    /** Carries this bearer token instead. */
    public Request token(String token) {
        return without("Authorization").header("Authorization", "Bearer " + token);
    }

    public Request json(String json) {
        return header("Content-Type", "application/json").body(json);
    }

    public Request form(String form) {
        return header("Content-Type", "application/x-www-form-urlencoded").body(form);
    }

    /** Sends this text in UTF-8, of a length that is known beforehand. */
    public Request body(String text) {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends these bytes, of a length that is known beforehand. */
    public Request body(byte[] bytes) {
        body = HttpRequest.BodyPublishers.ofByteArray(bytes);
        return this;
    }

    /** Sends these bytes in chunks, so that their length is not known beforehand. */
    public Request chunked(byte[] bytes) {
        body = HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
        return this;
    }

    /** The answer to the request. */
    public Answer send() {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).method(method, body);
        headers.forEach(header -> request.header(header.getKey(), header.getValue()));
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
