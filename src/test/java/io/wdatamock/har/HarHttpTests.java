package io.wdatamock.har;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.EventStream;
import io.wdatamock.http.HttpTest;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The journal as a HAR file. */
@HttpTest
class HarHttpTests {

    @Test
    void entriesHaveAllRequiredFields(ApiClient api) {
        api.refreshOf("instant").json("{'sourceParameters': {'b': 'ä'}}").assertOk();
        JsonNode recorded = api.control().requests().json().at("/requests/0");

        ApiResponse har = har("", api);
        JsonNode entry = har.json().at("/log/entries/0");

        assertThat(har.header("Content-Type")).isEqualTo(Har.MEDIA_TYPE);
        assertThat(har.at("/log/version")).isEqualTo("1.2");
        assertThat(har.at("/log/creator/name")).isEqualTo("wdata-mock");
        assertThat(har.at("/log/creator/version"))
                .isEqualTo(api.root().get("/actuator/info").send().at("/app/version"));
        assertThat(without(entry, "headers", "content", "bodySize")).isEqualTo("""
                {"startedDateTime":"2026-06-01T12:00:00.000Z","time":%1$s,"request":{"method":"POST",\
                "url":"%2$s/sandbox/%3$s/api/v1/connections/instant/refresh","httpVersion":"HTTP/1.1","cookies":[],\
                "queryString":[],"postData":{"mimeType":"application/json",\
                "text":"{\\"sourceParameters\\": {\\"b\\": \\"ä\\"}}"},"headersSize":-1},"response":{"status":200,\
                "statusText":"OK","httpVersion":"HTTP/1.1","cookies":[],"redirectURL":"","headersSize":-1},\
                "cache":{},"timings":{"send":0.0,"wait":%1$s,"receive":0.0},"_seq":1,\
                "_operation":"refreshConnection","_explanation":%4$s}""".formatted(
                        recorded.path("durationMs"), api.host(), api.sandbox(), recorded.path("explanation")));
        assertThat(entry.at("/request/bodySize").asInt()).isEqualTo(33);
        assertThat(entry.at("/response/content/text")).isEqualTo(recorded.path("responseBody"));
        assertThat(entry.at("/response/content/mimeType").asString()).isEqualTo("application/json");
        assertThat(entry.at("/response/content/size")).isEqualTo(entry.at("/response/bodySize"));
        assertThat(entry.at("/response/headers"))
                .hasToString("[{\"name\":\"Content-Type\",\"value\":\"application/json\"}]");
        assertThat(entry.at("/request/headers").toString())
                .contains("{\"name\":\"Content-Type\",\"value\":\"application/json\"}")
                .contains("{\"name\":\"Authorization\",\"value\":\"Bearer [redacted]\"}");
    }

    @Test
    void theOldestEntryComesFirst(ApiClient api) {
        api.connection("instant");
        api.refresh("slow");
        api.status("slow");

        assertThat(urls(har("", api)))
                .satisfiesExactly(
                        url -> assertThat(url).endsWith("/connections/instant"),
                        url -> assertThat(url).endsWith("/connections/slow/refresh"),
                        url -> assertThat(url).endsWith("/connections/slow/status"));
    }

    @Test
    void filtersAndLimitApply(ApiClient api) {
        api.connection("instant");
        api.connection("nowhere");
        api.connection("slow");
        api.refresh("slow");

        assertThat(urls(har("?operation=getConnection&status=200", api))).hasSize(2);
        assertThat(urls(har("?connectionId=slow&limit=1", api)))
                .singleElement()
                .asString()
                .endsWith("/slow/refresh");
        api.get("/__mock/requests?status=1").header("Accept", Har.MEDIA_TYPE).assertStatus(400);
    }

