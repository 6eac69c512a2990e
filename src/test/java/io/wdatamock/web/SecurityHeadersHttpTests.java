package io.wdatamock.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.Answer;
import io.wdatamock.http.Api;
import io.wdatamock.http.HttpTest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every response forbids a browser to do with it. */
@HttpTest
class SecurityHeadersHttpTests {

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/connections, 200",
        "GET, /api/v1/connections/nobody, 404",
        "GET, /nowhere, 404",
        "PUT, /api/v1/connections, 405",
        "POST, /oauth2/token, 415",
        "GET, /__mock/clock, 200",
        "GET, /__mock/nowhere, 404",
        "POST, /__mock/reset, 204",
        "GET, /, 200",
        "GET, /live/main.js, 200",
        "GET, /live/nowhere.js, 404",
        "GET, /swagger-ui.html, 302",
        "GET, /swagger-ui/index.html, 200",
        "GET, /swagger-ui/swagger-ui.css, 200",
        "GET, /v3/api-docs/wdata, 200",
        "GET, /actuator/prometheus, 200",
        "GET, /actuator/health, 200"
    })
    void browserDoesNotGuessTypes(String method, String path, int status, Api api) {
        Answer answer = api.request(method, path).send();

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
    }

    @Test
    void norThoseOfAnErrorThatAFaultCauses(Api api) {
        api.fault("""
                {"when": "after", "effect": {"type": "status", "status": 500}}""");

        Answer answer = api.refresh("instant");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%2F HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "nonsense\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n"
            })
    void norThoseOfErrorsBeforeAnyRouting(String request, Api api) throws IOException {
        try (Socket socket = new Socket(api.host().getHost(), api.host().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer.toLowerCase(Locale.ROOT)).contains("x-content-type-options: nosniff");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/swagger-ui.html",
                "/swagger-ui/index.html",
                "/v3/api-docs/wdata",
                "/v3/api-docs/mock",
                "/v3/api-docs/nowhere",
                "/actuator/prometheus",
                "/actuator/health"
            })
    void ownPagesMayNotBeFramed(String path, Api api) {
        assertThat(api.get(path).send().headers().allValues("Content-Security-Policy"))
                .containsExactly("frame-ancestors 'none'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/live/main.js"})
    void livePageHasItsOwnStricterPolicy(String path, Api api) {
        assertThat(api.get(path).send().headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("default-src 'none'")
                .endsWith("frame-ancestors 'none'");
    }
}
