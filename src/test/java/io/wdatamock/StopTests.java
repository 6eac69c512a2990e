package io.wdatamock;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.ControlClient;
import io.wdatamock.http.EventStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Stopping a server with waiting requests and open event streams. */
@Timeout(120)
class StopTests {

    /** Much shorter than the holds and delays of these tests; measured: less than 2 s on an idle machine. */
    private static final Duration SOON = Duration.ofSeconds(8);

    @Test
    void stopReleasesWaitingRequestsAndStreams() throws IOException {
        ExecutorService clients = Executors.newCachedThreadPool();
        try (ServerProcess server = ServerProcess.start()) {
            ApiClient api = server.client();
            fault("getConnection", "before", "{'type': 'hold'}", api);
            fault("refreshConnection", "after", "{'type': 'hold'}", api);
            fault("getRefreshStatus", "before", "{'type': 'delay', 'for': 'PT1M'}", api);
            fault("listConnections", "after", "{'type': 'delay', 'for': 'PT1M'}", api);
            EventStream events = api.events();
            List<Supplier<ApiResponse>> requests = List.of(
                    () -> api.connection("slow"),
                    () -> api.refresh("slow"),
                    () -> api.status("stuck"),
                    () -> api.list(""));
            List<CompletableFuture<ApiResponse>> waiting = requests.stream()
                    .map(request -> CompletableFuture.supplyAsync(request, clients))
                    .toList();
            awaitArrivals(waiting.size(), api.control());
            assertThat(waiting).noneMatch(CompletableFuture::isDone);

            assertStopsSoon(server);
            assertThat(waiting)
                    .allSatisfy(request -> assertThat(
                                    request.join().assertStatus(503).text())
                            .contains("The server is stopping; send the request again after its restart"));
            assertThat(Stream.generate(events::nextOrEnd)
                            .takeWhile(Optional::isPresent)
                            .map(event -> event.orElseThrow().name()))
                    .contains("run");
        } finally {
            clients.shutdown();
        }
    }

    /** During a stop, the server cannot create the beans of a first request and would wait for them forever. */
    @Test
    void incompleteFirstRequestsDoNotDelayAStop() throws IOException {
        try (ServerProcess server = ServerProcess.start()) {
            for (int count = 0; count < 10; count++) {
                server.client().openRaw("""
                        POST /api/v1/connections/instant/refresh HTTP/1.1
                        Host: localhost
                        Authorization: Bearer any
                        Content-Length: 100

                        {"source""");
            }

            assertStopsSoon(server);
        }
    }

    private static void assertStopsSoon(ServerProcess server) {
        server.terminate();

        assertThat(CompletableFuture.supplyAsync(server::exitCode))
                .succeedsWithin(SOON)
                .isEqualTo(143);
    }

    private static void fault(String operation, String when, String effect, ApiClient api) {
        String fault = "{'operation': '%s', 'when': '%s', 'effect': %s}".formatted(operation, when, effect);
        api.control().post("/faults", fault).assertStatus(201);
    }

    /** Polls until this number of requests have arrived and one of them has started its run. */
    private static void awaitArrivals(int count, ControlClient control) {
        int attempts = 0;
        while (control.requests().text().split("\"operation\"", -1).length <= count
                || !control.get("/runs").text().contains("jobId")) {
            assertThat(attempts++)
                    .as("attempts until %d requests waited", count)
                    .isLessThan(5000);
        }
    }
}
