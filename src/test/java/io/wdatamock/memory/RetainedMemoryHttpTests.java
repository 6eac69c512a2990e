package io.wdatamock.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.events.Subscription;
import io.wdatamock.http.Answer;
import io.wdatamock.http.Api;
import io.wdatamock.http.HttpTest;
import io.wdatamock.sandbox.Sandbox;
import io.wdatamock.sandbox.Sandboxes;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A server whose sandboxes may retain 2 MiB together. */
@HttpTest
class RetainedMemoryHttpTests {

    private static final long LIMIT = 2 << 20;

    /** More than a third of the budget, so that there is room for two. */
    private static final int LARGE = 900_000;

    private static final String VERIFY = "/__mock/requests/verify";

    @TestConfiguration(proxyBeanMethods = false)
    static class SmallBudget {

        @Bean
        @Primary
        RetainedMemory smallBudget() {
            return new RetainedMemory(LIMIT);
        }
    }

    private final RetainedMemory memory;
    private final Sandboxes sandboxes;

    RetainedMemoryHttpTests(@Autowired RetainedMemory memory, @Autowired Sandboxes sandboxes) {
        this.memory = memory;
        this.sandboxes = sandboxes;
    }

    @AfterEach
    void everySandboxGivesBackWhatItRetained() {
        sandboxes.all().forEach(sandbox -> sandboxes.delete(sandbox.name()));
        long fresh = memory.used();
        sandboxes.delete(Sandboxes.DEFAULT);
        assertThat(memory.used()).isEqualTo(fresh).isLessThan(64 << 10);
    }

    @Test
    void aSandboxKeepsItsNewestEntriesWhateverOthersRequest(Api api) {
        Api quiet = api.in("quiet");
        repeat(12, () -> quiet.connection("instant").assertOk());
        repeat(700, () -> padded(api).assertOk());
        Api late = api.in("late");
        repeat(12, () -> late.connection("instant").assertOk());
        repeat(700, () -> padded(api).assertOk());

        assertThat(entries(quiet)).isGreaterThanOrEqualTo(10);
        assertThat(entries(late)).isGreaterThanOrEqualTo(10);
        assertThat(entries(api)).isBetween(50, 699);
        assertThat(memory.used()).isLessThanOrEqualTo(LIMIT);
    }

    @Test
    void theOldestFinalRunsMakeRoomForNewOnes(Api api) {
        List<String> jobs = IntStream.range(0, 6)
                .mapToObj(i ->
                        api.refresh("instant", parameters(i, LARGE)).assertOk().at("/body/jobId"))
                .toList();

        assertThat(api.status("instant", jobs.get(0)).status()).isEqualTo(404);
        assertThat(api.status("instant", jobs.get(5)).status()).isEqualTo(200);
        assertThat(memory.used()).isLessThanOrEqualTo(LIMIT);
    }

    @Test
    void equalParametersAreKeptOnce(Api api) {
        String first = api.refresh("instant", parameters(0, LARGE)).assertOk().at("/body/jobId");
        long one = memory.used();
        api.refresh("instant", parameters(0, LARGE)).assertOk();
        api.refresh("instant", "{\"usePreviousSourceParameters\": true}").assertOk();

        assertThat(api.status("instant", first).status()).isEqualTo(200);
        assertThat(memory.used() - one).isLessThan(LIMIT - LARGE);
    }

    @Test
    void activeRunsThatFillTheBudgetAreKeptAndFurtherOnesRefused(Api api) {
        api.settings("{\"overlap\": \"allow\"}");
        repeat(2, i -> api.refresh("stuck", parameters(i, LARGE)).assertOk());
        String before = runs(api);

        Answer refused = api.refresh("stuck", parameters(2, LARGE));
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.at("/body"))
                .contains("would exceed the limit of " + LIMIT)
                .contains("delete sandboxes");
        Answer batch = api.batch("[{\"connectionId\": \"instant\", \"sourceParameters\": {\"p\": \"%s\"}}]"
                .formatted("x".repeat(LARGE)));
        assertThat(batch.status()).isEqualTo(503);
        Answer connection = api.request("PUT", "/__mock/connections/large")
                .body("{\"metadata\": {\"p\": \"%s\"}}".formatted("x".repeat(LARGE)))
                .send();
        assertThat(connection.status()).isEqualTo(503);
        assertThat(runs(api)).isEqualTo(before);
        assertThat(api.connection("large").status()).isEqualTo(404);
        api.refresh("instant").assertOk();

