package io.wdatamock.upstream;

import io.wdatamock.WdataMockApplication;
import io.wdatamock.http.ApiClient;
import io.wdatamock.wire.WireJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** A second wdata-mock that plays the real service, whose responses a test can change on the way. */
public final class SecondMock implements AutoCloseable {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Headers that the HTTP client or server sets itself. */
    private static final Set<String> OWN = Set.of("host", "connection", "content-length", "transfer-encoding", "date");

    private final ConfigurableApplicationContext server;
    private final RecordedService service = new RecordedService();
    private final AtomicInteger sandboxes = new AtomicInteger();
    private ApiClient sandbox;
    private volatile BiConsumer<String, JsonNode> change = SecondMock::keep;

    public SecondMock(String... settings) {
        String[] all = new String[settings.length + 1];
        System.arraycopy(settings, 0, all, 0, settings.length);
        all[settings.length] = "--server.port=0";
        server = SpringApplication.run(WdataMockApplication.class, all);
        sandbox = reset();
    }

    /** The URL that forwards to the current sandbox. */
    public String url() {
        return service.url();
    }

    /** Enters a new sandbox with a frozen clock; responses are unchanged. */
    public ApiClient reset() {
        String port = server.getEnvironment().getRequiredProperty("local.server.port");
        sandbox = ApiClient.of("http://127.0.0.1:%s/sandbox/service-%d".formatted(port, sandboxes.incrementAndGet()));
        sandbox.control()
                .put("/clock", "{'mode': 'frozen', 'now': '%s'}".formatted(ApiClient.START))
                .assertStatus(200);
        change = SecondMock::keep;
        service.answerWith(exchange -> {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create(sandbox.host() + exchange.getRequestURI().toString()))
                    .method(
                            exchange.getRequestMethod(),
                            HttpRequest.BodyPublishers.ofByteArray(
                                    exchange.getRequestBody().readAllBytes()));
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                    values.forEach(value -> request.header(name, value));
                }
            });
            HttpResponse<byte[]> response = send(request.build());
            response.headers().map().forEach((name, values) -> {
                if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                    exchange.getResponseHeaders().put(name, List.copyOf(values));
                }
            });
            JsonNode json = WireJson.MAPPER.readTree(response.body());
            change.accept(exchange.getRequestURI().getPath(), json);
            RecordedService.send(exchange, response.statusCode(), WireJson.MAPPER.writeValueAsBytes(json));
        });
        return sandbox;
    }

    private static void keep(String path, JsonNode response) {
        // the response is that of the second server
    }

    /** Changes the JSON of all further responses; the first argument is the path. */
    public void change(BiConsumer<String, JsonNode> next) {
        change = next;
    }

    /** The current sandbox, addressed directly. */
    public ApiClient sandbox() {
        return sandbox;
    }

    private static HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        service.close();
        server.close();
    }
}
