package io.wdatamock.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.ControlClient;
import io.wdatamock.http.HttpTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Setting the scripts of a connection. */
@HttpTest
class ScriptsControlTests {

    private static final String AT_ONCE = """
            "pacing": {"type": "timed", "queued": "PT0S", "source": "PT0S", "destination": "PT0S"}""";

    private static final String SCRIPTS = "/connections/instant/scripts";

    @Test
    void aRefreshFailsOnceThenWorks(ApiClient api) {
        api.control().setScripts("instant", """
                [{"outcome": "fail_source", "error": "The query timed out.", %s}, {"outcome": "succeed", %s}]
                """.formatted(AT_ONCE, AT_ONCE));

        ApiResponse failed = api.refresh("instant").assertStatuses("error", "cancelled");
        assertThat(failed.at("/body/error")).isEqualTo("The query timed out.");
        api.refresh("instant").assertStatuses("complete", "complete");
        api.refresh("instant").assertStatuses("complete", "complete");
    }

    @Test
    void responseIsTheConnection(ControlClient control) {
        ApiResponse response =
                control.put(SCRIPTS, "[{'outcome': 'cancel_source'}]").assertStatus(200);
        assertThat(response.jsonAt("/scripts")).isEqualTo("[{\"outcome\":\"cancel_source\"}]");
        assertThat(response.text())
                .isEqualTo(control.get("/connections/instant").text());
    }

    @Test
    void newListStartsAtItsFirstScript(ApiClient api, ControlClient control) {
        String scripts = "[{\"outcome\": \"fail_initiation\"}, {\"outcome\": \"succeed\", %s}]".formatted(AT_ONCE);

        for (int i = 0; i < 3; i++) {
            control.setScripts("instant", scripts);
            api.refresh("instant").assertStatuses("error", "cancelled");
            api.refresh("instant").assertStatuses("complete", "complete");
        }
    }

    @Test
    void emptyListMeansTheDefaultScript(ApiClient api, ControlClient control) {
        control.setScripts("instant", "[]");
        api.refresh("instant").assertStatuses("not_started", "not_started");
        control.advanceClock("PT1H");

        control.put("/settings", "{\"defaultScript\": {\"outcome\": \"fail_destination\", %s}}".formatted(AT_ONCE));

        api.refresh("instant").assertStatuses("complete", "error");
    }

    @Test
    void aScriptWithoutPacingTakesThatOfTheDefaultScript(ApiClient api, ControlClient control) {
        control.put("/settings", "{'defaultScript': {'outcome': 'succeed', 'pacing': {'type': 'polled', 'reads': 1}}}");
        control.setScripts("instant", "[{'outcome': 'fail_source'}]");

        api.refresh("instant");
        api.status("instant").assertStatuses("not_started", "not_started");
        api.status("instant").assertStatuses("running", "not_started");
        api.status("instant").assertStatuses("error", "cancelled");
    }

    @Test
    void activeRunKeepsItsScript(ApiClient api, ControlClient control) {
        api.refresh("slow");

        control.setScripts("slow", "[{'outcome': 'fail_source'}]");
        control.advanceClock("PT1H");

        api.status("slow").assertStatuses("complete", "complete");
    }

