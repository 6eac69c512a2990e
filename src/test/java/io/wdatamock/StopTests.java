package io.wdatamock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Stopping a server on which requests wait and viewers watch. */
@Timeout(120)
class StopTests {

    /** Far less than a hold or the delay of these tests takes; that a quiet machine needs well under 2 s is measured. */
    private static final Duration SOON = Duration.ofSeconds(8);

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Test
    void whatWaitsIsLetGoAndTheProcessIsGone() throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.start()) {
            fault(server, "getConnection", "before", "{\"type\": \"hold\"}");
            fault(server, "refreshConnection", "after", "{\"type\": \"hold\"}");
            fault(server, "getRefreshStatus", "before", "{\"type\": \"delay\", \"for\": \"PT1M\"}");
            fault(server, "listConnections", "after", "{\"type\": \"delay\", \"for\": \"PT1M\"}");
            InputStream events = watch(server);
            List<CompletableFuture<HttpResponse<String>>> waiting = List.of(
                    send(server, "GET", "/api/v1/connections/slow"),
                    send(server, "POST", "/api/v1/connections/slow/refresh"),
                    send(server, "GET", "/api/v1/connections/stuck/status"),
                    send(server, "GET", "/api/v1/connections"));
            awaitArrivals(server, waiting.size());
            assertThat(waiting).noneMatch(CompletableFuture::isDone);

            server.terminate();

            assertThat(CompletableFuture.supplyAsync(() -> exitCode(server)))
                    .succeedsWithin(SOON)
                    .isEqualTo(143);
            assertThat(waiting).allSatisfy(request -> {
                assertThat(request.join().statusCode()).isEqualTo(503);
                assertThat(request.join().body()).contains("The server is stopping; ask again when it is back");
            });
            assertThat(events)
                    .asString(StandardCharsets.UTF_8)
                    .startsWith("event: clock")
                    .contains("event: run");
        }
    }

    /** What the first request would have to make cannot be made during a stop, which would wait for it for ever. */
    @Test
    void halfOfTheVeryFirstRequestsHoldNothingUp() throws IOException {
        try (ServerProcess server = ServerProcess.start()) {
            for (int count = 0; count < 10; count++) {
                sendHalf(server);
            }

            server.terminate();

            assertThat(CompletableFuture.supplyAsync(() -> exitCode(server)))
                    .succeedsWithin(SOON)
                    .isEqualTo(143);
        }
    }

    /** Leaves the connection open, which ends with the server. */
    @SuppressWarnings("resource")
    private static void sendHalf(ServerProcess server) throws IOException {
        URI url = URI.create(server.url());
        new Socket(url.getHost(), url.getPort()).getOutputStream().write("""
                        POST /api/v1/connections/instant/refresh HTTP/1.1\r
                        Host: localhost\r
                        Authorization: Bearer any\r
                        Content-Length: 100\r
                        \r
                        {"source\
                        """.getBytes(StandardCharsets.US_ASCII));
    }

    private static int exitCode(ServerProcess server) {
        try {
            return server.exitCode();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void fault(ServerProcess server, String operation, String when, String effect)
            throws IOException, InterruptedException {
        String fault = "{\"operation\": \"%s\", \"when\": \"%s\", \"effect\": %s}".formatted(operation, when, effect);
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/__mock/faults"))
                .POST(HttpRequest.BodyPublishers.ofString(fault))
                .build();
        assertThat(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(201);
    }

    /** The stream of what happens from now on. */
    private static InputStream watch(ServerProcess server) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/__mock/events"))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream()).body();
    }

    private static CompletableFuture<HttpResponse<String>> send(ServerProcess server, String method, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Authorization", "Bearer any")
                .build();
        return CLIENT.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Looks until so many requests wait for their answers, and one of them has started its run. */
    private static void awaitArrivals(ServerProcess server, int count) {
        int looks = 0;
        while (send(server, "GET", "/__mock/requests").join().body().split("\"operation\"", -1).length <= count
                || !send(server, "GET", "/__mock/runs").join().body().contains("jobId")) {
            assertThat(looks++).as("looks until %d requests waited", count).isLessThan(5000);
        }
    }
}
