package io.wdatamock.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.HttpTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Sixty-four concurrent clients. */
@HttpTest
class ConcurrencyHttpTests {

    private static final int CLIENTS = 64;
    private static final ExecutorService POOL = Executors.newFixedThreadPool(CLIENTS);

    @AfterAll
    static void stopClients() {
        POOL.shutdownNow();
    }

    @RepeatedTest(5)
    void oneOfManyRefreshesStartsARunAndTheOthersAreConflicts(ApiClient api) throws Exception {
        List<ApiResponse> responses = together(() -> api.refresh("stuck"));

        assertThat(responses).filteredOn(response -> response.status() == 200).hasSize(1);
        assertThat(responses).filteredOn(response -> response.status() == 409).hasSize(CLIENTS - 1);
        ApiResponse started = responses.stream()
                .filter(response -> response.status() == 200)
                .findFirst()
                .orElseThrow();
        assertThat(responses)
                .filteredOn(response -> response.status() == 409)
                .allMatch(response -> response.at("/body").contains(started.at("/body/jobId")));
        assertThat(api.status("stuck").at("/body/jobId")).isEqualTo(started.at("/body/jobId"));
    }

    @Test
    void withOverlapAllowedAllRefreshesStart(ApiClient api) throws Exception {
        api.changeSettings("{'overlap': 'allow'}");

        List<ApiResponse> responses = together(() -> api.refresh("stuck"));

        assertThat(responses).allMatch(response -> response.status() == 200);
        assertThat(responses.stream().map(response -> response.at("/body/jobId")))
                .doesNotHaveDuplicates();
        assertThat(responses.stream().map(response -> response.at("/body/jobId")))
                .contains(api.status("stuck").at("/body/jobId"));
    }

    @Test
    void eachScriptIsUsedOnce(ApiClient api) throws Exception {
        List<String> scripts = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            scripts.add("{\"outcome\": \"fail_initiation\", \"error\": \"script %d\"}".formatted(i));
        }
        api.saveConnection("{\"connectionId\": \"c\", \"scripts\": %s}".formatted(scripts));

        List<ApiResponse> responses = together(() -> api.refresh("c"));

        assertThat(responses.stream().map(response -> response.at("/body/error")))
                .doesNotHaveDuplicates();
    }

    @Test
    void readsAreCountedOneByOne(ApiClient api) throws Exception {
        api.saveConnection(
                "{'connectionId': 'c', 'scripts': [{'outcome': 'succeed', 'pacing': {'type': 'polled', 'reads': 16}}]}");
        api.refresh("c").assertOk();

        List<String> shown = new ArrayList<>();
        for (ApiResponse response : together(() -> api.status("c"))) {
            shown.add(response.at("/body/sourceStatus") + ", " + response.at("/body/destinationStatus"));
        }

        assertThat(Collections.frequency(shown, "not_started, not_started")).isEqualTo(16);
        assertThat(Collections.frequency(shown, "running, not_started")).isEqualTo(16);
        assertThat(Collections.frequency(shown, "complete, running")).isEqualTo(16);
        assertThat(Collections.frequency(shown, "complete, complete")).isEqualTo(16);
    }

    @Test
    void batchesThatShareAConnectionExcludeEachOther(ApiClient api) throws Exception {
        List<ApiResponse> responses = together(
                () -> api.batch("[{'connectionId': 'trial-balance-to-10k'}, {'connectionId': 'cash-flow-to-10k'}]"));

        assertThat(responses).filteredOn(response -> response.status() == 200).hasSize(1);
        assertThat(responses).filteredOn(response -> response.status() == 409).hasSize(CLIENTS - 1);
    }

    @Test
    void faultWithThreeTimesTriggersThreeTimes(ApiClient api) throws Exception {
        api.addFault("{'times': 3, 'effect': {'type': 'status', 'status': 503}}");

        assertThat(together(() -> api.connection("instant")))
                .filteredOn(response -> response.status() == 503)
                .hasSize(3);
    }

    @Test
    void concurrentTokensAreDistinctAndValid(ApiClient api) throws Exception {
        api.changeSettings("{'auth': 'issued'}");

        List<ApiResponse> tokens =
                together(() -> api.token("grant_type=client_credentials&client_id=me&client_secret=s"));

        assertThat(tokens.stream().map(response -> response.at("/access_token")))
                .doesNotHaveDuplicates();
        for (ApiResponse token : tokens) {
            api.get("/api/v1/connections/instant")
                    .token(token.at("/access_token"))
                    .assertOk();
        }
    }

    @Test
    void concurrentFirstRequestsCreateOneSandbox(ApiClient api) throws Exception {
        String url = "/sandbox/" + api.sandbox() + "-new/api/v1/connections/stuck/refresh";

        List<ApiResponse> responses = together(() -> api.root().post(url).send());

        assertThat(responses).filteredOn(response -> response.status() == 200).hasSize(1);
    }

    private static List<ApiResponse> together(Callable<ApiResponse> call) throws Exception {
        CyclicBarrier start = new CyclicBarrier(CLIENTS);
        List<Future<ApiResponse>> calls = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            calls.add(POOL.submit(() -> {
                start.await(10, TimeUnit.SECONDS);
                return call.call();
            }));
        }
        List<ApiResponse> responses = new ArrayList<>();
        for (Future<ApiResponse> response : calls) {
            responses.add(response.get(10, TimeUnit.SECONDS));
        }
        return responses;
    }
}
