package io.wdatamock.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A client of the vendor's API, like one under test. */
public final class VendorClient {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String baseUrl;
    private final String token;

    public VendorClient(WdataMock mock) {
        this(mock.baseUrl(), "any");
    }

    public VendorClient(String baseUrl, String token) {
        this.baseUrl = baseUrl;
        this.token = token;
    }

    public HttpResponse<String> refresh(String connectionId) {
        return refresh(connectionId, "");
    }

    public HttpResponse<String> refresh(String connectionId, String json) {
        return send("POST", "/" + connectionId + "/refresh", json);
    }

    public HttpResponse<String> status(String connectionId) {
        return send("GET", "/" + connectionId + "/status", "");
    }

    public HttpResponse<String> connection(String connectionId) {
        return send("GET", "/" + connectionId, "");
    }

    /** The statuses of source and destination in a poll. */
    public String statuses(String connectionId) {
        Envelope run = Json.MAPPER.readValue(status(connectionId).body(), Envelope.class);
        return run.body().sourceStatus().name() + ", "
                + run.body().destinationStatus().name();
    }

    private HttpResponse<String> send(String method, String path, String json) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(baseUrl + "/api/v1/connections" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Envelope(Run body) {}
}
