package io.wdatamock.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.events.Subscription;
import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
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

/** A server with a limit of 2 MiB for all sandboxes. */
@HttpTest
class RetainedMemoryHttpTests {

    private static final long LIMIT = 2 << 20;

    /** More than a third of the limit, so that two fit. */
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
    void deletedSandboxesReleaseTheirMemory() {
        sandboxes.all().forEach(sandbox -> sandboxes.delete(sandbox.name()));
        long fresh = memory.used();
        sandboxes.delete(Sandboxes.DEFAULT);
        assertThat(memory.used()).isEqualTo(fresh).isLessThan(64 << 10);
    }

    @Test
    void sandboxKeepsItsNewestEntriesDespiteOthers(ApiClient api) {
        ApiClient quiet = api.in("quiet");
        repeat(12, () -> quiet.connection("instant").assertOk());
        repeat(700, () -> padded(api).assertOk());
        ApiClient late = api.in("late");
        repeat(12, () -> late.connection("instant").assertOk());
        repeat(700, () -> padded(api).assertOk());

        assertThat(entries(quiet)).isGreaterThanOrEqualTo(10);
        assertThat(entries(late)).isGreaterThanOrEqualTo(10);
        assertThat(entries(api)).isBetween(50, 699);
        assertThat(memory.used()).isLessThanOrEqualTo(LIMIT);
    }

    @Test
    void oldestFinalRunsAreEvicted(ApiClient api) {
        List<String> jobs = IntStream.range(0, 6)
                .mapToObj(i ->
                        api.refresh("instant", parameters(i, LARGE)).assertOk().at("/body/jobId"))
                .toList();

        api.status("instant", jobs.get(0)).assertStatus(404);
        api.status("instant", jobs.get(5)).assertStatus(200);
        assertThat(memory.used()).isLessThanOrEqualTo(LIMIT);
    }

    @Test
    void equalParametersAreStoredOnce(ApiClient api) {
        String first = api.refresh("instant", parameters(0, LARGE)).assertOk().at("/body/jobId");
        long one = memory.used();
        api.refresh("instant", parameters(0, LARGE)).assertOk();
        api.refresh("instant", "{'usePreviousSourceParameters': true}").assertOk();

        api.status("instant", first).assertStatus(200);
        assertThat(memory.used() - one).isLessThan(LIMIT - LARGE);
    }

    @Test
    void furtherRunsAreRejectedIfActiveOnesFillTheMemory(ApiClient api) {
        api.changeSettings("{'overlap': 'allow'}");
        repeat(2, i -> api.refresh("stuck", parameters(i, LARGE)).assertOk());
        String before = runs(api);

        ApiResponse rejected = api.refresh("stuck", parameters(2, LARGE)).assertStatus(503);
        assertThat(rejected.at("/body"))
                .contains("would exceed the limit of " + LIMIT)
                .contains("delete sandboxes");
        api.batch("[{\"connectionId\": \"instant\", \"sourceParameters\": {\"p\": \"%s\"}}]"
                        .formatted("x".repeat(LARGE)))
                .assertStatus(503);
        api.request("PUT", "/__mock/connections/large")
                .body("{\"metadata\": {\"p\": \"%s\"}}".formatted("x".repeat(LARGE)))
                .assertStatus(503);
        assertThat(runs(api)).isEqualTo(before);
        api.connection("large").assertStatus(404);
        api.refresh("instant").assertOk();

        repeat(6, () -> api.post("/__mock/connections/stuck/advance").send());
        api.refresh("instant", parameters(2, LARGE)).assertOk();
    }

    @Test
    void tooLargeSnapshotHasNoEffect(ApiClient api) {
        api.changeSettings("{'overlap': 'allow'}");
        repeat(2, i -> api.refresh("stuck", parameters(i, LARGE)).assertOk());
        String snapshot = api.get("/__mock/snapshot").send().text();
        ApiClient other = api.in("other");
        String before = other.get("/__mock/snapshot").send().text();

        other.request("PUT", "/__mock/snapshot").body(snapshot).assertStatus(503);
        assertThat(other.get("/__mock/snapshot").send().text()).isEqualTo(before);

        assertThat(api.request("PUT", "/__mock/snapshot").body(snapshot).send().status())
                .as("restored over its original")
                .isEqualTo(204);
    }

    @Test
    void evictedCountsMakeVerdictsUnknown(ApiClient api) {
        repeat(4000, i -> api.connection("%0200d".formatted(i)));

        assertThat(memory.used()).isLessThanOrEqualTo(LIMIT);
        ApiResponse never = verify(api, "{\"connectionId\": \"%0200d\", \"count\": {\"exactly\": 0}}".formatted(0));
        assertThat(never.at("/verdict")).isEqualTo("unknown");
        ApiResponse all = verify(api, "{\"operation\": \"getConnection\", \"count\": {\"exactly\": 4000}}");
        assertThat(all.at("/verdict")).isEqualTo("satisfied");
    }

    @Test
    void slowSubscriberIsClosedBeforeOtherEvictions(ApiClient api) throws InterruptedException {
        Sandbox sandbox = sandboxes.enter(api.sandbox());
        Subscription stalled = sandbox.watch();
        try {
            api.changeSettings("{'overlap': 'allow'}");
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
    void oldestTokensAreEvicted(ApiClient api) {
        String form = "grant_type=client_credentials&client_id=c&client_secret=s&scope=" + "x".repeat(1000);
        String oldest = api.token(form).at("/access_token");
        repeat(1500, () -> assertThat(api.token(form).status()).isEqualTo(200));
        String newest = api.token(form).at("/access_token");
        api.changeSettings("{'auth': 'issued'}");

        assertThat(memory.used()).isLessThanOrEqualTo(LIMIT);
        api.get("/api/v1/connections").token(newest).assertStatus(200);
        api.get("/api/v1/connections").token(oldest).assertStatus(401);
    }

    private static String parameters(int number, int length) {
        return "{\"sourceParameters\": {\"p\": \"%d%s\"}}".formatted(number, "x".repeat(length));
    }

    private static ApiResponse padded(ApiClient api) {
        return api.get("/api/v1/connections/instant")
                .header("X-Padding", "x".repeat(4000))
                .send();
    }

    private static int entries(ApiClient api) {
        return api.get("/__mock/requests").send().json().path("requests").size();
    }

    private static String runs(ApiClient api) {
        return api.get("/__mock/runs").send().text();
    }

    private static ApiResponse verify(ApiClient api, String expectation) {
        return api.post(VERIFY).body(expectation).send();
    }

    private static void repeat(int times, Runnable request) {
        repeat(times, i -> request.run());
    }

    private static void repeat(int times, java.util.function.IntConsumer request) {
        IntStream.range(0, times).forEach(request);
    }
}
