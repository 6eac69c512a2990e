package io.wdatamock.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.HttpTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The rate limit of a sandbox, which uses the sandbox's clock. */
@HttpTest
class RateLimitHttpTests {

    @Test
    void thereIsNoLimitByDefault(ApiClient api) {
        for (int i = 0; i < 50; i++) {
            api.list("?limit=1").assertOk();
        }
    }

    @Test
    void requestsOverTheLimitGet429WithRetryAfter(ApiClient api) {
        api.changeSettings("{'rateLimit': 2}");
        api.list("").assertOk();
        api.refresh("instant").assertOk();

        assertLimited(api.list(""), 2, "1");
        assertLimited(api.refresh("instant"), 2, "1");
        api.advanceClock(Duration.ofMillis(499));
        assertLimited(api.list(""), 2, "1");
        api.advanceClock(Duration.ofMillis(1));

        api.list("").assertOk();
        assertLimited(api.list(""), 2, "1");
    }

    @Test
    void requestAfterRetryAfterIsServed(ApiClient api) {
        api.changeSettings("{'rateLimit': 1}");
        api.list("").assertOk();
        ApiResponse rejected = api.list("");
        assertLimited(rejected, 1, "1");

        api.advanceClock(Duration.ofSeconds(Long.parseLong(rejected.header("Retry-After"))));

        api.list("").assertOk();
    }

    @Test
    void burstIsLimitedToOnePeriodEvenAfterALongPause(ApiClient api) {
        api.changeSettings("{'rateLimit': 3}");
        api.advanceClock(Duration.ofHours(1));

        for (int i = 0; i < 3; i++) {
            api.list("").assertOk();
        }
        assertLimited(api.list(""), 3, "1");
    }

    @Test
    void eachSandboxHasItsOwnLimit(ApiClient api) {
        ApiClient other = api.in(api.sandbox() + "-other");
        api.changeSettings("{'rateLimit': 1}");
        other.changeSettings("{'rateLimit': 1}");

        api.list("").assertOk();
        assertLimited(api.list(""), 1, "1");
        other.list("").assertOk();
    }

    @Test
    void nullMeansNoLimit(ApiClient api) {
        api.changeSettings("{'rateLimit': 1}");
        api.list("").assertOk();
        api.changeSettings("{'rateLimit': null}");

        api.list("").assertOk();
    }

    @Test
    void operationsOfAWorkspaceCanHaveSeparateLimits(ApiClient api) {
        api.changeSettings("{'rateLimit': {'requests': 2, 'per': 'PT1M', 'by': 'operation'}}");
        for (int i = 0; i < 2; i++) {
            api.connection("instant").assertOk();
        }

        ApiResponse rejected = api.connection("slow")
                .assertError(
                        429,
                        null,
                        "This sandbox takes 2 requests per PT1M for each operation of a workspace; "
                                + "wait as long as Retry-After says");
        assertThat(rejected.header("Retry-After")).isEqualTo("30");
        api.connection("emissions-to-esg-table").assertOk();
        api.refresh("instant").assertOk();
        api.status("instant").assertOk();
        api.list("").assertOk();
        api.advanceClock(Duration.ofSeconds(29));
        assertThat(api.connection("instant").header("Retry-After")).isEqualTo("1");
        api.advanceClock(Duration.ofSeconds(1));
        api.connection("instant").assertOk();
    }

    @Test
    void limitOfTheSandboxCanHaveALongerPeriod(ApiClient api) {
        api.changeSettings("{'rateLimit': {'requests': 60, 'per': 'PT1M'}}");
        for (int i = 0; i < 30; i++) {
            api.list("?limit=1").assertOk();
            api.connection("emissions-to-esg-table").assertOk();
        }

        ApiResponse rejected = api.refresh("instant")
                .assertError(429, null, "This sandbox takes 60 requests per PT1M; wait as long as Retry-After says");
        assertThat(rejected.header("Retry-After")).isEqualTo("1");
        api.advanceClock(Duration.ofSeconds(1));
        api.refresh("instant").assertOk();
        api.list("").assertStatus(429);
    }

    @Test
    void snapshotKeepsTheCounts(ApiClient api) {
        api.changeSettings("{'rateLimit': {'requests': 1, 'per': 'PT1M', 'by': 'operation'}}");
        api.list("").assertOk();
        String snapshot = api.get("/__mock/snapshot").send().text();

        ApiClient other = api.in(api.sandbox() + "-restored");
        other.request("PUT", "/__mock/snapshot").json(snapshot).assertStatus(204);

        assertThat(other.list("").header("Retry-After")).isEqualTo("60");
        other.connection("instant").assertOk();
    }

    private static void assertLimited(ApiResponse response, int limit, String retryAfter) {
        response.assertError(
                429,
                null,
                "This sandbox takes %d %s per second; wait as long as Retry-After says"
                        .formatted(limit, limit == 1 ? "request" : "requests"));
        assertThat(response.header("Retry-After")).isEqualTo(retryAfter);
    }
}
