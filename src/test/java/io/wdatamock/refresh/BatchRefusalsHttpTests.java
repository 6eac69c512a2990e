package io.wdatamock.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.HttpTest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rejected batches have no effect; the error names the first invalid entry of the first failed check. */
@HttpTest
class BatchRefusalsHttpTests {

    private ApiClient api;

    @BeforeEach
    void connectionsIntoOneWorkbook(ApiClient api) {
        this.api = api;
        given("fails-once", "\"scripts\": [{\"outcome\": \"fail_initiation\"}, {\"outcome\": \"stall_source\"}]");
        given("open", "\"scripts\": [{\"outcome\": \"stall_source\"}]");
        given("active", "\"scripts\": [{\"outcome\": \"stall_source\"}]");
        given("forbidden", "\"access\": \"forbidden\"");
        given("locked", "\"access\": \"locked\"");
        given("unwritable", "\"access\": \"unwritable\"");
        given("elsewhere", "\"destinationWorkbook\": \"another\"");
        api.refresh("active").assertOk();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                               | 400 | body             | The batch has 0 entries, but must have from 1 to 100
            open,open                        | 400 | [1].connectionId | [1].connectionId was "open", which is entry [0] already; name each connection once
            open,fails-once,nobody,nobody    | 400 | [3].connectionId | [3].connectionId was "nobody", which is entry [2] already; name each connection once
            open,elsewhere                   | 400 | [1].connectionId | [1].connectionId was "elsewhere", whose workbook is "another", while that of those before it is "w"; a batch has one workbook
            elsewhere,open                   | 400 | [1].connectionId | [1].connectionId was "open", whose workbook is "w", while that of those before it is "another"; a batch has one workbook
            nobody,open,elsewhere            | 400 | [2].connectionId | [2].connectionId was "elsewhere", whose workbook is "another", while that of those before it is "w"; a batch has one workbook
            open,nobody                      | 404 | [1].connectionId | There is no connection "nobody"; listConnections shows the existing ones
            open,forbidden                   | 403 | [1].connectionId | Connection "forbidden" may not be used by this client
            open,locked                      | 423 | [1].connectionId | Connection "locked" is locked and cannot be refreshed
            open,unwritable                  | 409 | [1].connectionId | The destination of connection "unwritable" is not writable; with cancelUnwritables=true the others would run
            forbidden,locked,active,nobody   | 404 | [3].connectionId | There is no connection "nobody"; listConnections shows the existing ones
            active,unwritable,locked,forbidden | 403 | [3].connectionId | Connection "forbidden" may not be used by this client
            active,unwritable,locked         | 423 | [2].connectionId | Connection "locked" is locked and cannot be refreshed
            unwritable,active                | 409 | [0].connectionId | The destination of connection "unwritable" is not writable; with cancelUnwritables=true the others would run
            nobody,forbidden,forbidden       | 400 | [2].connectionId | [2].connectionId was "forbidden", which is entry [1] already; name each connection once
            nobody,forbidden,elsewhere       | 400 | [2].connectionId | [2].connectionId was "elsewhere", whose workbook is "another", while that of those before it is "w"; a batch has one workbook
            """)
    void theFirstEntryAtFaultIsNamedCheckByCheck(String ids, int status, String target, String message) {
        api.batch(entries(ids)).assertError(status, target, message);

        assertNothingHappened();
    }

    @Test
    void anEntryWhoseConnectionIsActiveIsAConflict() {
        api.batch(entries("open,active,unwritable"))
                .assertError(
                        409,
                        "[1].connectionId",
                        "Connection \"active\" is being refreshed by run \"%s\"; wait until that is final"
                                .formatted(api.status("active").at("/body/jobId")));
        assertNothingHappened();
    }

    @Test
    void cancelUnwritablesDoesNotPreventOtherConflicts() {
        assertThat(api.batchOf(entries("open,unwritable,active"), "?cancelUnwritables=true")
                        .send()
                        .at("/details/0/target"))
                .isEqualTo("[2].connectionId");
        assertNothingHappened();
    }

    @Test
    void anEntryOfAnotherWorkspaceIsNotFound() {
        api.batch("[{'connectionId': 'open'}, {'connectionId': 'forbidden', 'workspaceId': 'other'}]")
                .assertError(
                        404,
                        "[1].workspaceId",
                        "Workspace \"other\" has no connection \"forbidden\"; omit workspaceId to search all of them");
        assertNothingHappened();
    }

    @Test
    void anEntryThatIsNullOrNamesNothingIsRefusedBeforeAnythingElse() {
        api.batch("[{'connectionId': 'nobody'}, {'connectionId': 'open'}, null]")
                .assertError(400, "[2]", "[2] was null, but must be an object with a connectionId");
        api.batch("[{'connectionId': 'locked'}, {'workspaceId': 'w'}]")
                .assertError(
                        400,
                        "[1].connectionId",
                        "[1].connectionId is missing; each entry must name the connection to refresh");
        assertNothingHappened();
    }

    @Test
    void aHundredEntriesPassAndOneMoreDoesNot() {
        String ids = IntStream.range(0, 100).mapToObj("c%d"::formatted).collect(Collectors.joining(","));
        for (String id : (ids + ",c100").split(",", -1)) {
            given(id, "\"name\": \"one of many\"");
        }

        api.batch(entries(ids + ",c100"))
                .assertError(400, "body", "The batch has 101 entries, but must have from 1 to 100");
        api.status("c0").assertStatus(404);
        assertThat(api.batch(entries(ids))
                        .assertOk()
                        .json()
                        .at("/body/childRefreshes")
                        .size())
                .isEqualTo(100);
    }

    @Test
    void batchBeyondTheRunLimitIsRejected() {
        api.changeSettings("{'overlap': 'allow'}");
        for (int i = 1; i < 999; i++) {
            api.refresh("open").assertOk();
        }

        api.batch(entries("open,active"))
                .assertError(
                        503,
                        null,
                        "There are 999 active runs in this sandbox and 2 more would exceed the limit of 1000; let some finish");
        api.refresh("open").assertOk();
        api.refresh("open")
                .assertError(
                        503,
                        null,
                        "There are 1000 active runs in this sandbox and 1 more would exceed the limit of 1000; let some finish");
        api.status("active").assertStatus(200);
    }

    /** Checks that no run started and no script or ID was used. */
    private void assertNothingHappened() {
        for (String id : new String[] {"open", "fails-once", "unwritable"}) {
            assertThat(api.status(id).status()).as(id).isEqualTo(404);
        }
        ApiClient other = api.in(api.sandbox() + "-other");
        other.saveConnection("{'connectionId': 'active', 'destinationWorkbook': 'w'}");
        other.saveConnection("{'connectionId': 'fails-once', 'destinationWorkbook': 'w'}");
        other.refresh("active").assertOk();

        assertThat(api.refresh("fails-once")
                        .assertStatuses("error", "cancelled")
                        .at("/body/jobId"))
                .isEqualTo(other.refresh("fails-once").at("/body/jobId"));
        other.saveConnection("{'connectionId': 'open', 'destinationWorkbook': 'w'}");
        assertThat(api.batch(entries("open")).at("/body/batchRefreshId"))
                .isEqualTo(other.batch(entries("open")).at("/body/batchRefreshId"));
    }

    private void given(String id, String rest) {
        String workbook = rest.contains("destinationWorkbook") ? "" : "\"destinationWorkbook\": \"w\", ";
        api.saveConnection("{'connectionId': '%s', 'workspaceId': 'w', %s%s}".formatted(id, workbook, rest));
    }

    private static String entries(String ids) {
        return ids.isEmpty()
                ? "[]"
                : Stream.of(ids.split(",", -1))
                        .map("{\"connectionId\": \"%s\"}"::formatted)
                        .collect(Collectors.joining(",", "[", "]"));
    }
}