        repeat(6, () -> api.post("/__mock/connections/stuck/advance").send());
        api.refresh("instant", parameters(2, LARGE)).assertOk();
    }

    @Test
    void aSnapshotForWhichThereIsNoRoomChangesNothing(Api api) {
        api.settings("{\"overlap\": \"allow\"}");
        repeat(2, i -> api.refresh("stuck", parameters(i, LARGE)).assertOk());
        String snapshot = api.get("/__mock/snapshot").send().text();
        Api other = api.in("other");
        String before = other.get("/__mock/snapshot").send().text();

        assertThat(other.request("PUT", "/__mock/snapshot")
                        .body(snapshot)
                        .send()
                        .status())
                .isEqualTo(503);
        assertThat(other.get("/__mock/snapshot").send().text()).isEqualTo(before);

        assertThat(api.request("PUT", "/__mock/snapshot").body(snapshot).send().status())
                .as("in the place of what it was taken of")
                .isEqualTo(204);
    }

    @Test
    void talliesMakeRoomAndVerifyKnowsThatTheyAreGone(Api api) {
        repeat(4000, i -> api.connection("%0200d".formatted(i)));

        assertThat(memory.used()).isLessThanOrEqualTo(LIMIT);
        Answer never = verify(api, "{\"connectionId\": \"%0200d\", \"count\": {\"exactly\": 0}}".formatted(0));
        assertThat(never.at("/verdict")).isEqualTo("unknown");
        Answer all = verify(api, "{\"operation\": \"getConnection\", \"count\": {\"exactly\": 4000}}");
        assertThat(all.at("/verdict")).isEqualTo("satisfied");
    }

    @Test
    void aViewerThatDoesNotReadIsEndedBeforeAnythingElseIsDropped(Api api) throws InterruptedException {
        Sandbox sandbox = sandboxes.enter(api.sandbox());
        Subscription stalled = sandbox.watch();
        try {
            api.settings("{\"overlap\": \"allow\"}");
            repeat(2, i -> api.refresh("instant", parameters(i, LARGE)).assertOk());

            assertThat(memory.used()).isLessThanOrEqualTo(LIMIT);
            assertThat(stalled.next(Duration.ZERO)).isNull();
            assertThat(stalled.isOver()).isTrue();
        } finally {
            sandbox.unwatch(stalled);
            sandboxes.leave(sandbox);
        }
    }

    @Test
    void tokensMakeRoomTheOldestFirst(Api api) {
        String form = "grant_type=client_credentials&client_id=c&client_secret=s&scope=" + "x".repeat(1000);
        String oldest = api.token(form).at("/access_token");
        repeat(1500, () -> assertThat(api.token(form).status()).isEqualTo(200));
        String newest = api.token(form).at("/access_token");
        api.settings("{\"auth\": \"issued\"}");

        assertThat(memory.used()).isLessThanOrEqualTo(LIMIT);
        assertThat(api.get("/api/v1/connections").token(newest).send().status()).isEqualTo(200);
        assertThat(api.get("/api/v1/connections").token(oldest).send().status()).isEqualTo(401);
    }

    private static String parameters(int number, int length) {
        return "{\"sourceParameters\": {\"p\": \"%d%s\"}}".formatted(number, "x".repeat(length));
    }

    private static Answer padded(Api api) {
        return api.get("/api/v1/connections/instant")
                .header("X-Padding", "x".repeat(4000))
                .send();
    }

    private static int entries(Api api) {
        return api.get("/__mock/requests").send().json().path("requests").size();
    }

    private static String runs(Api api) {
        return api.get("/__mock/runs").send().text();
    }

    private static Answer verify(Api api, String expectation) {
        return api.post(VERIFY).body(expectation).send();
    }

    private static void repeat(int times, Runnable request) {
        repeat(times, i -> request.run());
    }

    private static void repeat(int times, java.util.function.IntConsumer request) {
        IntStream.range(0, times).forEach(request);
    }
}
