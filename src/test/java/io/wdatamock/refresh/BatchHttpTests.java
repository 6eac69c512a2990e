package io.wdatamock.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.HttpTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Accepted batches and their status. */
@HttpTest
class BatchHttpTests {

    private static final String SEEDED = """
            [{"connectionId": "cash-flow-to-10k"}, {"connectionId": "trial-balance-to-10k"}, \
            {"connectionId": "income-statement-to-10k"}]""";

    @Test
    void seedHasThreeConnectionsIntoOneWorkbook(ApiClient api) {
        ApiResponse batch = api.batch(SEEDED).assertOk();

        assertThat(batch.at("/body/childRefreshes/0/connectionId")).isEqualTo("cash-flow-to-10k");
        assertThat(batch.at("/body/childRefreshes/1/connectionId")).isEqualTo("trial-balance-to-10k");
        assertThat(batch.at("/body/childRefreshes/2/connectionId")).isEqualTo("income-statement-to-10k");
        assertThat(batch.at("/body/created")).isEqualTo("2026-06-01T12:00:00.000Z");
        assertThat(batch.at("/body/updated")).isEqualTo("2026-06-01T12:00:00.000Z");
        assertThat(batch.at("/body/createdBy")).isEqualTo("anonymous");
        assertThat(batch.json().at("/body").has("error")).isFalse();
        batch.assertStatuses("not_started", "not_started");
    }

