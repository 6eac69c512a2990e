package io.wdatamock.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.ControlClient;
import io.wdatamock.http.HttpTest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Export and import of a sandbox. */
@HttpTest
class SnapshotControlTests {

    @Test
    void snapshotRecreatesTheSandboxElsewhere(ApiClient api, ControlClient control) {
        control.post("/faults", "{'skip': 2, 'operation': 'listConnections', 'effect': {'type': 'hold'}}");
        api.refresh("slow", "{\"sourceParameters\": {\"a\": 1.10, \"b\": [null, \"\\ud800\", 1e400]}}")
                .assertOk();
        api.list("?limit=1").assertOk();
        control.advanceClock("PT5S");

        ApiClient other = api.in(api.sandbox() + "-copy");
        ControlClient copy = other.control();
        String snapshot = control.get("/snapshot").text();
        copy.put("/snapshot", snapshot).assertStatus(204);

        assertThat(copy.get("/snapshot").text()).isEqualTo(snapshot);
        assertThat(other.status("slow").text()).isEqualTo(api.status("slow").text());
        assertThat(other.refresh("instant").at("/body/jobId"))
                .isEqualTo(api.refresh("instant").at("/body/jobId"));
        assertThat(copy.get("/clock").text()).isEqualTo(control.get("/clock").text());
    }

    @Test
    void tokensRemainValid(ApiClient api, ControlClient control) {
        control.put("/settings", "{'auth': 'issued'}");
        String token = api.token("grant_type=client_credentials&client_id=me&client_secret=s")
                .at("/access_token");
        String snapshot = control.get("/snapshot").text();

        control.post("/reset", "");
        control.put("/snapshot", snapshot);

        ApiResponse response = api.refreshOf("instant").token(token).send();
        assertThat(response.at("/body/createdBy")).isEqualTo("me");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "version":2,                    | "version":1,                   | version was 1, but this server restores snapshots of version 2 only
            "version":2,                    |                                |
            "reads":0                       | "reads":1                      |
            "mode":"frozen"                 | "mode":"running"               |
            "mode":"frozen"                 | "mode":"melting"               |
            "mode":"frozen",                |                                |
            "batches":[]                    | "batches":[],"more":1          |
            "connectionId":"slow"           | "connectionId":5               |
            {"version"                      | "version"                      |
            """)
    void damagedDocumentIsRejected(String whole, String damaged, String message, ApiClient api, ControlClient control) {
        api.refresh("slow");
        String snapshot = control.get("/snapshot").text();
        assertThat(snapshot).contains(whole);
        api.refresh("stuck");
        String before = control.snapshot();

        ApiResponse response = control.put("/snapshot", snapshot.replace(whole, damaged == null ? "" : damaged));

        response.assertStatus(400);
        assertThat(response.at("/detail")).contains(message == null ? "The snapshot is damaged" : message);
        assertThat(control.snapshot()).isEqualTo(before);
    }

    /** Adds a valid digest. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "connectionId":"stuck"             | "connectionId":"slow"                   | , which an entry before it has already
            "stage":"queued"                   | "stage":"destination"                   | moves must begin with stage
            "workspaceId":"finance"            | "workspaceId":null                      | workspaceId was null
            "scriptsTaken":0                   | "scriptsTaken":-1                       | scriptsTaken was -1
            "scriptsTaken":0                   | "scriptsTaken":99                       | scriptsTaken was 99
            "jobIds":["                        | "jobIds":["unknown                      | jobIds[0] was
            "batchId":"                        | "batchId":null,"ignored":"              |
            "matches":0,"hits":0               | "matches":0,"hits":1                    | hits was 1, but must be at most matches
            "job":                             | "jobs":                                 | state.draws.counters.job was 0, but must be at least 1
            "counters":{                       | "counters":{"a":-1,                     | state.draws.counters.a was -1
            "now":"2026                        | "now":"+12026                           | state.now was +12026
            """)
    void inconsistentStateIsRejected(String whole, String wrong, String message, ApiClient api, ControlClient control)
            throws Exception {
        api.batch("[{'connectionId': 'slow'}]");
        control.post("/faults", "{'effect': {'type': 'hold'}, 'connectionId': 'none'}");
        String before = control.get("/snapshot").text();
        int state = before.indexOf("\"state\":") + 8;
        String changed = before.substring(state, before.length() - 1).replaceFirst(Pattern.quote(whole), wrong);
        assertThat(before).contains(whole);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(changed.getBytes(StandardCharsets.UTF_8));

        ApiResponse response = control.put(
                        "/snapshot",
                        "{'version':2,'digest':'%s','state':%s}"
                                .formatted(HexFormat.of().formatHex(digest), changed))
                .assertStatus(400);
        assertThat(response.at("/detail")).contains(message == null ? "The snapshot is damaged" : message);
        assertThat(control.get("/snapshot").text()).isEqualTo(before);
    }
}
