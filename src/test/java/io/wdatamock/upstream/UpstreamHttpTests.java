package io.wdatamock.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.ControlClient;
import io.wdatamock.http.HttpTest;
import io.wdatamock.upstream.RecordedService.Received;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** With an upstream, the six operations and the token endpoints are those of the real service. */
@HttpTest
class UpstreamHttpTests {

    private static final RecordedService SERVICE = new RecordedService();
    private static final String OK = "{\"body\":{\"jobId\":\"j-1\"},\"code\":200}";

    @DynamicPropertySource
    static void upstream(DynamicPropertyRegistry settings) {
        settings.add("wdata-mock.upstream.url", () -> SERVICE.url() + "/s/wdata/prep/");
        settings.add("wdata-mock.upstream.timeout", () -> "1s");
    }

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @BeforeEach
    void answerOk() {
        SERVICE.answerWith(200, Map.of(), OK);
    }

    @Test
    void requestArrivesUnchangedButForHeadersOfTheConnection(ApiClient api) {
        api.post("/s/wdata/prep/api/v1/connections/c%20%C3%A4;v=1/refresh?a=1&b=%2F+x")
                .header("X-Partner", "one")
                .header("X-Partner", "two")
                .header("Keep-Alive", "timeout=5")
                .header("X-Wdata-Mock-Sandbox", api.sandbox())
                .json("{'sourceParameters': {'n': 1.10}}")
                .assertStatus(200);

        Received request = onlyRequest();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.target()).isEqualTo("/s/wdata/prep/api/v1/connections/c%20%C3%A4;v=1/refresh?a=1&b=%2F+x");
        assertThat(request.body()).isEqualTo("{\"sourceParameters\": {\"n\": 1.10}}");
        assertThat(request.headers())
                .containsEntry("Authorization", List.of("Bearer any"))
                .containsEntry("X-partner", List.of("one", "two"))
                .containsEntry("Content-type", List.of("application/json"))
                .doesNotContainKeys("Keep-alive", "X-wdata-mock-sandbox");
    }

    @Test
    void headersThatTheConnectionNamesStayOnIt(ApiClient api) {
        api.sendRaw("""
                GET /sandbox/%s/api/v1/connections HTTP/1.1
                Host: localhost
                Authorization: Bearer any
                Connection: X-Hop, close
                X-Hop: 1
                X-End: 2

                """.formatted(api.sandbox()));

        assertThat(onlyRequest().headers()).containsKey("X-end").doesNotContainKey("X-hop");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 302, 400, 401, 404, 409, 423, 429, 500, 503})
    void responseComesBackUnchanged(int status, ApiClient api) {
        SERVICE.answerWith(
                status,
                Map.of("Retry-After", "soon", "Location", "https://elsewhere.example/", "X-Request-Id", "r-1"),
                "{\"body\": \"as it is\" }");

        ApiResponse response = api.status("c-1").assertStatus(status);

        assertThat(response.text()).isEqualTo("{\"body\": \"as it is\" }");
        assertThat(response.header("Retry-After")).isEqualTo("soon");
        assertThat(response.header("X-Request-Id")).isEqualTo("r-1");
        assertThat(SERVICE.received()).as("redirects are not followed").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip", "br"})
    void emptyErrorComesBackUnchanged(String coding, ApiClient api) {
        SERVICE.answerWith(401, Map.of("Content-Encoding", coding), "");

        assertThat(api.status("c-1").assertStatus(401).text()).isEmpty();
    }

    @Test
    void tokenIsRequestedFromTheHostOfTheUpstream(ApiClient api) {
        SERVICE.answerWith(200, Map.of(), "{\"access_token\":\"tok-secret\",\"token_type\":\"bearer\"}");

        ApiResponse response = api.token("grant_type=client_credentials&client_id=me&client_secret=hush");

        assertThat(response.at("/access_token")).isEqualTo("tok-secret");
        assertThat(onlyRequest().target()).isEqualTo("/oauth2/token");
        assertThat(onlyRequest().body()).endsWith("client_secret=hush");
    }

    @Test
    void deprecatedTokenEndpointGetsNoHeadersOfTheMock(ApiClient api) {
        SERVICE.answerWith(200, Map.of(), "{\"access_token\":\"t\"}");

        ApiResponse response =
                api.post("/iam/v1/oauth2/token").form("grant_type=x").send();

        assertThat(onlyRequest().target()).isEqualTo("/iam/v1/oauth2/token");
        assertThat(response.header("Deprecation")).isNull();
    }

    @Test
    void nothingElseIsForwarded(ApiClient api) {
        api.get("/api/v1/other").assertStatus(404);
        api.delete("/api/v1/connections/c-1").assertStatus(405);
        api.get("/anything").assertStatus(404);
        api.control().get("/connections").assertStatus(200);

        assertThat(SERVICE.received()).isEmpty();
    }

    @Test
    void faultsApplyBeforeTheUpstream(ApiClient api, ControlClient control) {
        control.post("/faults", "{'times': 1, 'effect': {'type': 'status', 'status': 503}}")
                .assertStatus(201);

        assertThat(api.status("c-1").assertStatus(503).header("X-Wdata-Mock-Fault"))
                .isNotNull();
        assertThat(SERVICE.received()).isEmpty();
        api.status("c-1").assertStatus(200);
    }

    @Test
    void faultsAfterTheOperationReplaceTheResponseOfTheUpstream(ApiClient api, ControlClient control) {
        control.post("/faults", "{'when': 'after', 'effect': {'type': 'status', 'status': 500}}")
                .assertStatus(201);

        api.refresh("c-1").assertStatus(500);

        assertThat(onlyRequest().method()).isEqualTo("POST");
    }

    @Test
    void journalHasTheExchangeWithoutSecrets(ApiClient api, ControlClient control) {
        SERVICE.answerWith(200, Map.of("Set-Cookie", "session=c00kie"), "{\"access_token\":\"tok-secret\"}");
        api.token("grant_type=client_credentials&client_id=me&client_secret=hush");
        SERVICE.answerWith(200, Map.of(), OK);
        api.refreshOf("c-1").token("b3arer").assertStatus(200);

        ApiResponse requests = control.requests();

        assertThat(requests.at("/requests/0/operation")).isEqualTo("refreshConnection");
        assertThat(requests.at("/requests/0/connectionIds/0")).isEqualTo("c-1");
        assertThat(requests.at("/requests/0/responseBody")).isEqualTo(OK);
        assertThat(requests.at("/requests/0/explanation"))
                .isEqualTo("Answered by the upstream %s/s/wdata/prep/.".formatted(SERVICE.url()));
        assertThat(requests.text()).doesNotContain("hush", "tok-secret", "b3arer", "c00kie");
        assertThat(control.snapshot()).doesNotContain("hush", "tok-secret", "b3arer", "c00kie");
    }

    @Test
    void compressedResponseIsReadableInTheJournal(ApiClient api, ControlClient control) {
        SERVICE.answerWith(exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            RecordedService.send(exchange, 200, gzip(OK));
        });

        ApiResponse response = api.get("/api/v1/connections/c-1")
                .header("Accept-Encoding", "gzip")
                .assertStatus(200);

        assertThat(response.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(control.requests().at("/requests/0/responseBody")).isEqualTo(OK);
    }

    @Test
    void responseWithAnUnknownCodingComesBackUnchanged(ApiClient api) {
        SERVICE.answerWith(200, Map.of("Content-Encoding", "br"), "not JSON as it is");

        assertThat(api.status("c-1").assertStatus(200).text()).isEqualTo("not JSON as it is");
    }

    @Test
    void replacedBodyIsNotMarkedAsCompressed(ApiClient api, ControlClient control) {
        SERVICE.answerWith(exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            RecordedService.send(exchange, 200, gzip(OK));
        });
        control.post("/faults", "{'effect': {'type': 'malformed'}}").assertStatus(201);

        ApiResponse response = api.status("c-1");

        assertThat(response.header("Content-Encoding")).isNull();
        assertThat(response.text()).startsWith("<");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Bad gateway</html>", "{\"body\":", "{} {}", "nul", "[1,]", ""})
    void responseThatIsNotJsonIs502(String body, ApiClient api) {
        SERVICE.answerWith(200, Map.of("Content-Type", "text/html"), body);

        api.status("c-1")
                .assertError(
                        502,
                        null,
                        "The upstream %s/s/wdata/prep/api/v1/connections/c-1/status answered 200 with a body that is not JSON (%d bytes, Content-Type text/html)"
                                .formatted(SERVICE.url(), body.length()));
    }

    @Test
    void upstreamThatIsTooSlowIs504(ApiClient api) {
        CountDownLatch end = new CountDownLatch(1);
        SERVICE.answerWith(exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            await(end);
        });

        ApiResponse response = api.status("c-1").assertStatus(504);

        end.countDown();
        assertThat(response.at("/body"))
                .isEqualTo("The upstream %s/s/wdata/prep/api/v1/connections/c-1/status did not answer within PT1S; "
                                .formatted(SERVICE.url())
                        + "wdata-mock.upstream.timeout sets another limit");
    }

    @Test
    void upstreamThatBreaksOffIs502(ApiClient api) {
        SERVICE.answerWith(exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
        });

        assertThat(api.status("c-1").assertStatus(502).at("/body"))
                .startsWith("The upstream %s/s/wdata/prep/api/v1/connections/c-1/status broke off: "
                        .formatted(SERVICE.url()));
    }

    @Test
    void responseOverTheLimitIs502(ApiClient api) {
        SERVICE.answerWith(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] text = "\"%s\"".formatted("x".repeat(10_485_760)).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseBody().write(text);
        });

        assertThat(api.status("c-1").assertStatus(502).at("/body"))
                .endsWith("/status broke off: the body has more than 10485760 bytes");
    }

    @Test
    void brokenResponsesGiveNoOther5xx(ApiClient api) {
        Random random = new Random(15);
        for (int i = 0; i < 1_000; i++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            int announced = random.nextInt(noise.length + 20);
            SERVICE.answerWith(exchange -> {
                exchange.getResponseHeaders().set("Content-Encoding", random.nextBoolean() ? "gzip" : "identity");
                exchange.sendResponseHeaders(200, announced);
                exchange.getResponseBody().write(noise, 0, Math.min(announced, noise.length));
            });
            assertThat(api.list("").status()).isIn(502, 504);
        }
    }

    private static Received onlyRequest() {
        assertThat(SERVICE.received()).hasSize(1);
        return SERVICE.received().get(0);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
