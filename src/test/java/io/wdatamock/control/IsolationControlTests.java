package io.wdatamock.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.ControlClient;
import io.wdatamock.http.HttpTest;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Concurrent control of many sandboxes. */
@HttpTest
class IsolationControlTests {

    private static final int SANDBOXES = 500;
    private static final int CLIENTS = 16;

    @Test
    void concurrentSandboxesAreIsolatedDuringResets(ApiClient api) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS + 1);
        try {
            Future<Integer> resets = clients.submit(() -> resetUntil(over, api));
            List<Callable<String>> journeys = IntStream.range(0, SANDBOXES)
                    .<Callable<String>>mapToObj(number -> () -> journey(number, api.in(api.sandbox() + "-" + number)))
                    .toList();
            List<Future<String>> jobIds = clients.invokeAll(journeys);
            over.set(true);

            for (Future<String> jobId : jobIds) {
                assertThat(jobId.get()).isEqualTo(jobIds.get(0).get());
            }
            assertThat(resets.get()).isPositive();
        } finally {
            clients.shutdownNow();
        }
    }

    /** Controls and calls one sandbox in turn; returns the ID of its run, which is the same in all sandboxes. */
    private static String journey(int number, ApiClient own) {
        ControlClient control = own.control();
        Instant start = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(3600L * number);
        control.put("/clock", "{'mode': 'frozen', 'now': '%s'}".formatted(start));
        control.setScripts("slow", """
                [{"outcome": "fail_source", "error": "The error of %d", "pacing":
                  {"type": "timed", "queued": "PT1S", "source": "PT%dS"}}]""".formatted(number, number + 1));
        control.delete("/faults");
        String fault = control.post("/faults", """
                        {"operation": "refreshConnection", "times": 1, "effect":
                          {"type": "status", "status": %d, "message": "Fault of %d"}}""".formatted(400 + number % 200, number))
                .assertStatus(201)
                .at("/id");

        assertThat(own.refresh("slow").text()).contains("\"Fault of " + number + "\"");
        String jobId = own.refresh("slow", "{'sourceParameters': {'sandbox': %d}}".formatted(number))
                .at("/body/jobId");
        control.advanceClock("PT%dS".formatted(number + 1));
        own.status("slow").assertStatuses("running", "not_started");
        control.advanceClock("PT1S");
        ApiResponse done = own.status("slow").assertStatuses("error", "cancelled");

        assertThat(done.at("/body/error")).isEqualTo("The error of " + number);
        assertThat(done.jsonAt("/body/sourceParameters")).isEqualTo("{\"sandbox\":%d}".formatted(number));
        assertThat(Instant.parse(done.at("/body/updated"))).isEqualTo(start.plusSeconds(number + 2L));
        assertOwn(control, fault, jobId, start.plusSeconds(number + 2L));
        return jobId;
    }

    private static void assertOwn(ControlClient control, String fault, String jobId, Instant now) {
        ApiResponse faults = control.get("/faults");
        assertThat(List.of(faults.at("/faults/0/id"), faults.at("/faults/0/hits")))
                .containsExactly(fault, "1");
        assertThat(control.get("/runs").each("runs", "jobId")).containsExactly(jobId);
        assertThat(Instant.parse(control.get("/clock").at("/now"))).isEqualTo(now);
        ApiResponse journal = control.requests();
        assertThat(journal.at("/total")).isEqualTo("4");
        assertThat(journal.each("requests", "operation"))
                .containsExactly("getRefreshStatus", "getRefreshStatus", "refreshConnection", "refreshConnection");
    }

    private static int resetUntil(AtomicBoolean over, ApiClient api) {
        ControlClient control = api.in(api.sandbox() + "-reset").control();
        int resets = 0;
        while (!over.get()) {
            control.put("/connections/x", "{}");
            control.post("/reset", "").assertStatus(204);
            control.get("/connections/x").assertStatus(404);
            resets++;
        }
        return resets;
    }
}
