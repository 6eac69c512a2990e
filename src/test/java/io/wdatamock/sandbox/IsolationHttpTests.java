package io.wdatamock.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.HttpTest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Concurrent use of many sandboxes. */
@HttpTest
class IsolationHttpTests {

    private static final String[] OUTCOMES = {"succeed", "fail_source", "fail_destination", "cancel_source"};
    private static final String[] ENDS = {
        "complete, complete", "error, cancelled", "complete, error", "cancelled, cancelled"
    };

    @Test
    void twoHundredSandboxesInParallelNeverSeeEachOthersRuns(ApiClient api) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(16);
        try {
            List<Callable<String>> journeys = IntStream.range(0, 200)
                    .<Callable<String>>mapToObj(i -> () -> journey(i, api))
                    .toList();
            List<Future<String>> jobIds = clients.invokeAll(journeys);

            assertThat(jobIds).hasSize(200);
            for (Future<String> jobId : jobIds) {
                assertThat(jobId.get())
                        .as("every sandbox counts for itself")
                        .isEqualTo(jobIds.get(0).get());
            }
        } finally {
            clients.shutdownNow();
        }
    }

    /** Sends the requests of one client to a sandbox, checks the responses and returns the last job ID. */
    private static String journey(int number, ApiClient api) {
        ApiClient own = api.in(api.sandbox() + "-" + number);
        String parameters = "{\"sandbox\":%d}".formatted(number);
        own.saveConnection("""
                {"connectionId": "c", "scripts": [{"outcome": "%s", "error": "The error of %d", "pacing":
                 {"type": "polled", "reads": 1}}]}""".formatted(OUTCOMES[number % OUTCOMES.length], number));
        own.status("c").assertStatus(404);

        own.refresh("c", "{'sourceParameters': %s}".formatted(parameters)).assertStatuses("not_started", "not_started");
        own.status("c").assertStatuses("not_started", "not_started");
        own.status("c").assertStatuses("running", "not_started");
        own.status("c");
        ApiResponse done = own.status("c");

        String[] end = ENDS[number % ENDS.length].split(", ", -1);
        done.assertStatuses(end[0], end[1]);
        assertThat(done.jsonAt("/body/sourceParameters")).isEqualTo(parameters);
        assertThat(done.at("/body/error")).isEqualTo("The error of " + number);
        assertThat(own.connection("c").jsonAt("/body/lastRun")).isEqualTo(done.jsonAt("/body"));
        return done.at("/body/jobId");
    }
}
