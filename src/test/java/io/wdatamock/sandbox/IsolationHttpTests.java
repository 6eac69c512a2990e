package io.wdatamock.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.Answer;
import io.wdatamock.http.Api;
import io.wdatamock.http.HttpTest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many sandboxes at once. */
@HttpTest
class IsolationHttpTests {

    private static final String[] OUTCOMES = {"succeed", "fail_source", "fail_destination", "cancel_source"};
    private static final String[] ENDS = {
        "complete, complete", "error, cancelled", "complete, error", "cancelled, cancelled"
    };

    @Test
    void twoHundredSandboxesInParallelNeverSeeEachOthersRuns(Api api) throws Exception {
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

    /** What one client does in the sandbox of its number, and what it must see; returns the last job's ID. */
    private static String journey(int number, Api api) {
        Api own = api.in(api.sandbox() + "-" + number);
        String parameters = "{\"sandbox\":%d}".formatted(number);
        own.given("""
                {"connectionId": "c", "scripts": [{"outcome": "%s", "error": "The error of %d", "pacing":
                 {"type": "polled", "reads": 1}}]}""".formatted(OUTCOMES[number % OUTCOMES.length], number));
        assertThat(own.status("c").status()).isEqualTo(404);

        Answer started = own.refresh("c", "{\"sourceParameters\": %s}".formatted(parameters));
        started.assertStatuses("not_started", "not_started");
        own.status("c").assertStatuses("not_started", "not_started");
        own.status("c").assertStatuses("running", "not_started");
        own.status("c");
        Answer done = own.status("c");

        String[] end = ENDS[number % ENDS.length].split(", ", -1);
        done.assertStatuses(end[0], end[1]);
        assertThat(done.jsonAt("/body/sourceParameters")).isEqualTo(parameters);
        assertThat(done.at("/body/error")).isEqualTo("The error of " + number);
        assertThat(own.connection("c").jsonAt("/body/lastRun")).isEqualTo(done.jsonAt("/body"));
        return done.at("/body/jobId");
    }
}
