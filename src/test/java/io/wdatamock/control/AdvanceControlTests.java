package io.wdatamock.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.ControlClient;
import io.wdatamock.http.HttpTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Moving a run by polls or by advances. */
@HttpTest
class AdvanceControlTests {

    private static final String ADVANCE_SLOW = "/connections/slow/advance";

    @Test
    void pollsAdvanceAPolledRun(ApiClient api) {
        api.control().setScripts("slow", "[{'outcome': 'succeed', 'pacing': {'type': 'polled', 'reads': 2}}]");
        api.refresh("slow").assertStatuses("not_started", "not_started");

        for (int poll = 0; poll < 2; poll++) {
            api.status("slow").assertStatuses("not_started", "not_started");
        }
        for (int poll = 0; poll < 2; poll++) {
            api.status("slow").assertStatuses("running", "not_started");
        }
        for (int poll = 0; poll < 2; poll++) {
            api.status("slow").assertStatuses("complete", "running");
        }
        api.status("slow").assertStatuses("complete", "complete");
    }

    @Test
    void onlyAdvancesMoveAManualRun(ApiClient api, ControlClient control) {
        control.setScripts("slow", "[{'outcome': 'fail_destination', 'pacing': {'type': 'manual'}}]");
        api.refresh("slow");
        control.advanceClock("P365D");
        api.status("slow").assertStatuses("not_started", "not_started");

        control.post(ADVANCE_SLOW, "");
        api.status("slow").assertStatuses("running", "not_started");
        control.post(ADVANCE_SLOW, "");
        api.status("slow").assertStatuses("complete", "running");
        control.post(ADVANCE_SLOW, "");
        api.status("slow").assertStatuses("complete", "error");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"timed\"}",
                "{\"type\": \"timed\", \"queued\": \"P300D\"}",
                "{\"type\": \"polled\", \"reads\": 1000000}",
                "{\"type\": \"manual\"}"
            })
    void advanceMovesRunsOfAnyPacing(String pacing, ApiClient api, ControlClient control) {
        control.setScripts("slow", "[{'outcome': 'succeed', 'pacing': %s}]".formatted(pacing));
        String jobId = api.refresh("slow").at("/body/jobId");

        ApiResponse source = control.post(ADVANCE_SLOW, "");
        ApiResponse destination = control.post(ADVANCE_SLOW, "");
        ApiResponse done = control.post(ADVANCE_SLOW, "");

        assertThat(List.of(source.at("/sourceStatus"), source.at("/destinationStatus")))
                .containsExactly("running", "not_started");
        assertThat(List.of(destination.at("/sourceStatus"), destination.at("/destinationStatus")))
                .containsExactly("complete", "running");
        assertThat(done.at("/jobId")).isEqualTo(jobId);
        assertThat(done.text()).isEqualTo(api.status("slow").jsonAt("/body"));
        api.status("slow").assertStatuses("complete", "complete");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stall_source", "stall_destination"})
    void anAdvanceEndsAStall(String outcome, ApiClient api, ControlClient control) {
        control.setScripts("slow", "[{'outcome': '%s'}]".formatted(outcome));
        api.refresh("slow");
        control.advanceClock("PT1H");

        for (ApiResponse response = api.status("slow");
                !response.at("/body/destinationStatus").equals("complete");
                response = api.status("slow")) {
            control.post(ADVANCE_SLOW, "").assertStatus(200);
            control.advanceClock("PT1H");
        }

        api.status("slow").assertStatuses("complete", "complete");
    }

    @Test
    void timedStageStartsAtTheAdvance(ApiClient api, ControlClient control) {
        control.setScripts("slow", """
                [{"outcome": "succeed", "pacing":
                  {"type": "timed", "queued": "PT1H", "source": "PT10S", "destination": "PT10S"}}]""");
        api.refresh("slow");
        control.advanceClock("PT7S");

        assertThat(control.post(ADVANCE_SLOW, "").at("/updated")).isEqualTo("2026-06-01T12:00:07.000Z");
        control.advanceClock("PT9.999S");
        api.status("slow").assertStatuses("running", "not_started");
        control.advanceClock("PT0.001S");

        api.status("slow").assertStatuses("complete", "running");
        assertThat(control.get("/runs").jsonAt("/runs/0/timeline")).isEqualTo("""
                        [{"stage":"queued","at":"2026-06-01T12:00:00.000Z"},\
                        {"stage":"source","at":"2026-06-01T12:00:07.000Z"},\
                        {"stage":"destination","at":"2026-06-01T12:00:17.000Z"}]""");
    }

    @Test
    void newestActiveRunIsAdvancedByDefault(ApiClient api, ControlClient control) {
        control.put("/settings", "{'overlap': 'allow'}");
        control.setScripts("slow", """
                [{"outcome": "succeed", "pacing": {"type": "manual"}}, {"outcome": "succeed", "pacing": {"type": "manual"}},
                 {"outcome": "fail_initiation"}]""");
        String first = api.refresh("slow").at("/body/jobId");
        String second = api.refresh("slow").at("/body/jobId");
        api.refresh("slow").assertStatuses("error", "cancelled");

        assertThat(control.post(ADVANCE_SLOW, "").at("/jobId")).isEqualTo(second);
        assertThat(control.post(ADVANCE_SLOW + "?jobId=" + first, "").at("/jobId"))
                .isEqualTo(first);

        api.status("slow", first).assertStatuses("running", "not_started");
        api.status("slow", second).assertStatuses("running", "not_started");
    }

    @Test
    void doneRunCannotBeAdvanced(ApiClient api, ControlClient control) {
        String jobId = api.refresh("instant").at("/body/jobId");

        control.assertRejects(
                control.request("POST", "/connections/instant/advance"),
                409,
                "connectionId",
                "Connection \"instant\" has no active run; refresh it first");
        control.assertRejects(
                control.request("POST", "/connections/instant/advance?jobId=" + jobId),
                409,
                "jobId",
                "Run \"%s\" is done and has no next stage".formatted(jobId));
    }

    @Test
    void connectionWithoutRunsCannotBeAdvanced(ControlClient control) {
        control.assertRejects(
                control.request("POST", ADVANCE_SLOW),
                409,
                "connectionId",
                "Connection \"slow\" has no active run; refresh it first");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /connections/nobody/advance       | 404 | connectionId | There is no connection "nobody"; \
            listConnections shows the existing ones
            /connections/slow/advance?jobId=x | 404 | jobId        | Connection "slow" has no run "x"
            /connections/slow/advance?jobId=  | 404 | jobId        | Connection "slow" has no run ""
            /connections/slow/advance?job=x   | 400 | job          | job is not a known query parameter; known are \
            jobId
            /connections/slow/advance?jobId=x&jobId=y | 400 | jobId | jobId was given 2 times; give it once
            """)
    void invalidAdvancesAreRejected(
            String path, int status, String target, String message, ApiClient api, ControlClient control) {
        api.refresh("stuck");

        control.assertRejects(control.request("POST", path), status, target, message);
    }

    @Test
    void aRunOfAnotherConnectionIsNotAdvanced(ApiClient api, ControlClient control) {
        String other = api.refresh("stuck").at("/body/jobId");

        control.assertRejects(
                control.request("POST", ADVANCE_SLOW + "?jobId=" + other),
                404,
                "jobId",
                "Connection \"slow\" has no run \"%s\"".formatted(other));
    }
}
