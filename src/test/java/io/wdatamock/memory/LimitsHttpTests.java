package io.wdatamock.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiRequest;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.HttpTest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Length limits of stored texts. */
@HttpTest
class LimitsHttpTests {

    private static final String LONG_ID = "x".repeat(257);
    private static final String LONG_TEXT = "x".repeat(4097);

    @Test
    void idsInAPathOrQueryMayHave256Characters(ApiClient api) {
        api.connection(LONG_ID)
                .assertError(
                        400,
                        "connectionId",
                        "connectionId was \"%s…\" of 257 characters, but must have at most 256; shorten it"
                                .formatted("x".repeat(80)));
        assertRejected(api.refreshOf(LONG_ID).json("{}"), "connectionId");
        assertRejected(api.get("/api/v1/connections/%s/status".formatted(LONG_ID)), "connectionId");
        assertRejected(api.get("/api/v1/connections/instant/status?jobId=" + LONG_ID), "jobId");
        assertRejected(api.get("/api/v1/connections/batch/refresh/" + LONG_ID), "batchId");
        api.connection(LONG_ID.substring(1)).assertStatus(404);

        ApiResponse journal = api.get("/__mock/requests").send();
        assertThat(journal.jsonAt("/requests/0/connectionIds")).contains("xxx");
        assertThat(journal.jsonAt("/requests/5/connectionIds")).isEqualTo("[]");
    }

    @Test
    void idsInABatchMayHave256Characters(ApiClient api) {
        ApiResponse response =
                api.batch("[{\"connectionId\": \"%s\"}]".formatted(LONG_ID)).assertStatus(400);
        assertThat(response.at("/details/0/target")).isEqualTo("[0].connectionId");
    }

    @Test
    void journalKeepsHundredConnectionsOfABatchAndVerifyIsUnknownBeyond(ApiClient api) {
        String entries = IntStream.range(0, 5000)
                .mapToObj("{\"connectionId\": \"c-%d\"}"::formatted)
                .collect(Collectors.joining(",", "[", "]"));

        api.batch(entries).assertStatus(400);

        assertThat(api.get("/__mock/requests").send().json().at("/requests/0/connectionIds"))
                .hasSize(100);
        String never = "{\"connectionId\": \"c-4999\", \"count\": {\"exactly\": 0}}";
        assertThat(api.post("/__mock/requests/verify").body(never).send().at("/verdict"))
                .isEqualTo("unknown");
    }

    @Test
    void scopesAndClientsMayHave1024Characters(ApiClient api) {
        String form = "grant_type=client_credentials&client_id=%s&client_secret=%s&scope=%s";
        String most = "x".repeat(1024);
        api.token(form.formatted(most, most, most)).assertStatus(200);

        assertThat(api.token(form.formatted("c", "s", most + "x")).at("/error")).isEqualTo("invalid_scope");
        assertThat(api.token(form.formatted(most + "x", "s", "a")).at("/error")).isEqualTo("invalid_request");
        ApiResponse secret = api.token(form.formatted("c", most + "x", "a"));
        assertThat(secret.at("/error")).isEqualTo("invalid_request");
        assertThat(secret.text()).doesNotContain("xxx");
    }

    @Test
    void faultMessagesMayHave4096CharactersAndASandbox1000Faults(ApiClient api) {
        assertControlRejects(
                api.post("/__mock/faults")
                        .body("{\"effect\": {\"type\": \"status\", \"status\": 500, \"message\": \"%s\"}}"
                                .formatted(LONG_TEXT)),
                "effect.message");
        String fault = "{\"connectionId\": \"slow\", \"effect\": {\"type\": \"disconnect\"}}";
        int seeded = api.get("/__mock/faults").send().json().path("faults").size();
        IntStream.range(seeded, 1000).forEach(i -> api.addFault(fault));

        assertControlRejects(api.post("/__mock/faults").body(fault), "faults");
    }

    @Test
    void textsAndScriptsOfAConnectionAreLimited(ApiClient api) {
        assertControlRejects(put(api, "{\"name\": \"%s\"}".formatted(LONG_TEXT)), "name");
        assertControlRejects(put(api, "{\"sourceId\": \"%s\"}".formatted(LONG_ID)), "sourceId");
        String script = "{\"outcome\": \"succeed\"}";
        String scripts = IntStream.range(0, 1001).mapToObj(i -> script).collect(Collectors.joining(",", "[", "]"));
        assertControlRejects(put(api, "{\"scripts\": %s}".formatted(scripts)), "scripts");
        assertControlRejects(
                api.request("PUT", "/__mock/connections/instant/scripts").body(scripts), "body");
    }

    private static ApiRequest put(ApiClient api, String document) {
        return api.request("PUT", "/__mock/connections/new").body(document);
    }

    private static void assertRejected(ApiRequest request, String target) {
        ApiResponse response = request.assertStatus(400);
        assertThat(response.at("/details/0/target")).isEqualTo(target);
    }

    private static void assertControlRejects(ApiRequest request, String target) {
        ApiResponse response = request.assertStatus(400);
        assertThat(response.at("/errors/0/target")).isEqualTo(target);
    }
}
