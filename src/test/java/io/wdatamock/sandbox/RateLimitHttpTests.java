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

    private static void assertLimited(Answer answer, int limit, String retryAfter) {
        answer.assertRefused(
                429,
                null,
                "This sandbox takes %d requests per second; wait as long as Retry-After says".formatted(limit));
        assertThat(answer.header("Retry-After")).isEqualTo(retryAfter);
    }
}
