package io.wdatamock.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.har.HarSamples;
import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.ControlClient;
import io.wdatamock.http.HttpTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A recording is compared with the ledger and gives a learned seed, as requests through the server do. */
@HttpTest
@ExtendWith(OutputCaptureExtension.class)
class RecordingControlTests {

    private static final int FUZZED = 10_000;

    private static final String RECORDED = recorded("complete", "complete");

    @Test
    void exchangesOfTheVendorAreAddedAndOthersCounted(ControlClient control) {
        ApiResponse summary = control.post("/recordings", RECORDED).assertStatus(200);

        assertThat(summary.text()).isEqualTo("{\"exchanges\":3,\"others\":1}");
        ApiResponse requests = control.requests();
        assertThat(requests.each("requests", "operation"))
                .containsExactly("getRefreshStatus", "getRefreshStatus", "refreshConnection");
        assertThat(requests.at("/requests/2/connectionIds/0")).isEqualTo("c-1");
        assertThat(requests.at("/requests/2/at")).isEqualTo("2026-03-02T08:00:00.000Z");
        assertThat(requests.at("/requests/2/explanation")).isEqualTo("Read from a recording.");
    }

    @Test
    void recordingIsComparedWithTheLedger(ControlClient control) {
        control.post("/recordings", recorded("error", "complete")).assertStatus(200);

        List<String> contradicted = control.get("/fidelity")
                .entries("behaviours")
                .filter(behaviour -> behaviour.at("/comparison/contradicted").asInt(0) > 0)
                .map(behaviour -> behaviour.path("check").asString() + " " + behaviour.at("/comparison/witnesses"))
                .toList();
        assertThat(contradicted).containsExactly("failed-source-cancels [3]");
    }

    @Test
    void learnedSeedRepeatsTheRecordedRun(ControlClient control) {
        control.post("/recordings", RECORDED).assertStatus(200);

        assertThat(control.get("/learned-seed").jsonAt("/connections/0/scripts/0"))
                .isEqualTo("""
                {"outcome":"succeed","pacing":{"type":"timed","queued":"PT2S","source":"PT6S","destination":"PT0S"},\
                "sourceMetadata":{"key-1":1},"destinationMetadata":{"key-1":1}}""");
    }

    @Test
    void recordingCanBeVerifiedLikeRequests(ControlClient control) {
        control.post("/recordings", RECORDED).assertStatus(200);

        assertThat(control.verify(
                                "{'operation': 'getRefreshStatus', 'connectionId': 'c-1', 'spacing': {'atLeast': 'PT6S'}}")
                        .at("/verdict"))
                .isEqualTo("satisfied");
    }

    @Test
    void journalOfAnotherSandboxIsARecording(ApiClient api, ControlClient control) {
        for (String id : List.of("instant", "slow", "forbidden", "nothing")) {
            api.refresh(id);
            api.status(id);
            api.connection(id);
        }
        api.list("");
        String har = control.request("GET", "/requests")
                .header("Accept", "application/har+json")
                .assertStatus(200)
                .text();
        ControlClient other = api.in(api.sandbox() + "-copy").control();

        ApiResponse summary = other.request("POST", "/recordings").body(har).assertStatus(200);

        assertThat(summary.text()).isEqualTo("{\"exchanges\":13,\"others\":0}");
        assertThat(other.get("/fidelity")
                        .entries("behaviours")
                        .filter(behaviour ->
                                behaviour.at("/comparison/contradicted").asInt(0) > 0))
                .isEmpty();
    }

    @Test
    void recordingThatIsAddedTwiceContradictsNothing(ControlClient control) {
        control.post("/recordings", RECORDED).assertStatus(200);
        String seed = control.get("/learned-seed").text();

        control.post("/recordings", RECORDED).assertStatus(200);

        assertThat(control.get("/learned-seed").text()).isEqualTo(seed);
        assertThat(control.get("/fidelity")
                        .entries("behaviours")
                        .filter(behaviour ->
                                behaviour.at("/comparison/contradicted").asInt(0) > 0))
                .isEmpty();
    }

    @Test
    void requestsToAnotherHostAreLeftOut(ControlClient control) {
        assertThat(control.post("/recordings?host=api.example", RECORDED).text())
                .isEqualTo("{\"exchanges\":0,\"others\":4}");
        assertThat(control.post("/recordings?host=api.app.wdesk.com", RECORDED).text())
                .isEqualTo("{\"exchanges\":3,\"others\":1}");
    }

    @Test
    void stageThatLastedLongerThanAScriptMayIsLimited(ControlClient control) {
        control.post(
                        "/recordings",
                        RECORDED.replace("2026-03-02T08:00:09Z", "2028-03-02T08:00:09Z")
                                .replace("08:00:08.000", "08:00:00.000"))
                .assertStatus(200);

        assertThat(control.get("/learned-seed").jsonAt("/connections/0/scripts/0/pacing/source"))
                .isEqualTo("\"PT8760H\"");
    }

