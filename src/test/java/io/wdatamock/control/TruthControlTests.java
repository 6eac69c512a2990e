package io.wdatamock.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.wdatamock.http.Answer;
import io.wdatamock.http.Api;
import io.wdatamock.http.HttpTest;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A verdict is right, or unknown; what looks like a slip in an expectation is refused. */
@HttpTest
class TruthControlTests {

    private static final String YEAR = "{\"sourceParameters\": {\"year\": 2026}}";

    @Test
    void aMistypedConnectionIsRefusedWithTheNearestName(Api api) {
        ControlApi control = new ControlApi(api);

        control.assertRefusesPost(
                "/requests/verify",
                "{\"connectionId\": \"instnat\", \"count\": {\"exactly\": 0}}",
                "connectionId",
                "connectionId was \"instnat\", but there is no such connection, and no request has named it; did you mean"
                        + " \"instant\"? If it is yet to come, add \"pending\": true");
        control.assertRefusesPost(
                "/faults",
                "{\"connectionId\": \"nothing-like-that\", \"effect\": {\"type\": \"hold\"}}",
                "connectionId",
                "connectionId was \"nothing-like-that\", but there is no such connection, and no request has named it."
                        + " If it is yet to come, add \"pending\": true");
    }

    @Test
    void aConnectionThatIsYetToComeIsPending(Api api) {
        ControlApi control = new ControlApi(api);

        assertVerdict("satisfied", control, "{'connectionId': 'new', 'pending': true, 'count': {'exactly': 0}}");
        Answer fault = control.post(
                "/faults",
                "{\"connectionId\": \"new\", \"pending\": true, \"effect\": {\"type\": \"status\", \"status\": 418}}");
        assertThat(ControlApi.assertStatus(201, fault).at("/pending")).isEqualTo("true");
        String snapshot = control.get("/snapshot").text();
        ControlApi.assertStatus(204, control.put("/snapshot", snapshot));
        api.given("{\"connectionId\": \"new\"}");
        assertThat(api.refresh("new").status()).isEqualTo(418);
    }

