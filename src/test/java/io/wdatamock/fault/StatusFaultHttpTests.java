package io.wdatamock.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.HttpTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults with a status, before or after the operation. */
@HttpTest
class StatusFaultHttpTests {

    @Test
    void theSeedHasTwoFaults(ApiClient api) {
        for (int i = 0; i < 3; i++) {
            ApiResponse limited =
                    api.refresh("rate-limited").assertError(429, null, "Too many requests; try again after a second");
            assertThat(limited.header("Retry-After")).isEqualTo("1");
            assertThat(limited.header("X-Wdata-Mock-Fault")).isNotEmpty();
            api.refresh("server-error").assertError(500, null, "Something went wrong on the server");
        }
        api.connection("rate-limited").assertOk();
        assertThat(api.status("rate-limited").status()).as("never ran").isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 413, 418, 423, 429, 499, 500, 503, 599})
    void anyErrorStatusHasTheShapeOfErrors(int status, ApiClient api) {
        String id = api.addFault(
                "{'effect': {'type': 'status', 'status': %d, 'message': 'As you wish'}}".formatted(status));

        ApiResponse response = api.connection("instant").assertError(status, null, "As you wish");
        assertThat(response.header("X-Wdata-Mock-Fault")).isEqualTo(id);
        assertThat(response.header("Retry-After")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 0", "PT0.001S, 1", "PT1S, 1", "PT1.5S, 2", "PT2M, 120"})
    void retryAfterIsInWholeSecondsRoundedUp(String wait, String seconds, ApiClient api) {
        api.addFault("{'effect': {'type': 'status', 'status': 503, 'retryAfter': '%s'}}".formatted(wait));

        assertThat(api.list("").header("Retry-After")).isEqualTo(seconds);
    }

    @Test
    void defaultMessageNamesTheFault(ApiClient api) {
        api.addFault("{'effect': {'type': 'status', 'status': 503}}");

        api.list("").assertError(503, null, "A fault of this sandbox returns status 503");
    }

    @Test
    void faultBeforeTheOperationPreventsIt(ApiClient api) {
        api.addFault("{\"operation\": \"refreshConnection\", \"times\": 1, %s}".formatted(effect(503)));

        api.refresh("stuck").assertStatus(503);

        api.status("stuck").assertStatus(404);
        api.refresh("stuck").assertOk();
    }

    @Test
    void faultAfterTheOperationHidesItsResult(ApiClient api) {
        String id = api.addFault(
                "{\"operation\": \"refreshConnection\", \"times\": 1, \"when\": \"after\", %s}".formatted(effect(503)));

        ApiResponse refresh = api.refresh("stuck").assertError(503, null, "A fault of this sandbox returns status 503");
        assertThat(refresh.header("X-Wdata-Mock-Fault")).isEqualTo(id);
        api.status("stuck").assertStatuses("not_started", "not_started");
        api.refresh("stuck").assertStatus(409);
    }

    @Test
    void theNotesOfAReplacedResponseAreKept(ApiClient api) {
        api.addFault("{\"when\": \"after\", %s}".formatted(effect(503)));

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
    void aFaultAppliesToOneOperationOrToAllSix(String operation, String method, String path, ApiClient api) {
        ApiClient other = api.in(api.sandbox() + "-other");
        api.addFault("{\"operation\": \"%s\", %s}".formatted(operation, effect(418)));
        other.addFault("{%s}".formatted(effect(418)));
        String url = "/api/v1/connections" + path;

        api.request(method, url).assertStatus(418);
        other.request(method, url).assertStatus(418);
        assertThat(api.list("").status()).isEqualTo(operation.equals("listConnections") ? 418 : 200);
        other.token("grant_type=client_credentials&client_id=me&client_secret=s")
                .assertStatus(200);
    }

    @Test
    void aFaultForAConnectionMatchesTheEntriesOfABatchToo(ApiClient api) {
        api.addFault("{\"connectionId\": \"instant\", %s}".formatted(effect(418)));

        api.refresh("instant").assertStatus(418);
        api.connection("instant").assertStatus(418);
        api.batch("[{'connectionId': 'stuck'}, {'connectionId': 'instant'}]").assertStatus(418);
        api.batch("[{'connectionId': 'stuck'}]").assertOk();
        api.connection("stuck").assertOk();
        api.list("").assertOk();
        api.batch("no JSON").assertStatus(400);
    }

    @Test
    void skipCountsMatchesAndTimesCountsHits(ApiClient api) {
        api.addFault("{\"operation\": \"getConnection\", \"skip\": 2, \"times\": 2, %s}".formatted(effect(418)));

        api.list("").assertOk();

        assertThat(new int[] {get(api), get(api), get(api), get(api), get(api)})
                .containsExactly(200, 200, 418, 418, 200);
    }

    @Test
    void onlyTheOldestMatchingFaultTriggers(ApiClient api) {
        api.addFault("{\"times\": 1, %s}".formatted(effect(500)));
        api.addFault("{\"times\": 1, %s}".formatted(effect(502)));

        assertThat(new int[] {get(api), get(api), get(api)}).containsExactly(500, 502, 200);
    }

    @Test
    void probabilityIsReproducibleInEverySandbox(ApiClient api) {
        ApiClient other = api.in(api.sandbox() + "-other");
        String fault = "{\"probability\": 0.5, %s}".formatted(effect(418));
        api.addFault(fault);
        other.addFault(fault);

        int hits = 0;
        for (int i = 0; i < 100; i++) {
            int status = get(api);
            assertThat(get(other)).isEqualTo(status);
            hits += status == 418 ? 1 : 0;
        }

        assertThat(hits).isBetween(30, 70);
    }

    private static int get(ApiClient api) {
        return api.connection("instant").status();
    }

    private static String effect(int status) {
        return "\"effect\": {\"type\": \"status\", \"status\": %d}".formatted(status);
    }
}
