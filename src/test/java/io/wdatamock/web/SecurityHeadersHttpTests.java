package io.wdatamock.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.HttpTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Security headers of all responses. */
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
    void responsesForbidContentSniffing(String method, String path, int status, ApiClient api) {
        ApiResponse response = api.request(method, path).send();

        assertThat(response.status()).isEqualTo(status);
        assertThat(response.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
    }

    @Test
    void errorsOfFaultsForbidContentSniffing(ApiClient api) {
        api.addFault("{'when': 'after', 'effect': {'type': 'status', 'status': 500}}");

        ApiResponse response = api.refresh("instant").assertStatus(500);
        assertThat(response.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%2F HTTP/1.1\nHost: localhost\nConnection: close\n\n",
                "GET / HTTP/1.1\n\n",
                "nonsense\n\n",
                "GET / HTTP/9.9\nHost: localhost\n\n"
            })
    void errorsBeforeRoutingForbidContentSniffing(String request, ApiClient api) {
        assertThat(api.sendRaw(request)).containsIgnoringCase("x-content-type-options: nosniff");
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
    void ownPagesMayNotBeFramed(String path, ApiClient api) {
        assertThat(api.get(path).send().headers().allValues("Content-Security-Policy"))
                .containsExactly("frame-ancestors 'none'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/live/main.js"})
    void livePageHasItsOwnStricterPolicy(String path, ApiClient api) {
        assertThat(api.get(path).send().headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("default-src 'none'")
                .endsWith("frame-ancestors 'none'");
    }
}
