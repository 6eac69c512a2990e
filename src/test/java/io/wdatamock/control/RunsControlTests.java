package io.wdatamock.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ControlClient;
import io.wdatamock.http.HttpTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The list of runs with their stages and timelines. */
@HttpTest
class RunsControlTests {

    @Test
    void runsAreListedNewestFirst(ApiClient api, ControlClient control) {
        String first = api.refresh("stuck").at("/body/jobId");
        String second = api.refresh("instant").at("/body/jobId");
        String third = api.refresh("instant").at("/body/jobId");

        assertThat(control.get("/runs").each("runs", "jobId")).containsExactly(third, second, first);
        assertThat(control.get("/runs?connectionId=instant").each("runs", "jobId"))
                .containsExactly(third, second);
        assertThat(control.get("/runs?connectionId=slow").text()).isEqualTo("{\"runs\":[]}");
    }

    @Test
    void runHasTheVendorsFieldsStageAndTimeline(ApiClient api, ControlClient control) {
        api.refresh("slow", "{'sourceParameters': {'year': 2026.10}}");
        control.advanceClock("PT20S");

        ObjectNode run =
                (ObjectNode) control.get("/runs").entries("runs").findFirst().orElseThrow();
        JsonNode stage = run.remove("stage");
        JsonNode timeline = run.remove("timeline");
        JsonNode expected = run.remove("expected");

        assertThat(run.toString()).isEqualTo(api.status("slow").jsonAt("/body"));
        assertThat(stage.asString()).isEqualTo("source");
        assertThat(timeline.toString()).isEqualTo("""
                        [{"stage":"queued","at":"2026-06-01T12:00:00.000Z"},\
                        {"stage":"source","at":"2026-06-01T12:00:05.000Z"}]""");
        assertThat(expected.toString()).isEqualTo("""
                        [{"stage":"destination","at":"2026-06-01T12:00:30.000Z",\
                        "sourceStatus":"complete","destinationStatus":"running"},\
                        {"stage":"done","at":"2026-06-01T12:01:00.000Z",\
                        "sourceStatus":"complete","destinationStatus":"complete"}]""");
    }

    @Test
    void expectedTransitionsOccur(ApiClient api, ControlClient control) {
        for (String outcome :
                List.of("succeed", "fail_source", "fail_destination", "cancel_source", "stall_destination")) {
            control.setScripts("slow", "[{'outcome': '%s'}]".formatted(outcome));
            control.put("/settings", "{'overlap': 'allow'}");
            api.refresh("slow");
            String wanted = expectations(control).toString();

            for (JsonNode step : expectations(control)) {
                control.put(
                        "/clock",
                        "{'mode': 'frozen', 'now': '%s'}"
                                .formatted(step.path("at").asString()));
                api.status("slow")
                        .assertStatuses(
                                step.path("sourceStatus").asString(),
                                step.path("destinationStatus").asString());
            }
            assertThat(wanted).as(outcome).isNotEqualTo("[]");
            assertThat(expectations(control).toString()).as(outcome).isEqualTo("[]");
        }
    }

    @Test
    void onlyTimedRunsHaveExpectedTransitions(ApiClient api, ControlClient control) {
        api.refresh("instant");
        assertThat(expectations(control).toString()).isEqualTo("[]");
        for (String pacing : List.of("{\"type\": \"polled\", \"reads\": 1}", "{\"type\": \"manual\"}")) {
            control.setScripts("instant", "[{'outcome': 'succeed', 'pacing': %s}]".formatted(pacing));
            control.put("/settings", "{'overlap': 'allow'}");
            api.refresh("instant");
            assertThat(expectations(control).toString()).as(pacing).isEqualTo("[]");
        }
    }

    private static JsonNode expectations(ControlClient control) {
        return control.get("/runs").json().at("/runs/0/expected");
    }

    @Test
    void timelineHasOnlyTheStagesOfTheOutcome(ApiClient api, ControlClient control) {
        control.setScripts("slow", "[{'outcome': 'fail_source'}]");
        api.refresh("slow");
        api.refresh("initiation-fails");
        control.advanceClock("PT1H");

        List<String> stages = control.get("/runs")
                .entries("runs")
                .map(run -> String.join(
                        " ",
                        run.path("timeline")
                                .valueStream()
                                .map(move -> move.path("stage").asString())
                                .toList()))
                .toList();

        assertThat(stages).containsExactly("queued done", "queued source done");
    }

    @Test
    void listingRunsIsNotAPoll(ApiClient api, ControlClient control) {
        control.setScripts("slow", "[{'outcome': 'succeed', 'pacing': {'type': 'polled', 'reads': 1}}]");
        api.refresh("slow");

        for (int look = 0; look < 5; look++) {
            control.get("/runs");
            control.get("/runs?connectionId=slow");
            control.get("/connections/slow");
            control.get("/connections");
        }

        api.status("slow").assertStatuses("not_started", "not_started");
        assertThat(control.get("/runs").each("runs", "stage")).containsExactly("queued");
        assertThat(control.get("/requests?operation=getRefreshStatus").at("/total"))
                .isNotEqualTo("0");
    }

    @Test
    void runsOfABatchAreListed(ApiClient api) {
        String batch = api.batch("[{'connectionId': 'instant'}]").at("/body/childRefreshes/0/jobId");

        assertThat(api.control().get("/runs").each("runs", "jobId")).containsExactly(batch);
    }

    @Test
    void unknownConnectionsAreRejected(ControlClient control) {
        control.assertRejects(
                control.request("GET", "/runs?connectionId=nobody"),
                404,
                "connectionId",
                "There is no connection \"nobody\"; listConnections shows the existing ones");
        control.assertRejects(
                control.request("GET", "/runs?connection=slow"),
                400,
                "connection",
                "connection is not a known query parameter; known are connectionId");
    }
}
