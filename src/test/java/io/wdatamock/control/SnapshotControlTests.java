package io.wdatamock.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.Answer;
import io.wdatamock.http.Api;
import io.wdatamock.http.HttpTest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Taking a sandbox along as a document. */
@HttpTest
class SnapshotControlTests {

    @Test
    void aSnapshotIsTheSameSandboxElsewhere(Api api) {
        ControlApi control = new ControlApi(api);
        control.post("/faults", "{\"skip\": 2, \"operation\": \"listConnections\", \"effect\": {\"type\": \"hold\"}}");
        api.refresh("slow", "{\"sourceParameters\": {\"a\": 1.10, \"b\": [null, \"\\ud800\", 1e400]}}")
                .assertOk();
        api.list("?limit=1").assertOk();
        control.pass("PT5S");

        Api other = api.in(api.sandbox() + "-copy");
        ControlApi copy = new ControlApi(other);
        String snapshot = control.get("/snapshot").text();
        ControlApi.assertStatus(204, copy.put("/snapshot", snapshot));

        assertThat(copy.get("/snapshot").text()).isEqualTo(snapshot);
        assertThat(other.status("slow").text()).isEqualTo(api.status("slow").text());
        assertThat(other.refresh("instant").at("/body/jobId"))
                .isEqualTo(api.refresh("instant").at("/body/jobId"));
        assertThat(copy.get("/clock").text()).isEqualTo(control.get("/clock").text());
    }

    @Test
    void tokensStayGood(Api api) {
        ControlApi control = new ControlApi(api);
        control.put("/settings", "{\"auth\": \"issued\"}");
        String token = api.token("grant_type=client_credentials&client_id=me&client_secret=s")
                .at("/access_token");
        String snapshot = control.get("/snapshot").text();

        control.post("/reset", "");
        control.put("/snapshot", snapshot);

        Answer answer = api.refreshOf("instant").token(token).send();
        assertThat(answer.at("/body/createdBy")).isEqualTo("me");
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
    void aDocumentThatIsDamagedIsRefusedWhole(String whole, String damaged, String message, Api api) {
        ControlApi control = new ControlApi(api);
        api.refresh("slow");
        String snapshot = control.get("/snapshot").text();
        assertThat(snapshot).contains(whole);
        api.refresh("stuck");
        String before = control.state();

        Answer answer = control.put("/snapshot", snapshot.replace(whole, damaged == null ? "" : damaged));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/detail")).contains(message == null ? "The snapshot is damaged" : message);
        assertThat(control.state()).isEqualTo(before);
    }

    /** With a digest that agrees, as a program would write it. */
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
    void aStateThatNoSandboxCouldHaveIsRefused(String whole, String wrong, String message, Api api) throws Exception {
        ControlApi control = new ControlApi(api);
        api.batch("[{\"connectionId\": \"slow\"}]");
        control.post("/faults", "{\"effect\": {\"type\": \"hold\"}, \"connectionId\": \"none\"}");
        String before = control.get("/snapshot").text();
        int state = before.indexOf("\"state\":") + 8;
        String changed = before.substring(state, before.length() - 1).replaceFirst(Pattern.quote(whole), wrong);
        assertThat(before).contains(whole);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(changed.getBytes(StandardCharsets.UTF_8));

        Answer answer = control.put(
                "/snapshot",
                "{\"version\":2,\"digest\":\"%s\",\"state\":%s}"
                        .formatted(HexFormat.of().formatHex(digest), changed));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/detail")).contains(message == null ? "The snapshot is damaged" : message);
        assertThat(control.get("/snapshot").text()).isEqualTo(before);
    }
}
