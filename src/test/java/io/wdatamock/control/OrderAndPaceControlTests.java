package io.wdatamock.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.ControlClient;
import io.wdatamock.http.HttpTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verification of the order of requests and of the time between them. */
@HttpTest
class OrderAndPaceControlTests {

    private static final String REFRESH = "{'operation': 'refreshConnection'}";
    private static final String POLL = "{'operation': 'getRefreshStatus'}";
    private static final String LIST = "{'operation': 'listConnections'}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            refresh, poll             | false | satisfied | 2
            refresh, poll, poll       | false | satisfied | 3
            refresh, list             | false | satisfied | 2
            list, refresh             | false | violated  | 1
            poll, poll, poll          | false | violated  | 2
            refresh, poll, poll, list | true  | satisfied | 4
            poll, list                | true  | satisfied | 2
            refresh, list             | true  | violated  | 1
            """)
    void sequencesAreMatchedInOrder(String names, boolean strict, String verdict, int matched, ApiClient api) {
        api.refresh("slow");
        api.status("slow");
        api.status("slow");
        api.list("");
        String sequence =
                names.replace("refresh", REFRESH).replace("poll", POLL).replace("list", LIST);

        ApiResponse response =
                api.control().verify("{'sequence': [%s]%s}".formatted(sequence, strict ? ", 'strict': true" : ""));

        assertThat(response.at("/verdict") + " " + response.at("/matched"))
                .as(response.text())
                .isEqualTo(verdict + " " + matched);
    }

    @Test
    void nearMissesOfASequenceConcernTheFirstMissingPattern(ApiClient api, ControlClient control) {
        api.refresh("slow");
        api.refresh("slow");

        ApiResponse response = control.verify(
                "{'sequence': [{'connectionId': 'slow', 'status': 409}, {'connectionId': 'slow', 'status': 404}]}");

        assertThat(response.jsonAt("/nearest/0/differences")).isEqualTo("[\"status: wanted 404, was 409\"]");
    }

    @Test
    void bodyThatIsNotKnownMakesASequenceUnknown(ApiClient api, ControlClient control) {
        api.refresh("slow", "{'sourceParameters': {'password': 'secret'}}");

        assertThat(control.verify("{'sequence': [{'bodyContains': {'sourceParameters': {'password': 'other'}}}]}")
                        .at("/verdict"))
                .isEqualTo("unknown");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'atLeast': 'PT2S'                  | satisfied |
            'atLeast': 'PT2.001S'              | violated  | Request 3 came PT2S after request 2, but the time between them must be at least PT2.001S
            'atMost': 'PT10S'                  | satisfied |
            'atMost': 'PT9.999S'               | violated  | Request 4 came PT10S after request 3, but the time between them must be at most PT9.999S
            'atLeast': 'PT2S', 'atMost': 'PT10S' | satisfied |
            """)
    void spacingIsMeasuredByTheClockOfTheSandbox(String spacing, String verdict, String message, ApiClient api) {
        api.refresh("slow");
        api.status("slow");
        api.advanceClock(Duration.ofSeconds(2));
        api.status("slow");
        api.advanceClock(Duration.ofSeconds(10));
        api.status("slow");

        ApiResponse response = api.control().verify("""
                {"operation": "getRefreshStatus", "spacing": {%s}}""".formatted(spacing.replace('\'', '"')));

        assertThat(response.at("/verdict")).as(response.text()).isEqualTo(verdict);
        assertThat(response.jsonAt("/violations/0/message")).isEqualTo(message == null ? "" : '"' + message + '"');
    }

    @Test
    void violationsNameBothRequestsAndTheDistance(ApiClient api, ControlClient control) {
        api.status("slow");
        api.advanceClock(Duration.ofMillis(1200));
        api.status("slow");

        ApiResponse response = control.verify("{'spacing': {'atLeast': 'PT2S'}}");

        assertThat(response.at("/violations/0/first")).isEqualTo("1");
        assertThat(response.at("/violations/0/second")).isEqualTo("2");
        assertThat(response.at("/violations/0/distance")).isEqualTo("PT1.2S");
    }

    @ParameterizedTest
    @CsvSource({"PT2.999S, violated", "PT3S, satisfied"})
    void clientMustWaitForRetryAfter(Duration wait, String verdict, ApiClient api, ControlClient control) {
        api.addFault("{'times': 1, 'effect': {'type': 'status', 'status': 429, 'retryAfter': 'PT3S'}}");
        api.refresh("instant").assertStatus(429);
        api.advanceClock(wait);
        api.refresh("instant").assertOk();

        ApiResponse response = control.verify("{'operation': 'refreshConnection', 'afterRetryAfter': true}");

        assertThat(response.at("/verdict")).as(response.text()).isEqualTo(verdict);
        assertThat(control.requests().at("/requests/1/retryAt")).isEqualTo("2026-06-01T12:00:03.000Z");
    }

    @Test
    void spacingOfEvictedRequestsIsUnknown(ApiClient api, ControlClient control) {
        for (int i = 0; i < 1001; i++) {
            api.status("slow");
            api.advanceClock(Duration.ofSeconds(1));
        }

        assertThat(control.verify("{'spacing': {'atLeast': 'PT1S'}}").at("/verdict"))
                .isEqualTo("unknown");
        assertThat(control.verify("{'spacing': {'atLeast': 'PT1.5S'}}").at("/verdict"))
                .isEqualTo("violated");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'spacing': {}}                                            | spacing         | spacing is empty, but must have atLeast, atMost or both
            {'spacing': {'atleast': 'PT2S'}}                       | spacing.atleast | spacing.atleast is not a known field; known are atLeast, atMost
            {'spacing': {'atLeast': 'PT-1S'}}                          | spacing.atLeast | spacing.atLeast was PT-1S, but must not be negative
            {'spacing': {'atLeast': 'PT2S', 'atMost': 'PT1S'}}         | spacing         | spacing has atLeast PT2S and atMost PT1S, which no time meets
            {'sequence': []}                                           | sequence        | sequence has 0 patterns, but must have 1 to 100
            {'strict': true}                                           | strict          | strict comes without a sequence, but concerns only a sequence
            {'afterRetryAfter': true, 'status': 200}                   | status          | status comes with afterRetryAfter, which concerns responses of every status; leave it out
            {'sequence': [{}], 'status': 200}                          | sequence        | sequence comes with a pattern, a count or a pace, but must be alone; verify the rest in another request
            {'sequence': [{'count': {'exactly': 1}}]}                  | sequence[0]     | sequence[0] has more than operation, connectionId, status, bodyContains and pending, which belongs beside the sequence
            {'sequence': [{'connectionId': 'instnt'}]}                 | connectionId    | connectionId was "instnt", but there is no such connection, and no request has named it; did you mean "instant"? If it will be created later, add "pending": true
            """)
    void contradictionsAreRejected(String expectation, String target, String message, ControlClient control) {
        control.assertRejectsPost("/requests/verify", expectation, target, message);
    }
}
