package io.wdatamock.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.Answer;
import io.wdatamock.http.Api;
import io.wdatamock.http.HttpTest;
import io.wdatamock.http.Request;
import io.wdatamock.wire.WireJson;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Making, changing and deleting connections. */
@HttpTest
class ConnectionsControlTests {

    private static final String RULE =
            "1 to 64 of letters, digits, '.', '_' and '-', the first a letter or digit, and not \"batch\"";

    @Test
    void aConnectionIsMadeOfAnEmptyObject(Api api) {
        ControlApi control = new ControlApi(api);

        Answer made = ControlApi.assertStatus(201, control.put("/connections/payroll", "{}"));

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
    void everyFieldComesBack(Api api) {
        String whole = """
                {"connectionId":"c","created":"2020-01-01T00:00:00.000Z","createdBy":"me","description":"d",\
                "destinationId":"di","destinationType":"document_chart","destinationWorkspaceId":"dw",\
                "metadata":{"b":1.10,"a":[null]},"name":"n","sourceId":"si","sourceType":"esg_program",\
                "sourceWorkspaceId":"sw","updated":"2021-01-01T00:00:00.000Z","workspaceId":"w","access":"locked",\
                "scripts":[{"outcome":"fail_source","pacing":{"type":"polled","reads":3},"error":"e",\
                "sourceMetadata":{"x":1.0},"destinationMetadata":{}}],"nextScript":0,"destinationWorkbook":"book",\
                "sourceWorkbook":"other book","sourceResource":{"messages":[{"code":"OTHER","message":"m",\
                "severity":"INFO"}],"names":["a","b"],"status":"UNKNOWN","url":"https://example.org/"}}""";
        ControlApi control = new ControlApi(api);

        assertThat(control.put("/connections/c", whole).text()).isEqualTo(whole);
        assertThat(control.get("/connections/c").text()).isEqualTo(whole);
        assertThat(WireJson.MAPPER
                        .readTree(whole)
                        .toString()
                        .startsWith(api.connection("c").jsonAt("/body").replaceAll("}$", "")))
                .isTrue();
    }

    @Test
    void whatGetGivesPutTakes(Api api) {
        ControlApi control = new ControlApi(api);
        api.refresh("instant", "{\"sourceParameters\": {\"a\": 1.10}}");
        String state = control.get("/snapshot").jsonAt("/state");

        for (String id : ControlApi.each(control.get("/connections"), "connections", "connectionId")) {
            String shown = control.get("/connections/" + id).text();
            assertThat(control.put("/connections/" + id, shown).text()).isEqualTo(shown);
        }

        assertThat(control.get("/snapshot").jsonAt("/state"))
                .isEqualTo(state.replace("\"scriptsTaken\":1", "\"scriptsTaken\":0"));
    }

    @Test
    void toPutReplacesTheWhole(Api api) {
        ControlApi control = new ControlApi(api);
        control.put("/connections/c", """
                {"name": "n", "metadata": {"a": 1}, "access": "locked", "scripts": [{"outcome": "fail_source"}],
                 "created": "2020-01-01T00:00:00Z"}""");
        control.pass("PT1S");

        Answer replaced = ControlApi.assertStatus(200, control.put("/connections/c", "{\"description\": \"d\"}"));

        ObjectNode json = (ObjectNode) replaced.json();
        assertThat(json.has("name") || json.has("metadata")).isFalse();
        assertThat(List.of(replaced.at("/access"), replaced.at("/created"), replaced.jsonAt("/scripts")))
                .containsExactly("open", "2026-06-01T12:00:01.000Z", "[]");
    }

    @Test
    void aReplacedConnectionKeepsItsRuns(Api api) {
        ControlApi control = new ControlApi(api);
        String jobId = api.refresh("stuck").at("/body/jobId");

        control.put("/connections/stuck", "{}");

        assertThat(api.connection("stuck").at("/body/lastRunJobId")).isEqualTo(jobId);
        assertThat(api.refresh("stuck").status()).isEqualTo(409);
    }

    @Test
    void whatIsSaidOfALastRunIsIgnored(Api api) {
        Answer made = new ControlApi(api).put("/connections/c", """
                {"lastRun": 1, "lastRunBy": [], "lastRunDate": "yesterday", "lastRunJobId": {}, "lastRunSourceParameters": 5,
                 "lastRunDestinationParameters": null}""");

        ControlApi.assertStatus(201, made);
        assertThat(made.text()).doesNotContain("lastRun");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "0", "A.b_C-9", "x...", "1234567890123456789012345678901234567890123456789012345678901234"})
    void idsFollowTheRule(String id, Api api) {
        ControlApi control = new ControlApi(api);

        assertThat(control.put("/connections/" + id, "{\"connectionId\": \"%s\"}".formatted(id))
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
    void otherIdsAreRefused(String segment, String id, Api api) {
        new ControlApi(api)
                .assertRefusesPut(
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
    void whatIsNoConnectionIsRefused(String body, String target, String message, Api api) {
        ControlApi control = new ControlApi(api);

        control.assertRefusesPut("/connections/c", body, target, message);
        assertThat(control.get("/connections/c").status()).isEqualTo(404);
    }

    @Test
    void accessIsWhatClientsMeet(Api api) {
        ControlApi control = new ControlApi(api);

        control.put("/connections/c", "{\"access\": \"forbidden\"}");
        assertThat(api.connection("c").status()).isEqualTo(403);
        control.put("/connections/c", "{\"access\": \"locked\"}");
        api.connection("c").assertOk();
        assertThat(api.refresh("c").status()).isEqualTo(423);
        control.put("/connections/c", "{\"access\": \"unwritable\"}");
        api.refresh("c").assertOk();
        control.pass("PT1H");
        api.status("c").assertStatuses("complete", "error");
        control.put("/connections/c", "{}");
        api.refresh("c").assertOk();
    }

    @Test
    void connectionsOfOneWorkbookCanBeRefreshedTogether(Api api) {
        ControlApi control = new ControlApi(api);
        String batch = "[{\"connectionId\": \"a\"}, {\"connectionId\": \"b\"}]";
        control.put("/connections/a", "{\"destinationWorkbook\": \"w\"}");
        control.put("/connections/b", "{\"destinationWorkbook\": \"another\"}");
        assertThat(api.batch(batch).status()).isEqualTo(400);

        control.put("/connections/b", "{\"destinationWorkbook\": \"w\"}");

        api.batch(batch).assertOk();
    }

    @Test
    void theListIsTheVendorsWithTheMockSide(Api api) {
        ControlApi control = new ControlApi(api);
        api.refresh("stuck");

        List<String> ids = ControlApi.each(control.get("/connections"), "connections", "connectionId");

        assertThat(ids).isEqualTo(ControlApi.each(api.list(""), "body", "connectionId"));
        assertThat(ControlApi.entries(control.get("/connections"), "connections")
                        .map(Object::toString))
                .isEqualTo(ids.stream()
                        .map(id -> control.get("/connections/" + id).text())
                        .toList());
    }

    @Test
    void aDeletedConnectionIsGoneWithItsRuns(Api api) {
        ControlApi control = new ControlApi(api);
        String jobId = api.refresh("stuck").at("/body/jobId");

        Answer answer = control.delete("/connections/stuck");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.text()).isEmpty();
        assertThat(api.connection("stuck").status()).isEqualTo(404);
        assertThat(api.status("stuck", jobId).status()).isEqualTo(404);
        assertThat(api.refresh("stuck").status()).isEqualTo(404);
        assertThat(control.get("/runs").text()).isEqualTo("{\"runs\":[]}");
        assertThat(ControlApi.each(api.list(""), "body", "connectionId")).doesNotContain("stuck");

        control.put("/connections/stuck", "{}");
        assertThat(api.status("stuck").status()).isEqualTo(404);
        api.refresh("stuck").assertOk();
    }

    @Test
    void batchesKeepTheirOtherChildren(Api api) {
        ControlApi control = new ControlApi(api);
        control.put(
                "/connections/a", "{\"destinationWorkbook\": \"w\", \"scripts\": [{\"outcome\": \"fail_source\"}]}");
        control.put("/connections/b", "{\"destinationWorkbook\": \"w\"}");
        String batchId = api.batch("[{\"connectionId\": \"a\"}, {\"connectionId\": \"b\"}]")
                .at("/body/batchRefreshId");
        control.pass("PT1H");
        api.batchStatus(batchId).assertStatuses("error", "complete");

        control.delete("/connections/a");

        Answer rest = api.batchStatus(batchId).assertStatuses("complete", "complete");
        assertThat(rest.json()
                        .at("/body/childRefreshes")
                        .valueStream()
                        .map(run -> run.path("connectionId").asString()))
                .containsExactly("b");
        control.delete("/connections/b");
        assertThat(api.batchStatus(batchId).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"GET", "DELETE"})
    void whatIsNotThereIsNotFound(String method, Api api) {
        ControlApi control = new ControlApi(api);
        Request request = control.request(method, "/connections/nobody");

        control.assertRefuses(
                request,
                404,
                "connectionId",
                "There is no connection \"nobody\"; listConnections shows those there are");
    }
}
