package io.wdatamock.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiRequest;
import io.wdatamock.http.ControlClient;
import io.wdatamock.http.EventStream;
import io.wdatamock.http.HttpTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Secrets of a client appear in no journal, snapshot, event, metric or log. */
@HttpTest(properties = {"wdata-mock.sandboxes.max=100000", "wdata-mock.redact=X-Partner-Key,tax-id"})
@ExtendWith(OutputCaptureExtension.class)
class SecretsControlTests {

    /** The prefix of all secrets in these tests. */
    private static final String SECRET = "hush";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Basic hush",
                "Authorization: hush hush",
                "authorization: hush",
                "Proxy-Authorization: Bearer hush",
                "Cookie: a=hush",
                "Set-Cookie: a=hush",
                "X-Api-Key: hush",
                "Api-Key: hush",
                "apikey: hush",
                "X-Auth-Token: hush",
                "X-Access-Token: hush",
                "x-csrf-token: hush",
                "X-XSRF-TOKEN: hush",
                "X-Amz-Security-Token: hush",
                "X-Goog-Api-Key: hush",
                "Ocp-Apim-Subscription-Key: hush",
                "Private-Token: hush",
                "X-Vault-Token: hush",
                "X-Session-Id: hush",
                "X-Partner-Key: hush",
                "Referer: http://localhost/?token=hush",
                "X-Original-Url: /a?b=c&API_KEY=hush"
            })
    void secretsInHeadersAreRemoved(String header, ApiClient api, CapturedOutput output) {
        int colon = header.indexOf(':');
        ApiRequest request = api.get("/api/v1/connections");
        if (header.toLowerCase(java.util.Locale.ROOT).startsWith("authorization")) {
            request.without("Authorization");
        }

        assertNoSecret(request.header(header.substring(0, colon), header.substring(colon + 2)), api, output);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?api_key=hush",
                "?apikey=hush",
                "?apiKey=hush",
                "?API-KEY=hush",
                "?a=1&Token=hush",
                "?password=hush;hush2",
                "?a=1;password=hush",
                "?refresh_token=hush",
                "?id_token=hush",
                "?client_assertion=hush",
                "?assertion=hush",
                "?code=hush",
                "?client_secret=hush",
                "?client%5Fsecret=hush",
                "?CLIENT%255fSECRET=hush",
                "?signature=hush",
                "?X-Amz-Signature=hush",
                "?sig=hush",
                "?x-partner-key=hush",
                "?taxId=hush",
                "?token=hush=hush",
                ";token=hush",
                ";jsessionid=hush?b=c",
                "?token=hush%zz",
                "?%zz=1&token=hush",
                "?token=hush&token=hush2"
            })
    void secretsInQueriesAreRemoved(String query, ApiClient api, CapturedOutput output) {
        // Java's HTTP client rejects most of these itself.
        String path = "/sandbox/" + api.sandbox() + "/api/v1/connections" + query;
        try (EventStream events = api.events()) {
            sendRaw("GET " + path + " HTTP/1.1", api);
            assertNoSecret(events.next().data().toString(), api, output);
        }
        sendRaw("GET " + path.replace("connections", "nowhere") + " HTTP/1.1", api);
        assertNoSecret("", api, output);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grant_type=client_credentials&client_id=me&client_secret=hush",
                "grant_type=client_credentials&CLIENT_ID=me&Client_Secret=hush",
                "grant_type=refresh_token&refresh_token=hush&scope=hush&anything=hush",
                "grant_type=client_credentials;client_secret=hush",
                "grant_type=client_credentials&client_id=me&client_secret=hush%zz",
                "hush",
                "hush%zz",
                "client_secret: hush",
                "<client_secret>hush</client_secret><a b='c'/>",
                "{\"grant_type\": \"client_credentials\", \"client_id\": \"me\", \"client_secret\": \"hush\"}",
                "{\"client_secret\": {\"a\": \"hush\"}, \"hush \": 1}",
                "{\"client_secret\": \"hush",
                "[\"hush\"]",
                "\"hush\""
            })
    void secretsInTokenRequestsAreRemoved(String body, ApiClient api, CapturedOutput output) {
        for (String type : new String[] {"application/x-www-form-urlencoded", "application/json", "text/plain"}) {
            for (String path :
                    new String[] {"/oauth2/token", "/iam/v1/oauth2/token", "/oauth2/token?a=hush", "/OAuth2/Token"}) {
                assertNoSecret(api.post(path).header("Content-Type", type).body(body), api, output);
            }
        }
    }

    @Test
    void tokenRequestsKeepTheirFieldNames(ApiClient api) {
        api.token("grant_type=client_credentials&client_id=me&client_secret=hush&client_id2=b");
        api.post("/oauth2/token")
                .json("{'grant_type': 'client_credentials', 'client_id': 'me', 'client_secret': 'hush'}")
                .send();

        var requests = api.control().requests();
        assertThat(requests.at("/requests/1/body"))
                .isEqualTo("grant_type=client_credentials&client_id=me&client_secret=[redacted]&client_id2=[redacted]");
        assertThat(requests.at("/requests/0/body"))
                .isEqualTo(
                        "{\"grant_type\":\"client_credentials\",\"client_id\":\"me\",\"client_secret\":\"[redacted]\"}");
        assertThat(requests.at("/requests/1/responseBody")).contains("\"access_token\":\"[redacted]\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sourceParameters\": \"x\", \"password\": \"hush\"}",
                "{\"sourceParameters\": {\"a\": [{\"Api-Key\" : {\"b\": [\"hush\", \"}\"]}}], \"c\": 1}, \"c\": 5",
                "{\"pass\\u0077ord\": \"hush\\\"hush\"}",
                "{\"token\": \"hush",
                "{\"a\": \"{\\\"secret\\\": \\\"hush\\\"}\"}",
                "{\"sourceParameters\": [{\"password\": \"hush\"}]}",
                "{\"x-partner-key\": \"hush\", \"TAX_ID\": \"hush\"}",
                "a=b&password=hush",
                "[{\"connectionId\": {\"password\": \"hush\"}}]"
            })
    void secretsInBodiesAreRemoved(String body, ApiClient api, CapturedOutput output) {
        for (String type :
                new String[] {"application/json", "application/x-www-form-urlencoded", "text/plain", "text/xml"}) {
            for (String path : new String[] {"/instant/refresh", "/batch/refresh", "/instant", "/x/y/z"}) {
                ApiRequest request = api.post("/api/v1/connections" + path).header("Content-Type", type);
                assertNoSecret(request.body(body), api, output);
            }
        }
    }

    @Test
    void multipartBodiesAreNotStored(ApiClient api, CapturedOutput output) {
        ApiRequest request = api.post("/api/v1/connections/instant/refresh")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .body("--b\r\nContent-Disposition: form-data; name=\"password\"\r\n\r\nhush\r\n--b--");

        assertNoSecret(request, api, output);
        assertThat(api.control().requests().at("/requests/0/body")).isEqualTo("[redacted]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /a?token=hush{} HTTP/1.1",
                "GET /a?token=hush HTTP/9.9",
                "GET /a b?token=hush HTTP/1.1",
                "GET /a%2F..%2F..?token=hush HTTP/1.1",
                "GET /a%00?token=hush HTTP/1.1",
                "GET /a?token=hush",
                "GET http://x:y/a?token=hush HTTP/1.1",
                "GET /a/%zz;token=hush?token=hush HTTP/1.1",
                "GET /../..?token=hush HTTP/1.1",
                "GET /\\a?token=hush|<> HTTP/1.1"
            })
    void requestsRejectedByTomcatAreLoggedWithoutTheirQuery(String line, ApiClient api, CapturedOutput output) {
        String response = sendRaw(line, api);

        assertThat(response).doesNotContain(SECRET);
        assertThat(output.getAll()).doesNotContain(SECRET);
    }

    @Test
    void parametersAreReturnedUnredacted(ApiClient api) {
        var response = api.refresh("instant", "{'sourceParameters': {'password': 'p', 'b': 1.10}}");

        assertThat(response.jsonAt("/body/sourceParameters")).isEqualTo("{\"password\":\"p\",\"b\":1.10}");
        var entry = api.control().requests();
        assertThat(entry.at("/requests/0/body"))
                .isEqualTo("{\"sourceParameters\": {\"password\": \"[redacted]\", \"b\": 1.10}}");
        assertThat(entry.at("/requests/0/responseBody"))
                .isEqualTo(response.text().replace("\"p\"", "\"[redacted]\""))
                .contains("\"code\":200");
    }

    private static void assertNoSecret(ApiRequest request, ApiClient api, CapturedOutput output) {
        try (EventStream events = api.events()) {
            request.send();
            String received = events.next().data().toString();
            assertNoSecret(received, api, output);
        }
    }

    private static void assertNoSecret(String received, ApiClient api, CapturedOutput output) {
        ControlClient control = api.control();
        assertThat(received).doesNotContain(SECRET);
        assertThat(control.requests().text()).doesNotContain(SECRET);
        assertThat(control.get("/snapshot").text()).doesNotContain(SECRET);
        assertThat(api.root().get("/actuator/prometheus").send().text()).doesNotContain(SECRET);
        assertThat(output.getAll()).doesNotContain(SECRET);
    }

    /** Sends a request with this request line and returns the whole response. */
    private static String sendRaw(String line, ApiClient api) {
        return api.sendRaw(line + "\nHost: localhost\nAuthorization: Bearer any\nConnection: close\n\n");
    }
}
