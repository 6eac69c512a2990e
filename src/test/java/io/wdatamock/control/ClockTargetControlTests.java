package io.wdatamock.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ControlClient;
import io.wdatamock.http.HttpTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Advances of the clock to an instant that the runs determine. */
@HttpTest
class ClockTargetControlTests {

    private static final String ADVANCE = "/clock/advance";

    @Test
    void nextChangeIsTheEarliestTransitionOfAllRuns(ApiClient api, ControlClient control) {
        timed("late", "PT10S", api);
        timed("early", "PT3S", api);
        api.refresh("late");
        api.refresh("early");

        assertNow("12:00:03.000Z", "{'to': 'nextChange'}", control);
        api.status("early").assertStatuses("running", "not_started");
        assertNow("12:00:06.000Z", "{'to': 'nextChange'}", control);
        api.status("early").assertStatuses("complete", "running");
        assertNow("12:00:09.000Z", "{'to': 'nextChange'}", control);
        assertNow("12:00:10.000Z", "{'to': 'nextChange'}", control);
        api.status("late").assertStatuses("running", "not_started");
    }

    @Test
    void nextChangeIsRejectedIfTheClockMovesNoRun(ApiClient api, ControlClient control) {
        api.refresh("instant");

        control.assertRejects(
                control.request("POST", ADVANCE).body("{\"to\": \"nextChange\"}"),
                409,
                "to",
                "to was nextChange, but the clock moves none of the runs; refresh a connection, or advance or poll a run");
    }

    @ParameterizedTest
    @CsvSource({"queued, 12:00:00.000Z", "source, 12:00:05.000Z", "destination, 12:00:10.000Z", "done, 12:00:15.000Z"})
    void clockStopsWhereTheRunReachesTheStage(String stage, String now, ApiClient api, ControlClient control) {
        timed("c", "PT5S", api);
        String jobId = api.refresh("c").at("/body/jobId");

        assertNow(now, "{'until': {'connectionId': 'c', 'stage': '%s'}}".formatted(stage), control);
        assertNow(now, "{'until': {'jobId': '%s', 'stage': '%s'}}".formatted(jobId, stage), control);
    }

    @Test
    void runBeyondTheStageLeavesTheClock(ApiClient api, ControlClient control) {
        timed("c", "PT5S", api);
        api.refresh("c");
        control.advanceClock("PT7S");

        assertNow("12:00:07.000Z", "{'until': {'connectionId': 'c', 'stage': 'source'}}", control);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'outcome': 'stall_source'}                                 | done        | its outcome stall_source stalls in stage source until it is advanced
            {'outcome': 'succeed', 'pacing': {'type': 'manual'}}        | source      | only the control API ends stage queued
            {'outcome': 'succeed', 'pacing': {'type': 'polled', 'reads': 2}} | done   | only reads of its status end stage queued
            {'outcome': 'fail_source'}                                  | destination | its outcome fail_source has no stage destination
            """)
    void stageThatTimeNeverBringsIsRejected(
            String script, String stage, String reason, ApiClient api, ControlClient control) {
        api.saveConnection("{'connectionId': 'c', 'scripts': [%s]}".formatted(script));
        String jobId = api.refresh("c").at("/body/jobId");

        control.assertRejects(
                control.request("POST", ADVANCE).body("""
                        {"until": {"connectionId": "c", "stage": "%s"}}""".formatted(stage)),
                409,
                "until",
                "The clock never brings run \"%s\" of connection \"c\" to stage %s: %s"
                        .formatted(jobId, stage, reason));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'until': {'connectionId': 'instant', 'stage': 'done'}} | 409 | connectionId | Connection "instant" has no active run; refresh it first
            {'until': {'connectionId': 'x', 'stage': 'done'}}       | 404 | connectionId | There is no connection "x"; listConnections shows the existing ones
            {'until': {'jobId': 'x', 'stage': 'done'}}              | 404 | jobId        | There is no run "x"
            {'until': {'stage': 'done'}}                            | 400 | until        | until names no run, but must have connectionId or jobId
            {'until': {'jobId': 'x'}}                               | 400 | until.stage  | until.stage is missing, but must be queued, source, destination or done
            {'by': 'PT1S', 'to': 'nextChange'}                      | 400 |              | The body has several of by, to and until, but must have one of them
            """)
    void invalidTargetsAreRejected(String advance, int status, String target, String message, ControlClient control) {
        control.assertRejects(
                control.request("POST", ADVANCE).body(advance.replace('\'', '"')), status, target, message);
    }

    private static void timed(String connectionId, String stage, ApiClient api) {
        api.saveConnection("""
                {"connectionId": "%s", "scripts": [{"outcome": "succeed",
                 "pacing": {"type": "timed", "queued": "%2$s", "source": "%2$s", "destination": "%2$s"}}]}""".formatted(connectionId, stage));
    }

    private static void assertNow(String time, String advance, ControlClient control) {
        assertThat(control.post(ADVANCE, advance).assertStatus(200).at("/now")).isEqualTo("2026-06-01T" + time);
    }
}
