package io.wdatamock.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiRequest;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.ControlClient;
import io.wdatamock.http.HttpTest;
import io.wdatamock.wire.WireJson;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Creation, replacement and deletion of connections. */
@HttpTest
class ConnectionsControlTests {

    private static final String RULE =
            "1 to 64 of letters, digits, '.', '_' and '-', the first a letter or digit, and not \"batch\"";

    @Test
    void emptyObjectCreatesAConnection(ApiClient api, ControlClient control) {
        ApiResponse made = control.put("/connections/payroll", "{}").assertStatus(201);

        assertThat(made.text()).isEqualTo("""
                        {"connectionId":"payroll","created":"2026-06-01T12:00:00.000Z","createdBy":"wdata-mock",\
                        "destinationId":"payroll-destination","destinationType":"spreadsheet_section",\
                        "destinationWorkspaceId":"workspace-1","sourceId":"payroll-source","sourceType":"wdata_query",\
                        "sourceWorkspaceId":"workspace-1","updated":"2026-06-01T12:00:00.000Z",\
                        "workspaceId":"workspace-1","access":"open","scripts":[],\
                        "sourceResource":{"messages":[],"names":["Payroll source"],"status":"PRESENT",\
                        "url":"https://wdata.example/workspace-1/wdata_query/payroll-source"}}""");
        assertThat(control.get("/connections/payroll").text()).isEqualTo(made.text());
        api.refresh("payroll").assertStatuses("not_started", "not_started");
    }

    @Test
    void everyFieldIsReturned(ApiClient api, ControlClient control) {
        String whole = """
                {"connectionId":"c","created":"2020-01-01T00:00:00.000Z","createdBy":"me","description":"d",\
                "destinationId":"di","destinationType":"document_chart","destinationWorkspaceId":"dw",\
                "metadata":{"b":1.10,"a":[null]},"name":"n","sourceId":"si","sourceType":"esg_program",\
                "sourceWorkspaceId":"sw","updated":"2021-01-01T00:00:00.000Z","workspaceId":"w","access":"locked",\
                "scripts":[{"outcome":"fail_source","pacing":{"type":"polled","reads":3},"error":"e",\
                "sourceMetadata":{"x":1.0},"destinationMetadata":{}}],"nextScript":0,"destinationWorkbook":"book",\
                "sourceWorkbook":"other book","sourceResource":{"messages":[{"code":"OTHER","message":"m",\
                "severity":"INFO"}],"names":["a","b"],"status":"UNKNOWN","url":"https://example.org/"}}""";
        assertThat(control.put("/connections/c", whole).text()).isEqualTo(whole);
        assertThat(control.get("/connections/c").text()).isEqualTo(whole);
        assertThat(WireJson.MAPPER
                        .readTree(whole)
                        .toString()
                        .startsWith(api.connection("c").jsonAt("/body").replaceAll("}$", "")))
                .isTrue();
    }

    @Test
    void putAcceptsTheResponseOfGet(ApiClient api, ControlClient control) {
        api.refresh("instant", "{'sourceParameters': {'a': 1.10}}");
        String state = control.get("/snapshot").jsonAt("/state");

        for (String id : control.get("/connections").each("connections", "connectionId")) {
            String shown = control.get("/connections/" + id).text();
            assertThat(control.put("/connections/" + id, shown).text()).isEqualTo(shown);
        }

        assertThat(control.get("/snapshot").jsonAt("/state"))
                .isEqualTo(state.replace("\"scriptsTaken\":1", "\"scriptsTaken\":0"));
    }

    @Test
    void putReplacesAllFields(ControlClient control) {
        control.put("/connections/c", """
                {"name": "n", "metadata": {"a": 1}, "access": "locked", "scripts": [{"outcome": "fail_source"}],
                 "created": "2020-01-01T00:00:00Z"}""");
        control.advanceClock("PT1S");

        ApiResponse replaced =
                control.put("/connections/c", "{'description': 'd'}").assertStatus(200);

        ObjectNode json = (ObjectNode) replaced.json();
        assertThat(json.has("name") || json.has("metadata")).isFalse();
        assertThat(List.of(replaced.at("/access"), replaced.at("/created"), replaced.jsonAt("/scripts")))
                .containsExactly("open", "2026-06-01T12:00:01.000Z", "[]");
    }

