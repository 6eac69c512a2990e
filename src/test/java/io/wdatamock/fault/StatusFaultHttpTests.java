package io.wdatamock.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.Answer;
import io.wdatamock.http.Api;
import io.wdatamock.http.HttpTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults that answer with a status of their own, before or after the operation. */
@HttpTest
class StatusFaultHttpTests {

    @Test
    void theSeedHasTwoStandingFaults(Api api) {
        for (int i = 0; i < 3; i++) {
            Answer limited = api.refresh("rate-limited");
            limited.assertRefused(429, null, "Too many requests; try again after a second");
            assertThat(limited.header("Retry-After")).isEqualTo("1");
            assertThat(limited.header("X-Wdata-Mock-Fault")).isNotEmpty();
            api.refresh("server-error").assertRefused(500, null, "Something went wrong on the server");
        }
        api.connection("rate-limited").assertOk();
        assertThat(api.status("rate-limited").status()).as("never ran").isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 413, 418, 423, 429, 499, 500, 503, 599})
    void anyErrorStatusHasTheShapeOfErrors(int status, Api api) {
        String id = api.fault(
                "{\"effect\": {\"type\": \"status\", \"status\": %d, \"message\": \"As you wish\"}}".formatted(status));

        Answer answer = api.connection("instant");

        answer.assertRefused(status, null, "As you wish");
        assertThat(answer.header("X-Wdata-Mock-Fault")).isEqualTo(id);
        assertThat(answer.header("Retry-After")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 0", "PT0.001S, 1", "PT1S, 1", "PT1.5S, 2", "PT2M, 120"})
    void retryAfterIsInWholeSecondsRoundedUp(String wait, String seconds, Api api) {
        api.fault("{\"effect\": {\"type\": \"status\", \"status\": 503, \"retryAfter\": \"%s\"}}".formatted(wait));

        assertThat(api.list("").header("Retry-After")).isEqualTo(seconds);
    }

    @Test
    void withoutAMessageItSaysWhatItIs(Api api) {
        api.fault("{\"effect\": {\"type\": \"status\", \"status\": 503}}");

        api.list("").assertRefused(503, null, "A fault of this sandbox answers with status 503");
    }

    @Test
    void beforeTheOperationNothingHappens(Api api) {
        api.fault("{\"operation\": \"refreshConnection\", \"times\": 1, %s}".formatted(effect(503)));

        assertThat(api.refresh("stuck").status()).isEqualTo(503);

        assertThat(api.status("stuck").status()).isEqualTo(404);
        api.refresh("stuck").assertOk();
    }

    @Test
    void afterTheOperationItHasHappenedAndTheClientDoesNotKnow(Api api) {
        String id = api.fault(
                "{\"operation\": \"refreshConnection\", \"times\": 1, \"when\": \"after\", %s}".formatted(effect(503)));

        Answer refresh = api.refresh("stuck");

        refresh.assertRefused(503, null, "A fault of this sandbox answers with status 503");
        assertThat(refresh.header("X-Wdata-Mock-Fault")).isEqualTo(id);
        api.status("stuck").assertStatuses("not_started", "not_started");
        assertThat(api.refresh("stuck").status()).isEqualTo(409);
    }

    @Test
    void theNotesOfASpoiltAnswerAreKept(Api api) {
        api.fault("{\"when\": \"after\", %s}".formatted(effect(503)));

        assertThat(api.refresh("instant").notes()).containsExactly("The body is empty and counts as {}");
    }

    @ParameterizedTest
    @CsvSource({
        "listConnections, GET, ''",
        "getConnection, GET, /instant",
        "refreshConnection, POST, /instant/refresh",
        "getRefreshStatus, GET, /instant/status",
        "refreshBatch, POST, /batch/refresh",
        "getRefreshBatchStatus, GET, /batch/refresh/b"
    })
    void aFaultIsForOneOperationOrForTheSix(String operation, String method, String path, Api api) {
        Api other = api.in(api.sandbox() + "-other");
        api.fault("{\"operation\": \"%s\", %s}".formatted(operation, effect(418)));
        other.fault("{%s}".formatted(effect(418)));
        String url = "/api/v1/connections" + path;

        assertThat(api.request(method, url).send().status()).isEqualTo(418);
        assertThat(other.request(method, url).send().status()).isEqualTo(418);
        assertThat(api.list("").status()).isEqualTo(operation.equals("listConnections") ? 418 : 200);
        assertThat(other.token("grant_type=client_credentials&client_id=me&client_secret=s")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aFaultForAConnectionMatchesTheEntriesOfABatchToo(Api api) {
        api.fault("{\"connectionId\": \"instant\", %s}".formatted(effect(418)));

        assertThat(api.refresh("instant").status()).isEqualTo(418);
        assertThat(api.connection("instant").status()).isEqualTo(418);
        assertThat(api.batch("[{\"connectionId\": \"stuck\"}, {\"connectionId\": \"instant\"}]")
                        .status())
                .isEqualTo(418);
        api.batch("[{\"connectionId\": \"stuck\"}]").assertOk();
        api.connection("stuck").assertOk();
        api.list("").assertOk();
        assertThat(api.batch("no JSON").status()).isEqualTo(400);
    }

    @Test
    void skipCountsMatchesAndTimesCountsStrikes(Api api) {
        api.fault("{\"operation\": \"getConnection\", \"skip\": 2, \"times\": 2, %s}".formatted(effect(418)));

        api.list("").assertOk();

        assertThat(new int[] {get(api), get(api), get(api), get(api), get(api)})
                .containsExactly(200, 200, 418, 418, 200);
    }

    @Test
    void theOldestMatchingFaultStrikesAndOneOnly(Api api) {
        api.fault("{\"times\": 1, %s}".formatted(effect(500)));
        api.fault("{\"times\": 1, %s}".formatted(effect(502)));

        assertThat(new int[] {get(api), get(api), get(api)}).containsExactly(500, 502, 200);
    }

    @Test
    void chanceRepeatsItselfInEverySandbox(Api api) {
        Api other = api.in(api.sandbox() + "-other");
        String fault = "{\"probability\": 0.5, %s}".formatted(effect(418));
        api.fault(fault);
        other.fault(fault);

        int struck = 0;
        for (int i = 0; i < 100; i++) {
            int status = get(api);
            assertThat(get(other)).isEqualTo(status);
            struck += status == 418 ? 1 : 0;
        }

        assertThat(struck).isBetween(30, 70);
    }

    private static int get(Api api) {
        return api.connection("instant").status();
    }

    private static String effect(int status) {
        return "\"effect\": {\"type\": \"status\", \"status\": %d}".formatted(status);
    }
}
