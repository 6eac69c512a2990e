package io.wdatamock.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.HttpTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Selection of scripts, and errors and metadata of done runs. */
@HttpTest
class ScriptsHttpTests {

    private static final String AT_ONCE =
            "\"pacing\": {\"type\": \"timed\", \"queued\": \"PT0S\", \"source\": \"PT0S\", \"destination\": \"PT0S\"}";

    @Test
    void refreshesUseTheScriptsInOrderAndThenTheLast(ApiClient api) {
        given(api, "fail_source", "cancel_source", "succeed");

        api.refresh("c").assertStatuses("error", "cancelled");
        api.refresh("c").assertStatuses("cancelled", "cancelled");
        for (int i = 0; i < 3; i++) {
            api.refresh("c").assertStatuses("complete", "complete");
        }
    }

    @Test
    void rejectedRefreshUsesNoScript(ApiClient api) {
        given(api, "fail_source", "succeed");
        api.refresh("c", "{").assertError(400, null, api.refresh("c", "{").at("/body/0"));
        api.refresh("c", "{'workspaceId': 'other'}").assertStatus(404);
        api.connection("c").assertOk();

        api.refresh("c").assertStatuses("error", "cancelled");
    }

    @Test
    void emptyListMeansTheDefaultScriptOfTheSandbox(ApiClient api) {
        api.saveConnection("{'connectionId': 'c'}");
        api.refresh("c").assertStatuses("not_started", "not_started");
        api.advanceClock(Duration.ofMillis(2250));
        api.status("c").assertStatuses("complete", "complete");

        api.changeSettings(
                "{\"defaultScript\": {\"outcome\": \"fail_source\", \"error\": \"By default\", " + AT_ONCE + "}}");

        assertThat(api.refresh("c").assertStatuses("error", "cancelled").at("/body/error"))
                .isEqualTo("By default");
    }

