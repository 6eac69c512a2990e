package io.wdatamock.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.Answer;
import io.wdatamock.http.Api;
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

/** Sixty-four clients at once. */
@HttpTest
class ConcurrencyHttpTests {

    private static final int CLIENTS = 64;
    private static final ExecutorService POOL = Executors.newFixedThreadPool(CLIENTS);

    @AfterAll
    static void sendTheClientsHome() {
        POOL.shutdownNow();
    }

    @RepeatedTest(5)
    void oneOfManyRefreshesStartsARunAndTheOthersAreConflicts(Api api) throws Exception {
        List<Answer> answers = together(() -> api.refresh("stuck"));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(CLIENTS - 1);
        Answer started = answers.stream()
                .filter(answer -> answer.status() == 200)
                .findFirst()
                .orElseThrow();
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .allMatch(answer -> answer.at("/body").contains(started.at("/body/jobId")));
        assertThat(api.status("stuck").at("/body/jobId")).isEqualTo(started.at("/body/jobId"));
    }

    @Test
    void withOverlapAllowedAllOfThemStartARunOfTheirOwn(Api api) throws Exception {
        api.settings("{\"overlap\": \"allow\"}");

        List<Answer> answers = together(() -> api.refresh("stuck"));

        assertThat(answers).allMatch(answer -> answer.status() == 200);
        assertThat(answers.stream().map(answer -> answer.at("/body/jobId"))).doesNotHaveDuplicates();
        assertThat(answers.stream().map(answer -> answer.at("/body/jobId")))
                .contains(api.status("stuck").at("/body/jobId"));
    }

    @Test
    void scriptsAreTakenOnceEach(Api api) throws Exception {
        List<String> scripts = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            scripts.add("{\"outcome\": \"fail_initiation\", \"error\": \"script %d\"}".formatted(i));
        }
        api.given("{\"connectionId\": \"c\", \"scripts\": %s}".formatted(scripts));

        List<Answer> answers = together(() -> api.refresh("c"));

        assertThat(answers.stream().map(answer -> answer.at("/body/error"))).doesNotHaveDuplicates();
    }

    @Test
    void readsAreCountedOneByOne(Api api) throws Exception {
        api.given("""
                {"connectionId": "c", "scripts": [{"outcome": "succeed", "pacing": {"type": "polled", "reads": 16}}]}""");
        api.refresh("c").assertOk();

        List<String> shown = new ArrayList<>();
        for (Answer answer : together(() -> api.status("c"))) {
            shown.add(answer.at("/body/sourceStatus") + ", " + answer.at("/body/destinationStatus"));
        }

        assertThat(Collections.frequency(shown, "not_started, not_started")).isEqualTo(16);
        assertThat(Collections.frequency(shown, "running, not_started")).isEqualTo(16);
        assertThat(Collections.frequency(shown, "complete, running")).isEqualTo(16);
        assertThat(Collections.frequency(shown, "complete, complete")).isEqualTo(16);
    }

    @Test
    void batchesThatShareAConnectionExcludeEachOther(Api api) throws Exception {
        List<Answer> answers = together(() -> api.batch("""
                [{"connectionId": "trial-balance-to-10k"}, {"connectionId": "cash-flow-to-10k"}]"""));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(CLIENTS - 1);
    }

    @Test
    void aFaultForThreeStrikesStrikesThreeTimes(Api api) throws Exception {
        api.fault("{\"times\": 3, \"effect\": {\"type\": \"status\", \"status\": 503}}");

        assertThat(together(() -> api.connection("instant")))
                .filteredOn(answer -> answer.status() == 503)
                .hasSize(3);
    }

    @Test
    void everyTokenIsAnotherAndGood(Api api) throws Exception {
        api.settings("{\"auth\": \"issued\"}");

        List<Answer> tokens = together(() -> api.token("grant_type=client_credentials&client_id=me&client_secret=s"));

        assertThat(tokens.stream().map(answer -> answer.at("/access_token"))).doesNotHaveDuplicates();
        for (Answer token : tokens) {
            api.get("/api/v1/connections/instant")
                    .token(token.at("/access_token"))
                    .send()
                    .assertOk();
        }
    }

    @Test
    void aSandboxThatManyEnterFirstIsOne(Api api) throws Exception {
        String url = "/sandbox/" + api.sandbox() + "-new/api/v1/connections/stuck/refresh";

        List<Answer> answers = together(() -> api.outside("POST", url).send());

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    }

    private static List<Answer> together(Callable<Answer> call) throws Exception {
        CyclicBarrier start = new CyclicBarrier(CLIENTS);
        List<Future<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            calls.add(POOL.submit(() -> {
                start.await(10, TimeUnit.SECONDS);
                return call.call();
            }));
        }
        List<Answer> answers = new ArrayList<>();
        for (Future<Answer> answer : calls) {
            answers.add(answer.get(10, TimeUnit.SECONDS));
        }
        return answers;
    }
}