    @Test
    void parametersAreDecodedAndTheUrlIsValid(ApiClient api) {
        api.get("/api/v1/connections;password=hush/a%2Cb?a=1+2%C3%A9&b&token=hush")
                .send();

        JsonNode request = har("", api).json().at("/log/entries/0/request");

        assertThat(request.path("url").asString())
                .endsWith("/api/v1/connections;password=%5Bredacted%5D/a%2Cb?a=1+2%C3%A9&b&token=%5Bredacted%5D");
        assertThat(request.path("queryString")).hasToString("""
                [{"name":"a","value":"1 2é"},{"name":"b","value":""},{"name":"token","value":"[redacted]"}]""");
    }

    @Test
    void secretsAreRedacted(ApiClient api) {
        api.get("/api/v1/connections").token("hush").send();
        api.token("grant_type=client_credentials&client_id=me&client_secret=hush");

        ApiResponse har = har("", api);

        assertThat(har.text()).doesNotContain("hush");
        assertThat(har.at("/log/entries/1/request/postData/text"))
                .isEqualTo("grant_type=client_credentials&client_id=me&client_secret=[redacted]");
        assertThat(har.at("/log/entries/1/response/content/text")).contains("\"access_token\":\"[redacted]\"");
    }

    @Test
    void theUrlIsThatOfTheAddressedServerAndSandbox(ApiClient api) {
        api.connection("instant");

        ApiResponse har = har("", api);
        String other = api.sendRaw("""
                GET /__mock/requests HTTP/1.1
                Host: localhost:99
                X-Wdata-Mock-Sandbox: %s
                Accept: application/har+json
                Connection: close

                """.formatted(api.sandbox()));

        assertThat(urls(har)).containsExactly(api.host() + "/sandbox/" + api.sandbox() + "/api/v1/connections/instant");
        assertThat(other).contains("\"http://localhost:99/api/v1/connections/instant\"");
    }

    @Test
    void aHeldRequestHasNoResponse(ApiClient api) throws Exception {
        api.addFault("{'operation': 'getConnection', 'effect': {'type': 'hold'}}");
        try (EventStream events = api.events();
                Socket held = api.openRaw("""
                        GET /sandbox/%s/api/v1/connections/instant HTTP/1.1
                        Host: localhost
                        Authorization: Bearer any

                        """.formatted(api.sandbox()))) {
            assertThat(held.isConnected()).isTrue();
            events.next();

            ApiResponse har = har("", api);

            assertNoResponse(har);
            assertThat(har.at("/log/entries/0/time")).isEqualTo("0.0");
            assertThat(har.at("/log/entries/0/request/bodySize")).isEqualTo("-1");
            api.control().delete("/faults");
        }
    }

    @Test
    void aClosedConnectionHasNoResponse(ApiClient api) {
        String fault = api.addFault("{'operation': 'getConnection', 'effect': {'type': 'disconnect'}}");
        api.sendRaw("""
                GET /sandbox/%s/api/v1/connections/instant HTTP/1.1
                Host: localhost
                Authorization: Bearer any

                """.formatted(api.sandbox()));

        ApiResponse har = har("", api);

        assertNoResponse(har);
        assertThat(har.at("/log/entries/0/_faultId")).isEqualTo(fault);
        assertThat(har.at("/log/entries/0/_explanation")).isNotBlank();
    }

    @Test
    void aBodyThatIsNotJsonIsSentAsJson(ApiClient api) {
        api.addFault("{'operation': 'getConnection', 'effect': {'type': 'malformed'}}");
        ApiResponse sent = api.connection("instant");

        JsonNode response = har("", api).json().at("/log/entries/0/response");

        assertThat(response.at("/content/text").asString()).isEqualTo(sent.text());
        assertThat(response.at("/headers/0/value").asString()).isEqualTo(sent.header("Content-Type"));
    }

    @Test
    void longBodiesAreMarkedAsTruncated(ApiClient api) {
        api.refresh("instant", "{'sourceParameters': {'a': '%s'}}".formatted("x".repeat(70_000)));

        ApiResponse har = har("", api);

        assertThat(har.at("/log/entries/0/_truncated")).isEqualTo("true");
        assertThat(har.at("/log/entries/0/request/bodySize")).isEqualTo("-1");
        assertThat(har.at("/log/entries/0/request/postData/text")).hasSize(64 << 10);
    }

