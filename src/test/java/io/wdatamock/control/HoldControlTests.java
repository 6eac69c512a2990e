package io.wdatamock.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.Answer;
import io.wdatamock.http.Api;
import io.wdatamock.http.HttpTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Holding requests until a test lets them go on. */
@HttpTest
class HoldControlTests {

    private static final String HOLD = "{\"operation\": \"refreshConnection\", \"effect\": {\"type\": \"hold\"}}";

    private final ExecutorService clients = Executors.newCachedThreadPool();

    @AfterEach
    void stopClients() {
        clients.shutdownNow();
    }

    @Test
    void twoHeldRefreshesGoOnTogetherAndOneMeetsTheOther(Api api) {
        ControlApi control = new ControlApi(api);
        control.post("/faults", HOLD);

        List<CompletableFuture<Answer>> held = refreshes(2, api);
        awaitArrivals(2, control);
        assertThat(control.get("/requests").json().at("/requests/0").has("status"))
                .isFalse();
        assertThat(control.get("/requests").at("/requests/0/operation")).isEqualTo("refreshConnection");
        assertThat(held).noneMatch(CompletableFuture::isDone);

        ControlApi.assertStatus(204, control.delete("/faults"));
        assertThat(held.stream().map(CompletableFuture::join).map(Answer::status))
                .containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void aResetEndsAHoldWithoutEffectInTheNewWorld(Api api) {
        ControlApi control = new ControlApi(api);
        control.post("/faults", HOLD);
        List<CompletableFuture<Answer>> held = refreshes(1, api);
        awaitArrivals(1, control);

        ControlApi.assertStatus(204, control.post("/reset", ""));

        assertThat(held.get(0).join().status()).isEqualTo(503);
        assertThat(api.status("slow").status()).isEqualTo(404);
    }

    @Test
    void droppingTheSandboxEndsAHold(Api api) {
        ControlApi control = new ControlApi(api);
        control.post("/faults", HOLD);
        List<CompletableFuture<Answer>> held = refreshes(1, api);
        awaitArrivals(1, control);

        assertThat(api.outside("DELETE", "/__mock/sandboxes/" + api.sandbox())
                        .send()
                        .status())
                .isEqualTo(204);

        assertThat(held.get(0).join().status()).isEqualTo(503);
    }

    @Test
    void aHundredHeldRequestsStarveNobody(Api api) {
        ControlApi control = new ControlApi(api);
        control.put("/settings", "{\"overlap\": \"allow\"}");
        control.post("/faults", HOLD);
        List<CompletableFuture<Answer>> held = refreshes(100, api);
        awaitArrivals(100, control);

        api.connection("slow").assertOk();
        assertThat(held).noneMatch(CompletableFuture::isDone);

        control.delete("/faults");
        assertThat(held.stream().map(CompletableFuture::join).map(Answer::status))
                .containsOnly(200);
    }

    private List<CompletableFuture<Answer>> refreshes(int number, Api api) {
        return Stream.generate(() -> CompletableFuture.supplyAsync(() -> api.refresh("slow"), clients))
                .limit(number)
                .toList();
    }

    /** Looks at the journal until so many requests have arrived; each look is a request of its own. */
    private static void awaitArrivals(int number, ControlApi control) {
        int looks = 0;
        while (ControlApi.entries(control.get("/requests"), "requests")
                        .filter(entry -> entry.has("operation"))
                        .count()
                < number) {
            assertThat(looks++).as("looks until %d requests arrived", number).isLessThan(5000);
        }
    }
}