    @Test
    void scriptWithoutPacingUsesTheDefaultPacingAtItsStart(ApiClient api) {
        api.saveConnection("{'connectionId': 'c', 'scripts': [{'outcome': 'succeed'}]}");
        api.changeSettings("{'defaultScript': {'outcome': 'fail_source', 'pacing': {'type': 'polled', 'reads': 1}}}");
        api.refresh("c");

        api.changeSettings("{'defaultScript': {'outcome': 'fail_source', 'pacing': {'type': 'manual'}}}");

        api.status("c").assertStatuses("not_started", "not_started");
        api.status("c").assertStatuses("running", "not_started");
        api.status("c").assertStatuses("complete", "running");
        api.status("c").assertStatuses("complete", "complete");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fail_source      | The data could not be read from wdata_query "c-source".
            fail_destination | The data could not be written to spreadsheet_section "c-destination".
            fail_initiation  | The refresh could not be initiated because wdata_query "c-source" is not available.
            """)
    void failedRunHasAnErrorMessage(String outcome, String error, ApiClient api) {
        given(api, outcome);

        assertThat(api.refresh("c").at("/body/error")).isEqualTo(error);
        assertThat(api.connection("c").at("/body/lastRun/error")).isEqualTo(error);
    }

    @ParameterizedTest
    @CsvSource({"succeed", "cancel_source", "cancel_destination", "stall_source", "stall_destination"})
    void otherRunsHaveNoErrorMessage(String outcome, ApiClient api) {
        given(api, outcome);

        assertThat(api.refresh("c").json().at("/body").has("error")).isFalse();
    }

    @Test
    void errorIsReportedOnlyWhenTheRunIsDone(ApiClient api) {
        api.saveConnection("{'connectionId': 'c', 'scripts': [{'outcome': 'fail_destination', 'error': 'Too wide'}]}");

        assertThat(api.refresh("c").json().at("/body").has("error")).isFalse();
        api.advanceClock(Duration.ofMillis(2249));
        assertThat(api.status("c").json().at("/body").has("error")).isFalse();
        api.advanceClock(Duration.ofMillis(1));
        assertThat(api.status("c").at("/body/error")).isEqualTo("Too wide");
    }

    @Test
    void metadataOfASideAppearsWhenItCompletes(ApiClient api) {
        assertThat(metadata(api.refresh("always-succeeds"))).isEqualTo("{} {}");
        api.advanceClock(Duration.ofMillis(1249));
        assertThat(metadata(api.status("always-succeeds"))).isEqualTo("{} {}");
        api.advanceClock(Duration.ofMillis(1));
        assertThat(metadata(api.status("always-succeeds")))
                .matches("\\{\"queryId\":\"query-always-succeeds\",\"rowsRead\":\\d+} \\{}");
        api.advanceClock(Duration.ofSeconds(1));
        assertThat(metadata(api.status("always-succeeds")))
                .matches("\\{\"queryId\":\"query-always-succeeds\",\"rowsRead\":\\d+} "
                        + "\\{\"sectionId\":\"section-always-succeeds\",\"cellsWritten\":\\d+}");
    }

    @Test
    void metadataIsPlausibleAndConsistent(ApiClient api) {
        api.saveConnection("""
                {"connectionId": "c", "sourceType": "wdata_table", "sourceId": "t", "destinationType": "spreadsheet",
                 "destinationId": "s", "scripts": [{"outcome": "succeed", %s}]}""".formatted(AT_ONCE));
        api.saveConnection("""
                {"connectionId": "d", "sourceType": "document_chart", "sourceId": "x",
                 "destinationType": "wdata_table_dataset", "destinationId": "y",
                 "scripts": [{"outcome": "succeed", %s}]}""".formatted(AT_ONCE));

        ApiResponse first = api.refresh("c");
        ApiResponse second = api.refresh("c");

        assertThat(metadata(first))
                .matches("\\{\"tableId\":\"t\",\"rowsRead\":\\d+} \\{\"spreadsheetId\":\"s\",\"cellsWritten\":\\d+}");
        long rows = Long.parseLong(first.at("/body/sourceMetadata/rowsRead"));
        assertThat(Long.parseLong(first.at("/body/destinationMetadata/cellsWritten")) % rows)
                .isZero();
        assertThat(metadata(second)).isNotEqualTo(metadata(first));
        assertThat(metadata(api.refresh("d")))
                .matches("\\{\"chartId\":\"x\",\"cellsRead\":\\d+} \\{\"datasetId\":\"y\",\"rowsWritten\":\\d+}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fail_source        | {} {}
            cancel_source      | {} {}
            fail_initiation    | {} {}
            stall_source       | {} {}
            """)
    void incompleteSidesHaveNoMetadata(String outcome, String shown, ApiClient api) {
        given(api, outcome);

        assertThat(metadata(api.refresh("c"))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"fail_destination", "cancel_destination", "stall_destination"})
    void completedSourceHasMetadataRegardlessOfTheDestination(String outcome, ApiClient api) {
        given(api, outcome);

        assertThat(metadata(api.refresh("c"))).matches("\\{\"queryId\":\"c-source\",\"rowsRead\":\\d+} \\{}");
    }

    @Test
    void scriptMayDefineMetadata(ApiClient api) {
        api.saveConnection("""
                {"connectionId": "c", "scripts": [{"outcome": "fail_source", "sourceMetadata": {"rows": 1.10},
                 "destinationMetadata": {"a": null}, %s}]}""".formatted(AT_ONCE));

        assertThat(metadata(api.refresh("c"))).isEqualTo("{\"rows\":1.10} {\"a\":null}");
    }

    @Test
    void refreshOfAnUnwritableConnectionEndsWithADestinationError(ApiClient api) {
        api.saveConnection("""
                {"connectionId": "c", "access": "unwritable", "scripts": [{"outcome": "succeed", %s},
                 {"outcome": "fail_source", %s}]}""".formatted(AT_ONCE, AT_ONCE));

        ApiResponse run = api.refresh("c").assertStatuses("complete", "error");

        assertThat(run.at("/body/error"))
                .isEqualTo(
                        "The data could not be written because spreadsheet_section \"c-destination\" is not writable.");
        api.refresh("c").assertStatuses("error", "cancelled");
    }

    private static void given(ApiClient api, String... outcomes) {
        StringBuilder scripts = new StringBuilder();
        for (String outcome : outcomes) {
            scripts.append(scripts.isEmpty() ? "" : ", ")
                    .append("{\"outcome\": \"%s\", %s}".formatted(outcome, AT_ONCE));
        }
        api.saveConnection("{\"connectionId\": \"c\", \"scripts\": [%s]}".formatted(scripts));
    }

    private static String metadata(ApiResponse response) {
        response.assertOk();
        return response.jsonAt("/body/sourceMetadata") + " " + response.jsonAt("/body/destinationMetadata");
    }
}