    @Test
    void whatWasRequestedIsKnownAlsoWhenItIsGoneOrNeverWas(Api api) {
        ControlApi control = new ControlApi(api);
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
    void aCountThatMakesNoSenseIsRefused(String body, String target, String message, Api api) {
        new ControlApi(api).assertRefusesPost("/requests/verify", body, target, message);
    }

    @Test
    void aRetryIsCountedThoughItsFirstAttemptWasRefusedUnread(Api api) {
        ControlApi control = new ControlApi(api);
        control.post(
                "/faults",
                "{\"connectionId\": \"instant\", \"times\": 1, \"effect\": {\"type\": \"status\", \"status\": 503}}");

        api.refresh("instant", YEAR);
        api.refreshOf("instant").without("Authorization").json(YEAR).send();
        api.settings("{\"rateLimit\": 1}");
        api.refresh("instant", YEAR);
        api.refresh("instant", YEAR);
        api.refreshOf("instant")
                .without("Content-Type")
                .header("Content-Type", "text/csv")
                .body(YEAR)
                .send();

        Answer requests = control.get("/requests");
        assertThat(ControlApi.each(requests, "requests", "status")).containsExactly("415", "429", "200", "401", "503");
        assertThat(ControlApi.each(requests, "requests", "body")).element(1).isEqualTo(YEAR);
        assertVerdict("satisfied", control, "{'bodyContains': %s, 'count': {'atLeast': 4}}".formatted(YEAR));
        assertVerdict("violated", control, "{'bodyContains': %s, 'count': {'exactly': 3}}".formatted(YEAR));
    }

    @Test
    void aBodyThatWasNotReadIsUnknownAndNotEmpty(Api api) {
        ControlApi control = new ControlApi(api);
        api.refreshOf("instant")
                .without("Authorization")
                .header("Content-Type", "application/json")
                .chunked(YEAR.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .send();

        Answer answer = assertVerdict("unknown", control, "{'bodyContains': %s}".formatted(YEAR));

        assertThat(answer.jsonAt("/nearest/0/differences"))
                .isEqualTo("[\"body: wanted {\\\"sourceParameters\\\":{\\\"year\\\":2026}}, was not read\"]");
        assertThat(control.get("/requests").at("/requests/0/truncated")).isEqualTo("true");
    }

    @Test
    void aRefusedBatchKeepsTheConnectionsThatItNamed(Api api) {
        ControlApi control = new ControlApi(api);
        String batch = "[{\"connectionId\": \"instant\"}, 5, {\"connectionId\": \"slow\"}]";

        api.batchOf(batch, "").without("Authorization").send();
        api.batch(batch);
        api.batch("[{\"connectionId\": \"instant\"}, {\"connecti");

        assertThat(ControlApi.entries(control.get("/requests"), "requests")
                        .map(entry -> entry.path("connectionIds").toString())
                        .toList())
                .containsExactly("[\"instant\"]", "[\"instant\",\"slow\"]", "[\"instant\",\"slow\"]");
        assertVerdict("satisfied", control, "{'connectionId': 'slow', 'status': 401, 'count': {'exactly': 1}}");
    }

    @Test
    void aBatchThatWasNotReadMayHaveNamedAnyConnection(Api api) {
        ControlApi control = new ControlApi(api);
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
    void aNumberThatIsNotComparedLeavesTheRestOfTheBodyAlone(String number, Api api) {
        ControlApi control = new ControlApi(api);
        String digits = number.replace("LONG", "7".repeat(1500));
        api.refresh("instant", "{\"sourceParameters\": {\"n\": %s, \"year\": 2026}}".formatted(digits));

        assertVerdict("satisfied", control, "{'bodyContains': %s}".formatted(YEAR));
        assertVerdict("violated", control, "{'bodyContains': {'sourceParameters': {'year': 2025}}}");
        assertVerdict("unknown", control, "{'bodyContains': {'sourceParameters': {'n': 5}}}");
        assertVerdict("violated", control, "{'bodyContains': {'sourceParameters': {'n': '5'}}}");
    }

    @Test
    void hugeExponentsAreComparedAtOnce(Api api) {
        ControlApi control = new ControlApi(api);
        api.refresh("instant", "{\"sourceParameters\": {\"n\": 1e999999999}}");

        assertVerdict("satisfied", control, "{'bodyContains': {'sourceParameters': {'n': 10e999999998}}}");
        assertVerdict("violated", control, "{'bodyContains': {'sourceParameters': {'n': 1e-999999999}}}");
    }

    @Test
    void wantedFieldsAreBoundedAndComparedQuickly(Api api) {
        ControlApi control = new ControlApi(api);
        for (int i = 0; i < 300; i++) {
            api.refresh("instant", "{\"sourceParameters\": {%s}}".formatted(fields(500, "a")));
        }
        String many = "{\"bodyContains\": {\"sourceParameters\": {%s}}}";

        Answer answer = assertTimeout(
                Duration.ofSeconds(5), () -> control.post("/requests/verify", many.formatted(fields(998, "b"))));

        assertThat(answer.at("/verdict")).isEqualTo("violated");
        control.assertRefusesPost(
                "/requests/verify",
                many.formatted(fields(999, "b")),
                "bodyContains",
                "bodyContains has 1001 values, but must have at most 1000");
    }

    @Test
    void inABatchAnElementThatIsCertainCountsBesideOneThatIsNot(Api api) {
        ControlApi control = new ControlApi(api);
        api.batch(
                "[{\"connectionId\": \"slow\", \"sourceParameters\": {\"password\": \"hush\"}}, {\"connectionId\": \"x\"}]");

        assertVerdict("unknown", control, "{'bodyContains': {'sourceParameters': {'password': 'hush'}}}");
        assertVerdict("satisfied", control, "{'bodyContains': {'connectionId': 'x'}}");
        assertVerdict("violated", control, "{'bodyContains': {'connectionId': 'y'}}");
    }

    private static String fields(int count, String prefix) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"%s%d\": %d".formatted(prefix, i, i))
                .collect(Collectors.joining(", "));
    }

    private static Answer assertVerdict(String verdict, ControlApi control, String expectation) {
        Answer answer = control.post("/requests/verify", expectation.replace('\'', '"'));
        assertThat(ControlApi.assertStatus(200, answer).at("/verdict"))
                .as(answer.text())
                .isEqualTo(verdict);
        return answer;
    }
}