    @Test
    void theReaderReadsTheFile(ApiClient api) {
        api.refresh("instant", "{'sourceParameters': {'b': 'ä'}}");
        api.connection("nowhere");
        api.get("/api/v1/connections;password=hush?token=hush").send();

        Recording recording = HarSamples.read(har("", api).text());

        List<JsonNode> entries = api.control().requests().entries("requests").toList();
        assertThat(recording.others()).isZero();
        assertThat(recording.exchanges()).hasSameSizeAs(entries).allSatisfy(exchange -> {
            JsonNode entry = entries.get(entries.size() - 1 - exchange.index());
            assertThat(exchange.startedAt()).isEqualTo(ApiClient.START);
            assertThat(exchange.status()).isEqualTo(entry.path("status").asInt());
            assertThat(exchange.requestBody()).isEqualTo(entry.path("body").asString(null));
            assertThat(exchange.responseBody())
                    .isEqualTo(entry.path("responseBody").asString(null));
            assertThat(exchange.url().getPath()).endsWith(entry.path("path").asString());
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/*",
                "application/json",
                "application/json, application/har+json;q=0.9",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
            })
    void otherClientsReceiveTheListing(String accept, ApiClient api) {
        api.connection("instant");

        ApiResponse listing =
                api.get("/__mock/requests").header("Accept", accept).assertStatus(200);

        assertThat(listing.header("Content-Type")).isEqualTo("application/json");
        assertThat(listing.at("/total")).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    application/har+json, */*
                    application/har+json, application/json;q=0.5
                    application/har+json;charset=utf-8
                    """)
    void clientsThatPreferHarReceiveIt(String accept, ApiClient api) {
        ApiResponse har = api.get("/__mock/requests").header("Accept", accept).assertStatus(200);

        assertThat(har.header("Content-Type")).startsWith(Har.MEDIA_TYPE);
        assertThat(har.jsonAt("/log/entries")).isEqualTo("[]");
    }

    @Test
    void clientsThatAcceptNeitherGet406(ApiClient api) {
        api.get("/__mock/requests")
                .header("Accept", "text/html")
                .send()
                .assertProblem(
                        406,
                        null,
                        "The Accept header was \"text/html\", but responses are application/har+json or application/json only");
    }

    @Test
    void theOpenApiDocumentHasTheMediaType(ApiClient api) {
        JsonNode content = api.root()
                .get("/v3/api-docs/mock")
                .send()
                .json()
                .at("/paths/~1__mock~1requests/get/responses/200/content");

        assertThat(content.propertyNames()).containsExactlyInAnyOrder("application/json", Har.MEDIA_TYPE);
        assertThat(content.at("/application~1json/schema/$ref").asString()).endsWith("/Requests");
        assertThat(content.at("/application~1har+json/schema/type").asString()).isEqualTo("object");
    }

    private static ApiResponse har(String query, ApiClient api) {
        return api.get("/__mock/requests" + query)
                .header("Accept", Har.MEDIA_TYPE)
                .assertStatus(200);
    }

    private static List<String> urls(ApiResponse har) {
        return har.json()
                .at("/log/entries")
                .valueStream()
                .map(entry -> entry.at("/request/url").asString())
                .toList();
    }

    private static void assertNoResponse(ApiResponse har) {
        assertThat(har.jsonAt("/log/entries/0/response")).isEqualTo("""
                {"status":0,"statusText":"","httpVersion":"","cookies":[],"headers":[],\
                "content":{"size":0,"mimeType":"x-unknown"},"redirectURL":"","headersSize":-1,"bodySize":-1}""");
    }

    /** Returns an entry without some members of its request and response. */
    private static String without(JsonNode entry, String... members) {
        JsonNode copy = entry.deepCopy();
        for (String side : List.of("/request", "/response")) {
            ((ObjectNode) copy.at(side)).remove(List.of(members));
        }
        return copy.toString();
    }
}
