package sample;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** Code under test: refreshes a connection, with up to three attempts. */
public class SyncJob {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int MOST_TRIES = 3;

    private final String baseUrl;
    private final String token;
    private final String connectionId;

    public SyncJob(String baseUrl) {
        this(baseUrl, "any", "instant");
    }

    public SyncJob(String baseUrl, String token, String connectionId) {
        this.baseUrl = baseUrl;
        this.token = token;
        this.connectionId = connectionId;
    }

    /** The number of attempts. */
    public int run() {
        for (int attempt = 1; attempt <= MOST_TRIES; attempt++) {
            if (refresh().contains("\"destinationStatus\":\"complete\"")) {
                return attempt;
            }
        }
        throw new IllegalStateException("no success in " + MOST_TRIES + " tries");
    }

    private String refresh() {
        String path = "/s/wdata/prep/api/v1/connections/" + connectionId + "/refresh";
        HttpRequest request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"sourceParameters\": {\"year\": 2026}}"))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            return "no answer: " + e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
