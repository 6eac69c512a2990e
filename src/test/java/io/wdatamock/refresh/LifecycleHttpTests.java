package io.wdatamock.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.HttpTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The statuses of a run for each outcome and pacing. */
@HttpTest
class LifecycleHttpTests {

    private static final String QUEUED = "not_started, not_started";
    private static final String SOURCE = "running, not_started";
    private static final String DESTINATION = "complete, running";

    /** The statuses in the third and in the last stage of each outcome. */
    private static final String OUTCOMES = """
            succeed            | complete, running    | complete, complete
            fail_source        | error, cancelled     | error, cancelled
            fail_destination   | complete, running    | complete, error
            cancel_source      | cancelled, cancelled | cancelled, cancelled
            cancel_destination | complete, running    | complete, cancelled
            stall_source       | running, not_started | running, not_started
            stall_destination  | complete, running    | complete, running
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = OUTCOMES)
    void timedRunPassesTheStagesOfItsOutcome(String outcome, String third, String last, ApiClient api) {
        given("""
                {"outcome": "%s", "pacing":
                 {"type": "timed", "queued": "PT1S", "source": "PT10S", "destination": "PT1M40S"}}""", outcome, api);

        assertShows(QUEUED, api.refresh("c"));
        assertShowsAt(999, QUEUED, api);
        assertShowsAt(1_000, SOURCE, api);
        assertShowsAt(10_999, SOURCE, api);
        assertShowsAt(11_000, third, api);
        assertShowsAt(110_999, third, api);
        assertShowsAt(111_000, last, api);
        assertShowsAt(Duration.ofDays(3650).toMillis(), last, api);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = OUTCOMES)
    void polledRunPassesTheStagesOfItsOutcome(String outcome, String third, String last, ApiClient api) {
        given("{\"outcome\": \"%s\", \"pacing\": {\"type\": \"polled\", \"reads\": 2}}", outcome, api);

        assertShows(QUEUED, api.refresh("c"));
        api.advanceClock(Duration.ofDays(3650));
        for (String shown : new String[] {QUEUED, QUEUED, SOURCE, SOURCE, third, third, last, last, last}) {
            assertShows(shown, api.status("c"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "succeed",
                "fail_source",
                "fail_destination",
                "cancel_source",
                "cancel_destination",
                "stall_source",
                "stall_destination"
            })
    void manualRunIsMovedOnlyByAdvances(String outcome, ApiClient api) {
        given("{\"outcome\": \"%s\", \"pacing\": {\"type\": \"manual\"}}", outcome, api);

        assertShows(QUEUED, api.refresh("c"));
        api.advanceClock(Duration.ofDays(3650));
        for (int i = 0; i < 20; i++) {
            assertShows(QUEUED, api.status("c"));
        }
        api.refresh("c").assertStatus(409);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"timed\"}",
                "{\"type\": \"timed\", \"queued\": \"PT1H\"}",
                "{\"type\": \"polled\", \"reads\": 3}",
                "{\"type\": \"manual\"}"
            })
    void failedInitiationIsFinalImmediatelyForEveryPacing(String pacing, ApiClient api) {
        given("{\"outcome\": \"%s\", \"pacing\": " + pacing + "}", "fail_initiation", api);

        ApiResponse run = api.refresh("c");

        assertShows("error, cancelled", run);
        assertThat(run.at("/body/error"))
                .isEqualTo("The refresh could not be initiated because wdata_query \"c-source\" is not available.");
        assertThat(run.at("/body/updated")).isEqualTo(run.at("/body/created"));
        assertThat(api.status("c").text()).isEqualTo(run.text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = OUTCOMES)
    void stagesOfZeroDurationAreSkippedInTheResponse(String outcome, String third, String shown, ApiClient api) {
        given("""
                {"outcome": "%s", "pacing": {"type": "timed", "queued": "PT0S", "source": "PT0S", "destination": "PT0S"}}""", outcome, api);

        assertShows(shown, api.refresh("c"));
        assertShows(shown, api.status("c"));
    }

    @Test
    void updatedIsTheInstantOfTheLastTransition(ApiClient api) {
        assertThat(api.refresh("always-succeeds").at("/body/updated")).isEqualTo("2026-06-01T12:00:00.000Z");
        api.advanceClock(Duration.ofMillis(700));
        assertThat(api.status("always-succeeds").at("/body/updated")).isEqualTo("2026-06-01T12:00:00.250Z");
        api.advanceClock(Duration.ofMillis(700));
        assertThat(api.status("always-succeeds").at("/body/updated")).isEqualTo("2026-06-01T12:00:01.250Z");
        api.advanceClock(Duration.ofDays(700));
        ApiResponse done = api.status("always-succeeds");
        assertThat(done.at("/body/updated")).isEqualTo("2026-06-01T12:00:02.250Z");
        assertThat(done.at("/body/created")).isEqualTo("2026-06-01T12:00:00.000Z");
    }

    @Test
    void readThatMovesARunSetsUpdated(ApiClient api) {
        given("{\"outcome\": \"%s\", \"pacing\": {\"type\": \"polled\", \"reads\": 1}}", "succeed", api);
        api.refresh("c");
        api.advanceClock(Duration.ofSeconds(5));
        assertThat(api.status("c").at("/body/updated")).isEqualTo("2026-06-01T12:00:00.000Z");
        api.advanceClock(Duration.ofSeconds(5));
        assertThat(api.status("c").at("/body/updated")).isEqualTo("2026-06-01T12:00:10.000Z");
    }

    @Test
    void instantsAreInUtcWithThreeFractionDigits(ApiClient api) {
        api.freezeClock(java.time.Instant.parse("2027-12-31T23:59:59.987654321Z"));
        assertThat(api.refresh("always-succeeds").at("/body/created")).isEqualTo("2027-12-31T23:59:59.987Z");
        api.advanceClock(Duration.ofHours(1));
        assertThat(api.status("always-succeeds").at("/body/updated")).isEqualTo("2028-01-01T00:00:02.237Z");
    }

    @Test
    void clockSetBackShowsTheRunAsItWas(ApiClient api) {
        api.refresh("always-succeeds");
        assertShowsAt(60_000, "complete, complete", api, "always-succeeds");
        api.freezeClock(ApiClient.START.plusMillis(300));
        assertShows(SOURCE, api.status("always-succeeds"));
    }

    @Test
    void runsOfOneConnectionAreIndependent(ApiClient api) {
        api.changeSettings("{'overlap': 'allow'}");
        String first = api.refresh("always-succeeds").at("/body/jobId");
        api.advanceClock(Duration.ofSeconds(1));
        String second = api.refresh("always-succeeds").at("/body/jobId");
        api.advanceClock(Duration.ofMillis(250));

        assertShows(DESTINATION, api.status("always-succeeds", first));
        assertShows(SOURCE, api.status("always-succeeds", second));
        assertShows(SOURCE, api.status("always-succeeds"));
    }

    private static void given(String script, String outcome, ApiClient api) {
        api.saveConnection("{\"connectionId\": \"c\", \"scripts\": [%s]}".formatted(script.formatted(outcome)));
    }

    private static void assertShowsAt(long millis, String statuses, ApiClient api) {
        assertShowsAt(millis, statuses, api, "c");
    }

    private static void assertShowsAt(long millis, String statuses, ApiClient api, String connectionId) {
        api.freezeClock(ApiClient.START.plusMillis(millis));
        assertShows(statuses, api.status(connectionId));
    }

    private static void assertShows(String statuses, ApiResponse response) {
        String[] sides = statuses.split(", ", -1);
        response.assertStatuses(sides[0], sides[1]);
    }
}