    @Test
    void batchStatusIsDerivedFromItsRuns(ApiClient api) {
        ApiResponse started = api.batch(SEEDED).assertOk();
        String batchId = started.at("/body/batchRefreshId");

        assertThat(api.batchStatus(batchId).text()).isEqualTo(started.text());
        api.advanceClock(Duration.ofMillis(250));
        api.batchStatus(batchId).assertStatuses("running", "not_started");
        api.advanceClock(Duration.ofSeconds(1));
        api.batchStatus(batchId).assertStatuses("complete", "running");
        api.advanceClock(Duration.ofSeconds(1));
        ApiResponse done = api.batchStatus(batchId).assertStatuses("complete", "complete");

        assertThat(done.at("/body/batchRefreshId")).isEqualTo(batchId);
        assertThat(done.at("/body/created")).isEqualTo("2026-06-01T12:00:00.000Z");
        assertThat(done.at("/body/updated")).isEqualTo("2026-06-01T12:00:02.250Z");
        assertThat(done.jsonAt("/body/childRefreshes/1"))
                .isEqualTo(api.status("trial-balance-to-10k").jsonAt("/body"));
        assertThat(done.jsonAt("/body/childRefreshes/2"))
                .isEqualTo(api.connection("income-statement-to-10k").jsonAt("/body/lastRun"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            succeed                         | complete  | complete
            succeed,succeed                 | complete  | complete
            succeed,fail_source             | error     | complete
            succeed,fail_destination        | complete  | error
            succeed,cancel_source           | complete  | complete
            succeed,cancel_destination      | complete  | complete
            cancel_source                   | cancelled | cancelled
            cancel_source,cancel_source     | cancelled | cancelled
            cancel_source,cancel_destination | complete | cancelled
            fail_source,stall_source        | error     | running
            fail_destination,stall_source   | running   | error
            cancel_source,stall_source      | running   | running
            succeed,stall_source            | running   | running
            stall_source                    | running   | not_started
            stall_source,stall_source       | running   | not_started
            stall_destination               | complete  | running
            stall_destination,stall_source  | running   | running
            fail_initiation,succeed         | error     | complete
            """)
    void statusesOfSeveralRunsAreCombined(String outcomes, String source, String destination, ApiClient api) {
        List<String> entries = new ArrayList<>();
        for (String outcome : outcomes.split(",", -1)) {
            String id = "c" + entries.size();
            api.saveConnection("""
                    {"connectionId": "%s", "destinationWorkbook": "w", "scripts": [{"outcome": "%s",
                     "pacing": {"type": "timed", "queued": "PT0S", "source": "PT0S", "destination": "PT0S"}}]}""".formatted(id, outcome));
            entries.add("{\"connectionId\": \"" + id + "\"}");
        }

        ApiResponse batch = api.batch(entries.toString()).assertOk().assertStatuses(source, destination);
        api.batchStatus(batch.at("/body/batchRefreshId")).assertStatuses(source, destination);
    }

    @Test
    void notStartedBesideStartedRunMakesTheBatchRunning(ApiClient api) {
        api.saveConnection(
                "{'connectionId': 'done', 'destinationWorkbook': 'w', 'scripts': [%s]}".formatted(instant("succeed")));
        api.saveConnection("{'connectionId': 'waits', 'destinationWorkbook': 'w', 'scripts': "
                + "[{'outcome': 'succeed', 'pacing': {'type': 'manual'}}]}");

        api.batch("[{'connectionId': 'done'}, {'connectionId': 'waits'}]").assertStatuses("running", "running");
    }

    @Test
    void batchErrorIsThatOfItsFirstFailedRun(ApiClient api) {
        for (String id : new String[] {"first", "second"}) {
            api.saveConnection("""
                    {"connectionId": "%s", "destinationWorkbook": "w", "scripts":
                     [{"outcome": "fail_initiation", "error": "The error of %s"}]}""".formatted(id, id));
        }
        api.saveConnection(
                "{'connectionId': 'fine', 'destinationWorkbook': 'w', 'scripts': [%s]}".formatted(instant("succeed")));

        ApiResponse batch =
                api.batch("[{'connectionId': 'fine'}, {'connectionId': 'second'}, {'connectionId': 'first'}]");

        assertThat(batch.at("/body/error")).isEqualTo("The error of second");
        assertThat(batch.json().at("/body/childRefreshes/0").has("error")).isFalse();
        assertThat(batch.at("/body/childRefreshes/2/error")).isEqualTo("The error of first");
    }

    @Test
    void cancelUnwritablesCancelsUnwritableEntriesAndRunsTheOthers(ApiClient api) {
        api.saveConnection(
                "{'connectionId': 'fine', 'destinationWorkbook': 'w', 'scripts': [%s]}".formatted(instant("succeed")));
        api.saveConnection("""
                {"connectionId": "blocked", "destinationWorkbook": "w", "access": "unwritable", "scripts":
                 [{"outcome": "fail_initiation", "error": "taken"}, {"outcome": "stall_source"}]}""");

        ApiResponse batch = api.batchOf(
                        "[{'connectionId': 'blocked', 'sourceParameters': {'a': 1}}, {'connectionId': 'fine'}]",
                        "?cancelUnwritables=true")
                .send()
                .assertStatuses("complete", "complete");

        assertThat(batch.at("/body/childRefreshes/0/connectionId")).isEqualTo("blocked");
        assertThat(batch.at("/body/childRefreshes/0/sourceStatus")).isEqualTo("cancelled");
        assertThat(batch.at("/body/childRefreshes/0/destinationStatus")).isEqualTo("cancelled");
        assertThat(batch.jsonAt("/body/childRefreshes/0/sourceParameters")).isEqualTo("{\"a\":1}");
        assertThat(batch.jsonAt("/body/childRefreshes/0/sourceMetadata")).isEqualTo("{}");
        assertThat(batch.json().at("/body/childRefreshes/0").has("error")).isFalse();
        assertThat(batch.at("/body/childRefreshes/1/sourceStatus")).isEqualTo("complete");
        api.status("blocked").assertStatuses("cancelled", "cancelled");
        assertThat(api.refresh("blocked").at("/body/error"))
                .as("the first script is still to be taken")
                .isEqualTo("taken");
    }

    @Test
    void batchOfUnwritableEntriesIsCancelled(ApiClient api) {
        api.batchOf("[{'connectionId': 'unwritable'}]", "?cancelUnwritables=true")
                .send()
                .assertStatuses("cancelled", "cancelled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?cancelUnwritables=false"})
    void unwritableDestinationIsAConflictByDefault(String query, ApiClient api) {
        api.batchOf("[{'connectionId': 'unwritable'}]", query)
                .assertError(
                        409,
                        "[0].connectionId",
                        "The destination of connection \"unwritable\" is not writable; "
                                + "with cancelUnwritables=true the others would run");
    }

    @Test
    void cancelUnwritablesHasNoEffectOnWritableEntries(ApiClient api) {
        api.batchOf(SEEDED, "?cancelUnwritables=true").send().assertStatuses("not_started", "not_started");
    }

    @Test
    void onlyDifferentKnownWorkbooksAreAConflict(ApiClient api) {
        api.saveConnection("{'connectionId': 'a', 'destinationId': 'one'}");
        api.saveConnection("{'connectionId': 'b', 'destinationId': 'two'}");
        api.saveConnection("{'connectionId': 'c', 'destinationId': 'one', 'destinationWorkbook': 'w'}");
        api.saveConnection("{'connectionId': 'd', 'destinationId': 'one', 'destinationWorkbook': 'other'}");

        api.batch("[{'connectionId': 'c'}, {'connectionId': 'a'}, {'connectionId': 'b'}]")
                .assertOk();
        api.batch("[{'connectionId': 'c'}, {'connectionId': 'a'}, {'connectionId': 'd'}]")
                .assertError(
                        400,
                        "[2].connectionId",
                        "[2].connectionId was \"d\", whose workbook is \"other\", while that of those before it is "
                                + "\"w\"; a batch has one workbook");
    }

    @ParameterizedTest
    @CsvSource({
        "spreadsheet, wdata_table, 400",
        "spreadsheet_section, wdata_table_dataset, 400",
        "spreadsheet, spreadsheet, 200",
        "wdata_query, wdata_table, 200"
    })
    void outgoingConnectionBelongsToTheWorkbookOfItsSource(String from, String to, int status, ApiClient api) {
        for (String id : new String[] {"a", "b"}) {
            api.saveConnection("""
                    {"connectionId": "%s", "sourceType": "%s", "destinationType": "%s", "sourceWorkbook": "%s",
                     "destinationWorkbook": "same"}""".formatted(id, from, to, id));
        }

        assertThat(api.batch("[{'connectionId': 'a'}, {'connectionId': 'b'}]").status())
                .isEqualTo(status);
    }

    /** The vendor's API does not show workbooks, so a client selects connections from a list. */
    @Test
    void connectionsWithoutAWorkbookCanBeRefreshedTogether(ApiClient api) {
        api.batch("[{'connectionId': 'always-succeeds'}, {'connectionId': 'instant'},"
                        + " {'connectionId': 'trial-balance-to-10k'}, {'connectionId': 'slow'}]")
                .assertOk();
    }

    @Test
    void eachEntryUsesTheNextScriptOfItsConnection(ApiClient api) {
        api.saveConnection(
                "{'connectionId': 'c', 'scripts': [%s, %s]}".formatted(instant("fail_source"), instant("succeed")));

        api.batch("[{'connectionId': 'c'}]").assertStatuses("error", "cancelled");
        api.refresh("c").assertStatuses("complete", "complete");
        api.batch("[{'connectionId': 'c'}]").assertStatuses("complete", "complete");
    }

    @Test
    void runsOfABatchAreOrdinaryRuns(ApiClient api) {
        ApiResponse batch = api.batch(SEEDED);
        List<String> jobIds = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String id = batch.at("/body/childRefreshes/%d/connectionId".formatted(i));
            String jobId = batch.at("/body/childRefreshes/%d/jobId".formatted(i));
            jobIds.add(jobId);
            assertThat(api.status(id, jobId).jsonAt("/body"))
                    .isEqualTo(batch.jsonAt("/body/childRefreshes/%d".formatted(i)));
            assertThat(api.connection(id).at("/body/lastRunJobId")).isEqualTo(jobId);
            api.refresh(id).assertStatus(409);
        }
        assertThat(jobIds.stream().distinct().collect(Collectors.toList())).hasSize(3);
    }

    private static String instant(String outcome) {
        return """
                {"outcome": "%s", "pacing": {"type": "timed", "queued": "PT0S", "source": "PT0S", "destination": "PT0S"}}""".formatted(outcome);
    }
}
