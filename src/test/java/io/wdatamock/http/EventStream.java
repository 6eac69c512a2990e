package io.wdatamock.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An SSE stream of a sandbox's events. Reading blocks until the next event. */
public final class EventStream implements AutoCloseable {

    /** A received event. */
    public record Event(String name, JsonNode data) {

        public String at(String pointer) {
            return data.at(pointer).asString();
        }
    }

    private final HttpResponse<InputStream> response;
    private final BufferedReader lines;

    private EventStream(HttpResponse<InputStream> response) {
        this.response = response;
        this.lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    /** Opens a stream without reading any event. */
    public static EventStream open(ApiRequest request) {
        return new EventStream(
                request.header("Accept", "text/event-stream").send(HttpResponse.BodyHandlers.ofInputStream()));
    }

    static EventStream openAfterClock(ApiRequest request) {
        EventStream events = open(request);
        assertThat(events.next().name()).isEqualTo("clock");
        return events;
    }

    public HttpResponse<InputStream> response() {
        return response;
    }

    public Event next() {
        return nextOrEnd().orElseThrow(() -> new AssertionError("The stream has ended"));
    }

    public List<Event> next(int count) {
        return Stream.generate(this::next).limit(count).toList();
    }

    /** The next event, or empty if the stream has ended. */
    public Optional<Event> nextOrEnd() {
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
            return Optional.of(new Event(
                    line.substring("event: ".length()), JsonMapper.shared().readTree(data.substring(6))));
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
