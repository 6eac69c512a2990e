package io.wdatamock.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.ControlClient;
import io.wdatamock.http.HttpTest;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Verdicts are correct or unknown, and suspicious expectations are rejected. */
@HttpTest
class TruthControlTests {

    private static final String YEAR = "{\"sourceParameters\": {\"year\": 2026}}";

    @Test
    void unknownConnectionIsRejectedWithASuggestion(ControlClient control) {
        control.assertRejectsPost(
                "/requests/verify",
                "{'connectionId': 'instnat', 'count': {'exactly': 0}}",
                "connectionId",
                "connectionId was \"instnat\", but there is no such connection, and no request has named it; did you mean"
                        + " \"instant\"? If it will be created later, add \"pending\": true");
        control.assertRejectsPost(
                "/faults",
                "{'connectionId': 'nothing-like-that', 'effect': {'type': 'hold'}}",
                "connectionId",
                "connectionId was \"nothing-like-that\", but there is no such connection, and no request has named it."
                        + " If it will be created later, add \"pending\": true");
    }

    @Test
    void pendingAllowsAnUnknownConnection(ApiClient api, ControlClient control) {
        assertVerdict("satisfied", control, "{'connectionId': 'new', 'pending': true, 'count': {'exactly': 0}}");
        ApiResponse fault = control.post(
                "/faults", "{'connectionId': 'new', 'pending': true, 'effect': {'type': 'status', 'status': 418}}");
        assertThat(fault.assertStatus(201).at("/pending")).isEqualTo("true");
        String snapshot = control.get("/snapshot").text();
        control.put("/snapshot", snapshot).assertStatus(204);
        api.saveConnection("{'connectionId': 'new'}");
        api.refresh("new").assertStatus(418);
    }

