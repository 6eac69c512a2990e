package io.wdatamock.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.Api;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A viewer of a sandbox's events, read one after the other. Reading waits for what has not happened yet. */
final class EventReader implements AutoCloseable {

    /** An event as it came. */
    record Told(String name, JsonNode data) {

        String at(String pointer) {
            return data.at(pointer).asString();
        }
    }

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpResponse<InputStream> response;
    private final BufferedReader lines;

    private EventReader(HttpResponse<InputStream> response) {
        this.response = response;
        this.lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    /** Begins to watch the sandbox, and takes the clock that it is told first. */
    static EventReader of(Api api) {
        EventReader reader = open(URI.create(api.host() + "/sandbox/" + api.sandbox() + "/__mock/events"));
        assertThat(reader.next().name()).isEqualTo("clock");
        return reader;
    }

    /** Begins to watch; nothing is taken yet. */
    static EventReader open(URI uri) {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Accept", "text/event-stream")
                .build();
        try {
            return new EventReader(CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<InputStream> response() {
        return response;
    }

    /** The next event. */
    Told next() {
        return nextOrEnd().orElseThrow(() -> new AssertionError("The stream has ended"));
    }

    /** So many of the next events. */
    List<Told> next(int count) {
        List<Told> told = new ArrayList<>();
        while (told.size() < count) {
            told.add(next());
        }
        return told;
    }

    /** The next event, or none if the stream has ended. */
    Optional<Told> nextOrEnd() {
        try {
            String line = lines.readLine();
            while (line != null && !line.startsWith("event: ")) {
                line = lines.readLine();
            }
            if (line == null) {
                return Optional.empty();
            }
            String data = lines.readLine();
            assertThat(data).startsWith("data: ");
            assertThat(lines.readLine()).isEmpty();
            return Optional.of(new Told(line.substring("event: ".length()), JSON.readTree(data.substring(6))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
