package io.wdatamock.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.Answer;
import io.wdatamock.http.Api;
import io.wdatamock.http.HttpTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Letting polls, or nothing but a test, move a run. */
@HttpTest
class AdvanceControlTests {

    private static final String ADVANCE_SLOW = "/connections/slow/advance";

    @Test
    void pollsMoveAPolledRun(Api api) {
        new ControlApi(api)
                .scripts("slow", "[{\"outcome\": \"succeed\", \"pacing\": {\"type\": \"polled\", \"reads\": 2}}]");
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
    void nothingButATestMovesAManualRun(Api api) {
        ControlApi control = new ControlApi(api);
        control.scripts("slow", "[{\"outcome\": \"fail_destination\", \"pacing\": {\"type\": \"manual\"}}]");
        api.refresh("slow");
        control.pass("P365D");
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
    void anAdvanceMovesRunsOfAnyPacing(String pacing, Api api) {
        ControlApi control = new ControlApi(api);
        control.scripts("slow", "[{\"outcome\": \"succeed\", \"pacing\": %s}]".formatted(pacing));
        String jobId = api.refresh("slow").at("/body/jobId");

        Answer source = control.post(ADVANCE_SLOW, "");
        Answer destination = control.post(ADVANCE_SLOW, "");
        Answer done = control.post(ADVANCE_SLOW, "");

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
    void anAdvanceEndsAStall(String outcome, Api api) {
        ControlApi control = new ControlApi(api);
        control.scripts("slow", "[{\"outcome\": \"%s\"}]".formatted(outcome));
        api.refresh("slow");
        control.pass("PT1H");

        for (Answer answer = api.status("slow");
                !answer.at("/body/destinationStatus").equals("complete");
                answer = api.status("slow")) {
            ControlApi.assertStatus(200, control.post(ADVANCE_SLOW, ""));
            control.pass("PT1H");
        }

        api.status("slow").assertStatuses("complete", "complete");
    }

    @Test
    void aTimedStageBeginsWhereTheAdvancePutIt(Api api) {
        ControlApi control = new ControlApi(api);
        control.scripts("slow", """
                [{"outcome": "succeed", "pacing":
                  {"type": "timed", "queued": "PT1H", "source": "PT10S", "destination": "PT10S"}}]""");
        api.refresh("slow");
        control.pass("PT7S");

        assertThat(control.post(ADVANCE_SLOW, "").at("/updated")).isEqualTo("2026-06-01T12:00:07.000Z");
        control.pass("PT9.999S");
        api.status("slow").assertStatuses("running", "not_started");
        control.pass("PT0.001S");

        api.status("slow").assertStatuses("complete", "running");
        assertThat(control.get("/runs").jsonAt("/runs/0/timeline")).isEqualTo("""
                        [{"stage":"queued","at":"2026-06-01T12:00:00.000Z"},\
                        {"stage":"source","at":"2026-06-01T12:00:07.000Z"},\
                        {"stage":"destination","at":"2026-06-01T12:00:17.000Z"}]""");
    }

    @Test
    void theNewestActiveRunIsAdvancedUnlessAJobIsNamed(Api api) {
        ControlApi control = new ControlApi(api);
        control.put("/settings", "{\"overlap\": \"allow\"}");
        control.scripts("slow", """
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
    void aRunThatIsDoneCannotBeAdvanced(Api api) {
        ControlApi control = new ControlApi(api);
        String jobId = api.refresh("instant").at("/body/jobId");

        control.assertRefuses(
                control.request("POST", "/connections/instant/advance"),
                409,
                "connectionId",
                "Connection \"instant\" has no active run; refresh it first");
        control.assertRefuses(
                control.request("POST", "/connections/instant/advance?jobId=" + jobId),
                409,
                "jobId",
                "Run \"%s\" is done and has no next stage".formatted(jobId));
    }

    @Test
    void aConnectionThatNeverRanHasNothingToAdvance(Api api) {
        ControlApi control = new ControlApi(api);

        control.assertRefuses(
                control.request("POST", ADVANCE_SLOW),
                409,
                "connectionId",
                "Connection \"slow\" has no active run; refresh it first");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /connections/nobody/advance       | 404 | connectionId | There is no connection "nobody"; \
            listConnections shows those there are
            /connections/slow/advance?jobId=x | 404 | jobId        | Connection "slow" has no run "x"
            /connections/slow/advance?jobId=  | 404 | jobId        | Connection "slow" has no run ""
            /connections/slow/advance?job=x   | 400 | job          | job is not a known query parameter; known are \
            jobId
            /connections/slow/advance?jobId=x&jobId=y | 400 | jobId | jobId was given 2 times; once is enough
            """)
    void whatIsNotThereIsNotAdvanced(String path, int status, String target, String message, Api api) {
        ControlApi control = new ControlApi(api);
        api.refresh("stuck");

        control.assertRefuses(control.request("POST", path), status, target, message);
    }

    @Test
    void aRunOfAnotherConnectionIsNotAdvanced(Api api) {
        ControlApi control = new ControlApi(api);
        String other = api.refresh("stuck").at("/body/jobId");

        control.assertRefuses(
                control.request("POST", ADVANCE_SLOW + "?jobId=" + other),
                404,
                "jobId",
                "Connection \"slow\" has no run \"%s\"".formatted(other));
    }
}
