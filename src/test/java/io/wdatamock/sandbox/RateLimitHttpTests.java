package io.wdatamock.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.Answer;
import io.wdatamock.http.Api;
import io.wdatamock.http.HttpTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The rate limit of a sandbox, by its own clock. */
@HttpTest
class RateLimitHttpTests {

    @Test
    void thereIsNoLimitByDefault(Api api) {
        for (int i = 0; i < 50; i++) {
            api.list("?limit=1").assertOk();
        }
    }

    @Test
    void requestsOverTheLimitAreAskedToComeBack(Api api) {
        api.settings("{\"rateLimit\": 2}");
        api.list("").assertOk();
        api.refresh("instant").assertOk();

        assertLimited(api.list(""), 2, "1");
        assertLimited(api.refresh("instant"), 2, "1");
        api.pass(Duration.ofMillis(499));
        assertLimited(api.list(""), 2, "1");
        api.pass(Duration.ofMillis(1));

        api.list("").assertOk();
        assertLimited(api.list(""), 2, "1");
    }

    @Test
    void whoComesBackWhenToldIsServed(Api api) {
        api.settings("{\"rateLimit\": 1}");
        api.list("").assertOk();
        Answer refused = api.list("");
        assertLimited(refused, 1, "1");

        api.pass(Duration.ofSeconds(Long.parseLong(refused.header("Retry-After"))));

        api.list("").assertOk();
    }

    @Test
    void aSecondsWorthMayComeAtOnceAndNoMoreAfterALongPause(Api api) {
        api.settings("{\"rateLimit\": 3}");
        api.pass(Duration.ofHours(1));

        for (int i = 0; i < 3; i++) {
            api.list("").assertOk();
        }
        assertLimited(api.list(""), 3, "1");
    }

    @Test
    void eachSandboxHasItsOwnLimit(Api api) {
        Api other = api.in(api.sandbox() + "-other");
        api.settings("{\"rateLimit\": 1}");
        other.settings("{\"rateLimit\": 1}");

        api.list("").assertOk();
        assertLimited(api.list(""), 1, "1");
        other.list("").assertOk();
    }

    @Test
    void aLimitOfNullIsNone(Api api) {
        api.settings("{\"rateLimit\": 1}");
        api.list("").assertOk();
        api.settings("{\"rateLimit\": null}");

        api.list("").assertOk();
    }

    @Test
    void eachOperationOfAWorkspaceMayHaveALimitOfItsOwn(Api api) {
        api.settings("{\"rateLimit\": {\"requests\": 2, \"per\": \"PT1M\", \"by\": \"operation\"}}");
        for (int i = 0; i < 2; i++) {
            api.connection("instant").assertOk();
        }

        Answer refused = api.connection("slow");

        refused.assertRefused(
                429,
                null,
                "This sandbox takes 2 requests per PT1M for each operation of a workspace; "
                        + "wait as long as Retry-After says");
        assertThat(refused.header("Retry-After")).isEqualTo("30");
        api.connection("emissions-to-esg-table").assertOk();
        api.refresh("instant").assertOk();
        api.status("instant").assertOk();
        api.list("").assertOk();
        api.pass(Duration.ofSeconds(29));
        assertThat(api.connection("instant").header("Retry-After")).isEqualTo("1");
        api.pass(Duration.ofSeconds(1));
        api.connection("instant").assertOk();
    }

    @Test
    void aLimitOfTheSandboxMayHaveALongerPeriod(Api api) {
        api.settings("{\"rateLimit\": {\"requests\": 60, \"per\": \"PT1M\"}}");
        for (int i = 0; i < 30; i++) {
            api.list("?limit=1").assertOk();
            api.connection("emissions-to-esg-table").assertOk();
        }

        Answer refused = api.refresh("instant");

        refused.assertRefused(429, null, "This sandbox takes 60 requests per PT1M; wait as long as Retry-After says");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        api.pass(Duration.ofSeconds(1));
        api.refresh("instant").assertOk();
        assertThat(api.list("").status()).isEqualTo(429);
    }

    @Test
    void aSnapshotRemembersWhatWasCounted(Api api) {
        api.settings("{\"rateLimit\": {\"requests\": 1, \"per\": \"PT1M\", \"by\": \"operation\"}}");
        api.list("").assertOk();
        String snapshot = api.get("/__mock/snapshot").send().text();

        Api other = api.in(api.sandbox() + "-restored");
        assertThat(other.request("PUT", "/__mock/snapshot")
                        .json(snapshot)
                        .send()
                        .status())
                .isEqualTo(204);

        assertThat(other.list("").header("Retry-After")).isEqualTo("60");
        other.connection("instant").assertOk();
    }

    private static void assertLimited(Answer answer, int limit, String retryAfter) {
        answer.assertRefused(
                429,
                null,
                "This sandbox takes %d %s per second; wait as long as Retry-After says"
                        .formatted(limit, limit == 1 ? "request" : "requests"));
        assertThat(answer.header("Retry-After")).isEqualTo(retryAfter);
    }
}
