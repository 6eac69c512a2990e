package io.wdatamock.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.Api;
import io.wdatamock.http.HttpTest;
import io.wdatamock.http.Request;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Whatever a client sends where secrets are usual, no trace of it is left in anything that is shown or written. */
@HttpTest(properties = {"wdata-mock.sandboxes.max=100000", "wdata-mock.redact=X-Partner-Key,tax-id"})
@ExtendWith(OutputCaptureExtension.class)
class SecretsControlTests {

    /** What every planted secret begins with. */
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
    void headersLeaveNoTrace(String header, Api api, CapturedOutput output) {
        int colon = header.indexOf(':');
        Request request = api.get("/api/v1/connections");
        if (header.toLowerCase(java.util.Locale.ROOT).startsWith("authorization")) {
            request.without("Authorization");
        }

        assertNoTrace(request.header(header.substring(0, colon), header.substring(colon + 2)), api, output);
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
    void queriesLeaveNoTrace(String query, Api api, CapturedOutput output) throws IOException {
        // Java's client refuses most of these itself.
        String path = "/sandbox/" + api.sandbox() + "/api/v1/connections" + query;
        try (EventReader events = EventReader.of(api)) {
            raw(api, "GET " + path + " HTTP/1.1", "");
            assertNoTrace(events.next().data().toString(), api, output);
        }
        raw(api, "GET " + path.replace("connections", "nowhere") + " HTTP/1.1", "");
        assertNoTrace("", api, output);
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
    void requestsForTokensLeaveNoTrace(String body, Api api, CapturedOutput output) {
        for (String type : new String[] {"application/x-www-form-urlencoded", "application/json", "text/plain"}) {
            for (String path :
                    new String[] {"/oauth2/token", "/iam/v1/oauth2/token", "/oauth2/token?a=hush", "/OAuth2/Token"}) {
                assertNoTrace(api.post(path).header("Content-Type", type).body(body), api, output);
            }
        }
    }

    @Test
    void ofARequestForATokenTheNamesAreKept(Api api) {
        api.token("grant_type=client_credentials&client_id=me&client_secret=hush&client_id2=b");
        api.post("/oauth2/token")
                .json("{\"grant_type\": \"client_credentials\", \"client_id\": \"me\", \"client_secret\": \"hush\"}")
                .send();

        var requests = new ControlApi(api).get("/requests");
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
    void bodiesLeaveNoTrace(String body, Api api, CapturedOutput output) {
        for (String type :
                new String[] {"application/json", "application/x-www-form-urlencoded", "text/plain", "text/xml"}) {
            for (String path : new String[] {"/instant/refresh", "/batch/refresh", "/instant", "/x/y/z"}) {
                Request request = api.post("/api/v1/connections" + path).header("Content-Type", type);
                assertNoTrace(request.body(body), api, output);
            }
        }
    }

    @Test
    void multipartBodiesAreNotStored(Api api, CapturedOutput output) {
        Request request = api.post("/api/v1/connections/instant/refresh")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .body("--b\r\nContent-Disposition: form-data; name=\"password\"\r\n\r\nhush\r\n--b--");

        assertNoTrace(request, api, output);
        assertThat(new ControlApi(api).get("/requests").at("/requests/0/body")).isEqualTo("[redacted]");
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
    void whatTheContainerRefusesIsLoggedWithoutItsQuery(String line, Api api, CapturedOutput output)
            throws IOException {
        String answer = raw(api, line, "");

        assertThat(answer).doesNotContain(SECRET);
        assertThat(output.getAll()).doesNotContain(SECRET);
    }

    @Test
    void parametersComeBackExactlyAllTheSame(Api api) {
        var answer = api.refresh("instant", "{\"sourceParameters\": {\"password\": \"p\", \"b\": 1.10}}");

        assertThat(answer.jsonAt("/body/sourceParameters")).isEqualTo("{\"password\":\"p\",\"b\":1.10}");
        var entry = new ControlApi(api).get("/requests");
        assertThat(entry.at("/requests/0/body"))
                .isEqualTo("{\"sourceParameters\": {\"password\": \"[redacted]\", \"b\": 1.10}}");
        assertThat(entry.at("/requests/0/responseBody"))
                .isEqualTo(answer.text().replace("\"p\"", "\"[redacted]\""))
                .contains("\"code\":200");
    }

    private static void assertNoTrace(Request request, Api api, CapturedOutput output) {
        try (EventReader events = EventReader.of(api)) {
            request.send();
            String told = events.next().data().toString();
            assertNoTrace(told, api, output);
        }
    }

    private static void assertNoTrace(String told, Api api, CapturedOutput output) {
        ControlApi control = new ControlApi(api);
        assertThat(told).doesNotContain(SECRET);
        assertThat(control.get("/requests").text()).doesNotContain(SECRET);
        assertThat(control.get("/snapshot").text()).doesNotContain(SECRET);
        assertThat(api.outside("GET", "/actuator/prometheus").send().text()).doesNotContain(SECRET);
        assertThat(output.getAll()).doesNotContain(SECRET);
    }

    /** Sends a request with this line as it is, and returns the whole answer. */
    private static String raw(Api api, String line, String body) throws IOException {
        try (Socket socket = new Socket(api.host().getHost(), api.host().getPort())) {
            String request =
                    line + "\r\nHost: localhost\r\nAuthorization: Bearer any\r\nConnection: close\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