    @Test
    void requestedConnectionsAreKnownEvenIfDeleted(ApiClient api, ControlClient control) {
        api.refresh("instant").assertOk();
        api.connection("made-up");
        control.delete("/connections/instant");

        assertVerdict("satisfied", control, "{'connectionId': 'instant', 'count': {'exactly': 1}}");
        assertVerdict("satisfied", control, "{'connectionId': 'made-up', 'status': 404}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"count": {"exact": 0}}                  | count.exact   | count.exact is not a known field; known are atLeast, atMost, exactly
            {"count": {"exact": 0, "atMost": 1}}     | count.exact   | count.exact is not a known field; known are atLeast, atMost, exactly
            {"count": {}}                            | count         | count is empty, but must have exactly, atLeast or atMost
            {"count": {"exactly": 1, "atMost": 1}}   | count         | count has exactly and a bound, but must have one or the other
            {"count": {"atLeast": 3, "atMost": 2}}   | count         | count has atLeast 3 and atMost 2, which no number meets
            {"count": {"exactly": -1}}               | count.exactly | count.exactly was -1, but must not be negative
            {"count": {"atLeast": -1}}               | count.atLeast | count.atLeast was -1, but must not be negative
            {"count": {"atMost": -2}}                | count.atMost  | count.atMost was -2, but must not be negative
            {"count": {"atMost": "x"}}               | count.atMost  | count.atMost was "x", but must be a whole number
            {"count": {"atMost": 99999999999999999999}} | count.atMost | count.atMost was 99999999999999999999, but must be a whole number of at most 64 bits
            """)
    void contradictoryCountsAreRejected(String body, String target, String message, ApiClient api) {
        api.control().assertRejectsPost("/requests/verify", body, target, message);
    }

    @Test
    void rejectedRequestsWithUnreadBodiesAreCounted(ApiClient api, ControlClient control) {
        control.post("/faults", "{'connectionId': 'instant', 'times': 1, 'effect': {'type': 'status', 'status': 503}}");

        api.refresh("instant", YEAR);
        api.refreshOf("instant").without("Authorization").json(YEAR).send();
        api.changeSettings("{'rateLimit': 1}");
        api.refresh("instant", YEAR);
        api.refresh("instant", YEAR);
        api.refreshOf("instant")
                .without("Content-Type")
                .header("Content-Type", "text/csv")
                .body(YEAR)
                .send();

        ApiResponse requests = control.requests();
        assertThat(requests.each("requests", "status")).containsExactly("415", "429", "200", "401", "503");
        assertThat(requests.each("requests", "body")).element(1).isEqualTo(YEAR);
        assertVerdict("satisfied", control, "{'bodyContains': %s, 'count': {'atLeast': 4}}".formatted(YEAR));
        assertVerdict("violated", control, "{'bodyContains': %s, 'count': {'exactly': 3}}".formatted(YEAR));
    }

    @Test
    void unreadBodyIsUnknown(ApiClient api, ControlClient control) {
        api.refreshOf("instant")
                .without("Authorization")
                .header("Content-Type", "application/json")
                .chunked(YEAR.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .send();

        ApiResponse response = assertVerdict("unknown", control, "{'bodyContains': %s}".formatted(YEAR));

        assertThat(response.jsonAt("/nearest/0/differences"))
                .isEqualTo("[\"body: wanted {\\\"sourceParameters\\\":{\\\"year\\\":2026}}, was not read\"]");
        assertThat(control.requests().at("/requests/0/truncated")).isEqualTo("true");
    }

    @Test
    void rejectedBatchKeepsItsConnections(ApiClient api, ControlClient control) {
        String batch = "[{\"connectionId\": \"instant\"}, 5, {\"connectionId\": \"slow\"}]";

        api.batchOf(batch, "").without("Authorization").send();
        api.batch(batch);
        api.batch("[{'connectionId': 'instant'}, {'connecti");

        assertThat(control.requests()
                        .entries("requests")
                        .map(entry -> entry.path("connectionIds").toString())
                        .toList())
                .containsExactly("[\"instant\"]", "[\"instant\",\"slow\"]", "[\"instant\",\"slow\"]");
        assertVerdict("satisfied", control, "{'connectionId': 'slow', 'status': 401, 'count': {'exactly': 1}}");
    }

    @Test
    void unreadBatchMatchesAnyConnection(ApiClient api, ControlClient control) {
        api.post("/api/v1/connections/batch/refresh")
                .without("Authorization")
                .header("Content-Type", "application/json")
                .chunked("[{\"connectionId\": \"slow\"}]".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .send();

        assertVerdict("unknown", control, "{'connectionId': 'slow', 'count': {'exactly': 0}}");
        assertVerdict("satisfied", control, "{'connectionId': 'slow', 'status': 200, 'count': {'exactly': 0}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LONG", "1e99999999999"})
    void otherNumbersDoNotAffectTheComparison(String number, ApiClient api, ControlClient control) {
        String digits = number.replace("LONG", "7".repeat(1500));
        api.refresh("instant", "{'sourceParameters': {'n': %s, 'year': 2026}}".formatted(digits));

        assertVerdict("satisfied", control, "{'bodyContains': %s}".formatted(YEAR));
        assertVerdict("violated", control, "{'bodyContains': {'sourceParameters': {'year': 2025}}}");
        assertVerdict("unknown", control, "{'bodyContains': {'sourceParameters': {'n': 5}}}");
        assertVerdict("violated", control, "{'bodyContains': {'sourceParameters': {'n': '5'}}}");
    }

    @Test
    void hugeExponentsAreComparedQuickly(ApiClient api, ControlClient control) {
        api.refresh("instant", "{'sourceParameters': {'n': 1e999999999}}");

        assertVerdict("satisfied", control, "{'bodyContains': {'sourceParameters': {'n': 10e999999998}}}");
        assertVerdict("violated", control, "{'bodyContains': {'sourceParameters': {'n': 1e-999999999}}}");
    }

    @Test
    void wantedFieldsAreBoundedAndComparedQuickly(ApiClient api, ControlClient control) {
        for (int i = 0; i < 300; i++) {
            api.refresh("instant", "{'sourceParameters': {%s}}".formatted(fields(500, "a")));
        }
        String many = "{\"bodyContains\": {\"sourceParameters\": {%s}}}";

        ApiResponse response =
                assertTimeout(Duration.ofSeconds(5), () -> control.verify(many.formatted(fields(998, "b"))));

        assertThat(response.at("/verdict")).isEqualTo("violated");
        control.assertRejectsPost(
                "/requests/verify",
                many.formatted(fields(999, "b")),
                "bodyContains",
                "bodyContains has 1001 values, but must have at most 1000");
    }

    @Test
    void certainBatchEntryOutweighsAnUncertainOne(ApiClient api, ControlClient control) {
        api.batch("[{'connectionId': 'slow', 'sourceParameters': {'password': 'hush'}}, {'connectionId': 'x'}]");

        assertVerdict("unknown", control, "{'bodyContains': {'sourceParameters': {'password': 'hush'}}}");
        assertVerdict("satisfied", control, "{'bodyContains': {'connectionId': 'x'}}");
        assertVerdict("violated", control, "{'bodyContains': {'connectionId': 'y'}}");
    }

    private static String fields(int count, String prefix) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"%s%d\": %d".formatted(prefix, i, i))
                .collect(Collectors.joining(", "));
    }

    private static ApiResponse assertVerdict(String verdict, ControlClient control, String expectation) {
        ApiResponse response = control.verify(expectation);
        assertThat(response.assertStatus(200).at("/verdict"))
                .as(response.text())
                .isEqualTo(verdict);
        return response;
    }
}