    @ParameterizedTest
    @CsvSource({
        "succeed, complete, complete",
        "fail_source, error, cancelled",
        "fail_destination, complete, error",
        "cancel_source, cancelled, cancelled",
        "cancel_destination, complete, cancelled",
        "fail_initiation, error, cancelled",
        "stall_source, running, not_started",
        "stall_destination, complete, running"
    })
    void everyOutcomeIsSupported(
            String outcome, String source, String destination, ApiClient api, ControlClient control) {
        control.setScripts("slow", "[{'outcome': '%s'}]".formatted(outcome));

        api.refresh("slow");
        control.advanceClock("PT1H");

        api.status("slow").assertStatuses(source, destination);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [null]                                     | [0] | [0] was null, but must be a script
            [{"outcome": "succeed"}, null]             | [1] | [1] was null, but must be a script
            [[]]                                       | [0] | [0] was [], but must be an object
            [{}]                                       | [0].outcome | [0].outcome is missing; a script needs one
            [{"outcome": "succeed"}, {"outcome": 1}]   | [1].outcome | [1].outcome was 1, but must be one of succeed, \
            fail_source, fail_destination, cancel_source, cancel_destination, fail_initiation, stall_source, \
            stall_destination
            [{"outcome": "succeed", "outcomes": 1}]    | [0].outcomes | [0].outcomes is not a known field; known are \
            destinationMetadata, error, outcome, pacing, sourceMetadata
            [{"outcome": "succeed", "error": 1}]       | [0].error | [0].error was 1, but must be a string
            [{"outcome": "succeed", "sourceMetadata": 1}]    | [0].sourceMetadata | \
            [0].sourceMetadata was 1, but must be an object
            [{"outcome": "succeed", "pacing": "manual"}]     | [0].pacing | \
            [0].pacing was "manual", but must be an object
            [{"outcome": "succeed", "pacing": {}}]           | [0].pacing.type | \
            [0].pacing.type is missing, but must be one of timed, polled, manual
            [{"outcome": "succeed", "pacing": {"type": "x"}}] | [0].pacing.type | \
            [0].pacing.type was "x", but must be one of timed, polled, manual
            [{"outcome": "succeed", "pacing": {"type": "manual", "reads": 1}}]     | [0].pacing.reads | \
            [0].pacing.reads is not a known field; there is none
            [{"outcome": "succeed", "pacing": {"type": "polled"}}]                 | [0].pacing.reads | \
            [0].pacing.reads is missing, but must be a whole number
            [{"outcome": "succeed", "pacing": {"type": "polled", "reads": 0}}]     | [0].pacing.reads | \
            [0].pacing.reads was 0, but must be from 1 to 1000000
            [{"outcome": "succeed", "pacing": {"type": "polled", "reads": 1.5}}]   | [0].pacing.reads | \
            [0].pacing.reads was 1.5, but must be a whole number
            [{"outcome": "succeed", "pacing": {"type": "polled", "reads": 3000000000}}] | [0].pacing.reads | \
            [0].pacing.reads was 3000000000, but must be a whole number of at most 32 bits
            [{"outcome": "succeed", "pacing": {"type": "timed", "queued": 1}}]     | [0].pacing.queued | \
            [0].pacing.queued was 1, but must be a duration such as 500ms, 2s or PT1.5S
            [{"outcome": "succeed", "pacing": {"type": "timed", "source": "1x"}}]  | [0].pacing.source | \
            [0].pacing.source was "1x", but must be a duration such as 500ms, 2s or PT1.5S
            [{"outcome": "succeed", "pacing": {"type": "timed", "queued": "PT-1S"}}] | [0].pacing.queued | \
            [0].pacing.queued was PT-1S, but must last from PT0S to PT8760H
            [{"outcome": "succeed", "pacing": {"type": "timed", "destination": "P366D"}}] | [0].pacing.destination | \
            [0].pacing.destination was PT8784H, but must last from PT0S to PT8760H
            """)
    void invalidScriptsAreRejected(String scripts, String target, String message, ApiClient api) {
        api.control().assertRejectsPut(SCRIPTS, scripts, target, message);
    }

    @Test
    void otherBodiesThanArraysAreRejected(ControlClient control) {
        control.assertRejects(
                control.request("PUT", SCRIPTS).body("{}"), 400, null, "The body was {}, but must be an array");
        control.assertRejects(control.request("PUT", SCRIPTS), 400, null, "The body was {}, but must be an array");
        control.assertRejects(
                control.request("PUT", SCRIPTS).body("null"),
                400,
                null,
                "The body was null, but must be a JSON object or array");
    }

    @Test
    void unknownConnectionIsRejected(ControlClient control) {
        control.assertRejects(
                control.request("PUT", "/connections/nobody/scripts").body("[]"),
                404,
                "connectionId",
                "There is no connection \"nobody\"; listConnections shows the existing ones");
    }
}
