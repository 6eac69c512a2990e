package io.wdatamock.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.ControlClient;
import io.wdatamock.http.HttpTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Faults that hold requests. */
@HttpTest
class HoldControlTests {

    private final ExecutorService clients = Executors.newCachedThreadPool();

    @AfterEach
    void stopClients() {
        clients.shutdownNow();
    }

    @Test
    void releasedRefreshesConflict(ApiClient api, ControlClient control) {
        List<CompletableFuture<ApiResponse>> held = hold(2, api);
        ApiResponse journal = control.requests();
        assertThat(journal.json().at("/requests/0").has("status")).isFalse();
        assertThat(journal.at("/requests/0/operation")).isEqualTo("refreshConnection");
        assertThat(held).noneMatch(CompletableFuture::isDone);

        control.delete("/faults").assertStatus(204);
        assertThat(held.stream().map(CompletableFuture::join).map(ApiResponse::status))
                .containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void resetReleasesAHoldWithoutEffect(ApiClient api, ControlClient control) {
        List<CompletableFuture<ApiResponse>> held = hold(1, api);

        control.post("/reset", "").assertStatus(204);

        held.get(0).join().assertStatus(503);
        api.status("slow").assertStatus(404);
    }

    @Test
    void deletingTheSandboxReleasesAHold(ApiClient api) {
        List<CompletableFuture<ApiResponse>> held = hold(1, api);

        api.root().delete("/__mock/sandboxes/" + api.sandbox()).assertStatus(204);

        held.get(0).join().assertStatus(503);
    }

    @Test
    void hundredHeldRequestsDoNotBlockOthers(ApiClient api, ControlClient control) {
        control.put("/settings", "{'overlap': 'allow'}");
        List<CompletableFuture<ApiResponse>> held = hold(100, api);

        api.connection("slow").assertOk();
        assertThat(held).noneMatch(CompletableFuture::isDone);

        control.delete("/faults");
        assertThat(held.stream().map(CompletableFuture::join).map(ApiResponse::status))
                .containsOnly(200);
    }

    /** Adds a fault that holds refreshes, sends refreshes and waits until they have arrived. */
    private List<CompletableFuture<ApiResponse>> hold(int count, ApiClient api) {
        api.control().post("/faults", "{'operation': 'refreshConnection', 'effect': {'type': 'hold'}}");
        List<CompletableFuture<ApiResponse>> held = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> api.refresh("slow"), clients))
                .limit(count)
                .toList();
        for (int attempts = 0; arrivals(api) < count; attempts++) {
            assertThat(attempts).as("attempts until %d requests arrived", count).isLessThan(5000);
        }
        return held;
    }

    private static long arrivals(ApiClient api) {
        return api.control()
                .requests()
                .entries("requests")
                .filter(entry -> entry.has("operation"))
                .count();
    }
}
