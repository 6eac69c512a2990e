package io.wdatamock.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiRequest;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.HttpTest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lenient validation accepts deviations with a note, strict validation rejects them with 400. */
@HttpTest
class ToleranceHttpTests {

    private static final String STRICT = "{\"validation\": \"strict\"}";
    private static final String EMPTY = "The body is empty and counts as {}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "application/json",
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/octet-stream",
                "what?"
            })
    void emptyBodyIsAnEmptyObjectForAnyContentType(String contentType, ApiClient api) {
        assertThat(typed(api.refreshOf("instant"), contentType).assertOk().notes())
                .containsExactly(EMPTY);
        assertThat(typed(api.refreshOf("instant"), contentType)
                        .body("")
                        .assertOk()
                        .notes())
                .containsExactly(EMPTY);
        assertThat(typed(api.refreshOf("instant"), contentType)
                        .chunked(new byte[0])
                        .assertOk()
                        .notes())
                .containsExactly(EMPTY);

        api.changeSettings(STRICT);
        typed(api.refreshOf("instant"), contentType).assertError(400, null, "The body is empty; send a JSON document");
        typed(api.refreshOf("instant"), contentType)
                .chunked(new byte[0])
                .assertError(400, null, "The body is empty; send a JSON document");
    }

    @Test
    void emptyBodyIsNoBatch(ApiClient api) {
        ApiRequest request = api.post("/api/v1/connections/batch/refresh");

        request.assertError(400, null, "The body was {}, but must be an array");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void bodyWithoutContentTypeIsReadAsJson(boolean chunked, ApiClient api) {
        byte[] json = "{\"sourceParameters\": {\"a\": 1}}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        ApiRequest request = chunked
                ? api.refreshOf("instant").chunked(json)
                : api.refreshOf("instant").body(json);

        ApiResponse response = request.assertOk();

        assertThat(response.jsonAt("/body/sourceParameters")).isEqualTo("{\"a\":1}");
        assertThat(response.notes()).containsExactly("The Content-Type is missing and the body was read as JSON");
        api.changeSettings(STRICT);
        request.assertError(400, null, "The Content-Type is missing; send application/json");
    }

    @Test
    void batchWithoutContentTypeIsReadAsJson(ApiClient api) {
        ApiResponse response = api.post("/api/v1/connections/batch/refresh")
                .body("[{\"connectionId\": \"instant\"}]")
                .assertOk();

        assertThat(response.notes()).containsExactly("The Content-Type is missing and the body was read as JSON");
    }

    @Test
    void unknownFieldsAreIgnored(ApiClient api) {
        String json = "{\"a\": {\"b\": [1]}, \"connectionId\": \"instant\", \"\": null}";

        assertThat(api.refresh("instant", json).assertOk().notes())
                .containsExactly("Field a is unknown and was ignored", "Field  is unknown and was ignored");

        api.changeSettings(STRICT);
        assertThat(api.refresh("instant", json).text()).isEqualTo("""
                        {"body":["Field a is unknown; leave it out","Field  is unknown; leave it out"],"code":400,"details":[\
                        {"code":"bad_request","message":"Field a is unknown; leave it out","target":"a"},\
                        {"code":"bad_request","message":"Field  is unknown; leave it out","target":""}]}""");
    }

    @Test
    void unknownFieldsOfABatchAreNamedByTheirEntry(ApiClient api) {
        String json = "[{\"connectionId\": \"instant\"}, {\"x\": [{}], \"connectionId\": \"stuck\"}]";
        api.saveConnection("{'connectionId': 'instant', 'destinationWorkbook': 'w'}");
        api.saveConnection("{'connectionId': 'stuck', 'destinationWorkbook': 'w'}");

        assertThat(api.batch(json).assertOk().notes()).containsExactly("Field [1].x is unknown and was ignored");

        api.changeSettings(STRICT);
        api.batch(json).assertError(400, "[1].x", "Field [1].x is unknown; leave it out");
    }

    @Test
    void nullFieldCountsAsAbsent(ApiClient api) {
        String json =
                "{\"usePreviousSourceParameters\": null, \"sourceParameters\": {\"a\": [null], \"workspaceId\": null}}";
        String batch = "[{\"connectionId\": \"instant\", \"workspaceId\": null}]";

        assertThat(api.refresh("instant", json).assertOk().notes())
                .containsExactly("Field usePreviousSourceParameters is null and counts as absent");
        assertThat(api.batch(batch).assertOk().notes())
                .containsExactly("Field [0].workspaceId is null and counts as absent");

        api.changeSettings(STRICT);
        api.refresh("instant", json)
                .assertError(
                        400, "usePreviousSourceParameters", "Field usePreviousSourceParameters is null; leave it out");
        api.batch(batch).assertError(400, "[0].workspaceId", "Field [0].workspaceId is null; leave it out");
    }

    @Test
    void fieldsInsideParametersAreNeverUnknown(ApiClient api) {
        api.changeSettings(STRICT);

        api.refresh("instant", "{'sourceParameters': {'x': {'y': 1}}}").assertOk();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, '', 'sourceType, destinationType, sourceId, destinationId, cursor, limit, offset, "
                + "includeSourceResourceProperties'",
        "GET, /instant, 'workspaceId, includeSourceResourceProperties'",
        "POST, /instant/refresh, ''",
        "GET, /instant/status, 'jobId, workspaceId'",
        "POST, /batch/refresh, cancelUnwritables",
        "GET, /batch/refresh/{batchId}, workspaceId"
    })
    void unknownQueryParametersAreIgnored(String method, String path, String known, ApiClient api) {
        api.refresh("instant").assertOk();
        String batchId = api.batch("[{'connectionId': 'instant'}]").at("/body/batchRefreshId");
        String url = "/api/v1/connections" + path.replace("{batchId}", batchId) + "?Limit=5";
        ApiRequest request = api.request(method, url);
        if (method.equals("POST")) {
            request.json(path.startsWith("/batch") ? "[{\"connectionId\": \"instant\"}]" : "{}");
        }

        assertThat(request.assertOk().notes()).containsExactly("Query parameter \"Limit\" is unknown and was ignored");

        api.changeSettings(STRICT);
        ApiResponse rejected = request.assertStatus(400);
        assertThat(rejected.at("/details/0/target")).isEqualTo("Limit");
        assertThat(rejected.at("/body/0")).startsWith("Limit is not a known query parameter; ");
        assertThat(rejected.at("/body/0")
                        .replaceAll(".*; (known are |there is none)", "")
                        .split(", ", -1))
                .containsExactlyInAnyOrder(known.split(", ", -1));
    }

    @Test
    void everyDeviationIsNotedOnce(ApiClient api) {
        ApiResponse response = api.post("/api/v1/connections/instant/refresh?x=1&y=2")
                .body("{\"a\": 1, \"b\": 2}")
                .assertOk();

        assertThat(response.notes())
                .containsExactlyInAnyOrder(
                        "Query parameter \"x\" is unknown and was ignored",
                        "Query parameter \"y\" is unknown and was ignored",
                        "The Content-Type is missing and the body was read as JSON",
                        "Field a is unknown and was ignored",
                        "Field b is unknown and was ignored");
    }

    @Test
    void manyDeviationsAreSummarized(ApiClient api) {
        String fields = IntStream.range(0, 12).mapToObj("\"f%d\": 0"::formatted).collect(Collectors.joining(", "));

        assertThat(api.refresh("instant", "{" + fields + "}").assertOk().notes())
                .hasSize(11)
                .endsWith("and 2 more");
        api.changeSettings(STRICT);
        assertThat(api.refresh("instant", "{" + fields + "}").json().at("/body").size())
                .isEqualTo(10);
    }

    @Test
    void noteIsAValidHeaderForAnyName(ApiClient api) {
        ApiResponse response = api.refresh(
                        "instant", "{\"é\\r\\nX-Evil: 1\\ud83d\\ude00\": 1, \"%s\": 2}".formatted("x".repeat(9000)))
                .assertOk();

        assertThat(response.header("X-Evil")).isNull();
        assertThat(response.notes())
                .hasSize(2)
                .contains("Field " + "x".repeat(80) + "? is unknown and was ignored")
                .allMatch(note -> note.matches("[\\x20-\\x7E]{1,150}"));
    }

    @Test
    void errorResponseCarriesTheNotes(ApiClient api) {
        ApiResponse response = api.refresh("locked").assertStatus(423);
        assertThat(response.notes()).containsExactly(EMPTY);
    }

    @Test
    void byteOrderMarkIsIgnored(ApiClient api) {
        assertThat(api.refresh("instant", "\uFEFF{}").assertOk().notes())
                .containsExactly("The body begins with a byte order mark and it was ignored");

        api.changeSettings(STRICT);
        api.refresh("instant", "\uFEFF{}")
                .assertError(400, null, "The body begins with a byte order mark; leave it out");
    }

    @Test
    void conformingRequestHasNoNotes(ApiClient api) {
        assertThat(api.refresh("instant", "{}").assertOk().notes()).isEmpty();
        assertThat(api.list("?limit=1").assertOk().notes()).isEmpty();
        api.changeSettings(STRICT);
        api.refresh("instant", "{}").assertOk();
        api.list("?limit=1").assertOk();
        api.connection("instant").assertOk();
        api.status("instant").assertOk();
    }

    private static ApiRequest typed(ApiRequest request, String contentType) {
        return contentType.isEmpty() ? request : request.header("Content-Type", contentType);
    }
}