    @Test
    void fileWithAnErrorAddsNothing(ControlClient control) {
        String broken = RECORDED.replace("T08:00:09Z", "T08:00:99Z");

        control.assertRejects(
                control.request("POST", "/recordings").body(broken),
                400,
                "log.entries[3].startedDateTime",
                "log.entries[3].startedDateTime was \"2026-03-02T08:00:99Z\", but must be an ISO 8601 date and time with offset, such as 2026-01-31T12:00:00.000Z");

        assertThat(control.requests().at("/total")).isEqualTo("0");
    }

    @Test
    void malformedFilesAreRejectedAsAWhole(ControlClient control) {
        Mutations mutations = new Mutations(
                15, Stream.concat(HarSamples.ALL.stream(), Stream.of(RECORDED)).toList());
        long expected = 0;
        for (int i = 0; i < FUZZED; i++) {
            byte[] har = mutations.next();
            ApiResponse response =
                    control.request("POST", "/recordings").body(har).send();
            assertThat(response.status()).as(response.text()).isIn(200, 400);
            expected +=
                    response.status() == 200 ? response.json().path("exchanges").asLong() : 0;
        }

        assertThat(control.get("/requests?limit=1").json().path("total").asLong())
                .isEqualTo(expected);
        control.get("/fidelity").assertStatus(200);
        control.get("/learned-seed").assertStatus(200);
        control.get("/learned-seed?pseudonymise=false").assertStatus(200);
    }

    @Test
    void credentialsInARecordingAreNotKept(ApiClient api, ControlClient control, CapturedOutput output) {
        String har = """
                {"log": {"entries": [
                  {"startedDateTime": "2026-03-02T08:00:00Z", "time": 10,
                   "request": {"method": "POST", "url": "https://api.example/oauth2/token?client_secret=hush-1",
                               "headers": [{"name": "Authorization", "value": "Basic hush-2"}],
                               "postData": {"text": "grant_type=client_credentials&client_id=me&client_secret=hush-3"}},
                   "response": {"status": 200, "content": {"text": "{\\"access_token\\": \\"hush-4\\"}"}}},
                  {"startedDateTime": "2026-03-02T08:00:01Z", "time": 10,
                   "request": {"method": "GET", "url": "https://api.example/api/v1/connections/c-1?api_key=hush-5",
                               "headers": [{"name": "Authorization", "value": "Bearer hush-6"}, {"name": "Cookie", "value": "s=hush-7"}]},
                   "response": {"status": 404, "headers": [{"name": "Set-Cookie", "value": "s=hush-8"}],
                                "content": {"text": "{\\"body\\": \\"No such connection\\", \\"code\\": 404, \\"details\\": []}"}}}]}}
                """;

        control.request("POST", "/recordings").body(har).assertStatus(200);

        assertThat(control.requests().text()).contains("getConnection").doesNotContain("hush");
        assertThat(control.request("GET", "/requests")
                        .header("Accept", "application/har+json")
                        .send()
                        .text())
                .doesNotContain("hush");
        assertThat(control.get("/fidelity").text()).doesNotContain("hush");
        assertThat(control.get("/learned-seed?pseudonymise=false").text()).doesNotContain("hush");
        assertThat(control.snapshot()).doesNotContain("hush");
        assertThat(api.root().get("/actuator/prometheus").send().text()).doesNotContain("hush");
        assertThat(output.getAll()).doesNotContain("hush");
    }

    /** A refresh in the queue, a poll while the source runs, a request that is not the vendor's, and the last poll. */
    private static String recorded(String source, String destination) {
        return """
                {"log": {"entries": [
                  %s, %s,
                  {"startedDateTime": "2026-03-02T08:00:02Z", "time": 10,
                   "request": {"method": "GET", "url": "https://app.example/logo.png"},
                   "response": {"status": 200, "content": {"text": "png"}}},
                  %s]}}
                """.formatted(
                        entry("00", "POST", "/c-1/refresh", run("not_started", "not_started", "00.000")),
                        entry("03", "GET", "/c-1/status", run("running", "not_started", "02.000")),
                        entry("09", "GET", "/c-1/status", run(source, destination, "08.000")));
    }

    private static String entry(String second, String method, String path, String body) {
        return """
                {"startedDateTime": "2026-03-02T08:00:%sZ", "time": 20,
                 "request": {"method": "%s", "url": "https://api.app.wdesk.com/s/wdata/prep/api/v1/connections%s",
                             "headers": [{"name": "authorization", "value": "Bearer t"}]},
                 "response": {"status": 200, "content": {"text": %s}}}""".formatted(second, method, path, quoted(body));
    }

    private static String quoted(String json) {
        return '"' + json.replace("\"", "\\\"") + '"';
    }

    private static String run(String source, String destination, String updated) {
        return """
                {"body": {"connectionId": "c-1", "jobId": "j-1", "created": "2026-03-02T08:00:00.000Z", \
                "updated": "2026-03-02T08:00:%sZ", "sourceStatus": "%s", "destinationStatus": "%s", "sourceMetadata": %s, \
                "destinationMetadata": %s, "sourceParameters": {}, "destinationParameters": {}}, "code": 200}""".formatted(updated, source, destination, metadata(source), metadata(destination));
    }

    private static String metadata(String status) {
        return status.equals("complete") ? "{\"rows\": 7}" : "{}";
    }
}