    @Test
    void aReplacedConnectionKeepsItsRuns(ApiClient api, ControlClient control) {
        String jobId = api.refresh("stuck").at("/body/jobId");

        control.put("/connections/stuck", "{}");

        assertThat(api.connection("stuck").at("/body/lastRunJobId")).isEqualTo(jobId);
        api.refresh("stuck").assertStatus(409);
    }

    @Test
    void fieldsOfTheLastRunAreIgnored(ApiClient api) {
        ApiResponse made = api.control().put("/connections/c", """
                {"lastRun": 1, "lastRunBy": [], "lastRunDate": "yesterday", "lastRunJobId": {}, "lastRunSourceParameters": 5,
                 "lastRunDestinationParameters": null}""").assertStatus(201);
        assertThat(made.text()).doesNotContain("lastRun");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "0", "A.b_C-9", "x...", "1234567890123456789012345678901234567890123456789012345678901234"})
    void idsFollowTheRule(String id, ApiClient api, ControlClient control) {
        assertThat(control.put("/connections/" + id, "{'connectionId': '%s'}".formatted(id))
                        .at("/connectionId"))
                .isEqualTo(id);
        api.connection(id).assertOk();
    }

    @ParameterizedTest
    @CsvSource({
        "batch, batch",
        "-a, -a",
        ".a, .a",
        "a%20b, a b",
        "caf%C3%A9, café",
        "12345678901234567890123456789012345678901234567890123456789012345, "
                + "12345678901234567890123456789012345678901234567890123456789012345"
    })
    void otherIdsAreRejected(String segment, String id, ApiClient api) {
        api.control()
                .assertRejectsPut(
                        "/connections/" + segment,
                        "{}",
                        "connectionId",
                        "connectionId was \"%s\", but must be %s".formatted(id, RULE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"connectionId": "d"}   | connectionId | connectionId was "d" in the body, but "c" in the path; leave it out \
            or repeat the path's
            {"connectionId": 5}     | connectionId | connectionId was 5, but must be a string
            {"name": ["n"]}         | name         | name was ["n"], but must be a string
            {"metadata": []}        | metadata     | metadata was [], but must be an object
            {"access": "looked"}    | access       | access was "looked", but must be one of open, forbidden, locked, \
            unwritable
            {"access": 0}           | access       | access was 0, but must be one of open, forbidden, locked, unwritable
            {"created": 0}          | created      | created was 0, but must be an RFC 3339 instant such as \
            2026-01-31T12:00:00Z
            {"created": "+10000-01-01T00:00:00Z"} | created | created was +10000-01-01T00:00:00Z, but must be in the \
            years 0000 to 9999 of UTC
            {"updated": "-0001-01-01T00:00:00Z"}  | updated | updated was -0001-01-01T00:00:00Z, but must be in the \
            years 0000 to 9999 of UTC
            {"scripts": {}}         | scripts      | scripts was {}, but must be an array
            {"scripts": [{"outcome": "succeed"}, null]} | scripts[1] | scripts[1] was null, but must be a script
            {"scripts": [{"outcome": "fail"}]} | scripts[0].outcome | scripts[0].outcome was "fail", but must be one of \
            succeed, fail_source, fail_destination, cancel_source, cancel_destination, fail_initiation, stall_source, \
            stall_destination
            {"acces": "open"}       | acces        | acces is not a known field; known are access, connectionId, \
            created, createdBy, description, destinationId, destinationType, destinationWorkbook, \
            destinationWorkspaceId, metadata, name, scripts, sourceId, sourceResource, sourceType, sourceWorkbook, \
            sourceWorkspaceId, updated, workspaceId
            {"sourceResource": {"status": "GONE"}} | sourceResource.status | sourceResource.status was "GONE", but \
            must be one of PRESENT, UNKNOWN
            {"sourceResource": {"messages": [{"code": "X"}]}} | sourceResource.messages[0].code | \
            sourceResource.messages[0].code was "X", but must be one of SOURCE_NOT_FOUND, SOURCE_STATUS_UNAVAILABLE, \
            SOURCE_PROPERTY_UNAVAILABLE, OTHER
            {"sourceResource": {"names": [null]}} | sourceResource.names[0] | sourceResource.names[0] was null, but \
            must have a value
            """)
    void invalidConnectionsAreRejected(String body, String target, String message, ControlClient control) {
        control.assertRejectsPut("/connections/c", body, target, message);
        control.get("/connections/c").assertStatus(404);
    }

    @Test
    void accessAppliesToClients(ApiClient api, ControlClient control) {
        control.put("/connections/c", "{'access': 'forbidden'}");
        api.connection("c").assertStatus(403);
        control.put("/connections/c", "{'access': 'locked'}");
        api.connection("c").assertOk();
        api.refresh("c").assertStatus(423);
        control.put("/connections/c", "{'access': 'unwritable'}");
        api.refresh("c").assertOk();
        control.advanceClock("PT1H");
        api.status("c").assertStatuses("complete", "error");
        control.put("/connections/c", "{}");
        api.refresh("c").assertOk();
    }

    @Test
    void connectionsOfOneWorkbookCanBeRefreshedTogether(ApiClient api, ControlClient control) {
        String batch = "[{\"connectionId\": \"a\"}, {\"connectionId\": \"b\"}]";
        control.put("/connections/a", "{'destinationWorkbook': 'w'}");
        control.put("/connections/b", "{'destinationWorkbook': 'another'}");
        api.batch(batch).assertStatus(400);

        control.put("/connections/b", "{'destinationWorkbook': 'w'}");

        api.batch(batch).assertOk();
    }

    @Test
    void listHasTheVendorsOrderAndTheMocksFields(ApiClient api, ControlClient control) {
        api.refresh("stuck");

        List<String> ids = control.get("/connections").each("connections", "connectionId");

        assertThat(ids).isEqualTo(api.list("").each("body", "connectionId"));
        assertThat(control.get("/connections").entries("connections").map(Object::toString))
                .isEqualTo(ids.stream()
                        .map(id -> control.get("/connections/" + id).text())
                        .toList());
    }

    @Test
    void deletingAConnectionDeletesItsRuns(ApiClient api, ControlClient control) {
        String jobId = api.refresh("stuck").at("/body/jobId");

        ApiResponse response = control.delete("/connections/stuck").assertStatus(204);
        assertThat(response.text()).isEmpty();
        api.connection("stuck").assertStatus(404);
        api.status("stuck", jobId).assertStatus(404);
        api.refresh("stuck").assertStatus(404);
        assertThat(control.get("/runs").text()).isEqualTo("{\"runs\":[]}");
        assertThat(api.list("").each("body", "connectionId")).doesNotContain("stuck");

        control.put("/connections/stuck", "{}");
        api.status("stuck").assertStatus(404);
        api.refresh("stuck").assertOk();
    }

    @Test
    void batchesKeepTheirOtherChildren(ApiClient api, ControlClient control) {
        control.put("/connections/a", "{'destinationWorkbook': 'w', 'scripts': [{'outcome': 'fail_source'}]}");
        control.put("/connections/b", "{'destinationWorkbook': 'w'}");
        String batchId =
                api.batch("[{'connectionId': 'a'}, {'connectionId': 'b'}]").at("/body/batchRefreshId");
        control.advanceClock("PT1H");
        api.batchStatus(batchId).assertStatuses("error", "complete");

        control.delete("/connections/a");

        ApiResponse rest = api.batchStatus(batchId).assertStatuses("complete", "complete");
        assertThat(rest.json()
                        .at("/body/childRefreshes")
                        .valueStream()
                        .map(run -> run.path("connectionId").asString()))
                .containsExactly("b");
        control.delete("/connections/b");
        api.batchStatus(batchId).assertStatus(404);
    }

    @ParameterizedTest
    @CsvSource({"GET", "DELETE"})
    void unknownConnectionIsNotFound(String method, ControlClient control) {
        ApiRequest request = control.request(method, "/connections/nobody");

        control.assertRejects(
                request,
                404,
                "connectionId",
                "There is no connection \"nobody\"; listConnections shows the existing ones");
    }
}
