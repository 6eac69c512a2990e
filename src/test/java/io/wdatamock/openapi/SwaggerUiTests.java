package io.wdatamock.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Swagger UI is set up for a first click that works, at the root and in every sandbox. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureRestTestClient
class SwaggerUiTests {

    @Autowired
    private RestTestClient client;

    @Test
    void pageOfASandboxStaysInTheSandbox() {
        client.get()
                .uri("/sandbox/ci-42/swagger-ui.html")
                .exchange()
                .expectStatus()
                .isFound()
                .expectHeader()
                .location("/sandbox/ci-42/swagger-ui/index.html");
        assertThat(get("/sandbox/ci-42/swagger-ui/index.html")).contains("swagger-initializer.js");
        assertThat(get("/sandbox/ci-42/swagger-ui/swagger-initializer.js"))
                .contains("/sandbox/ci-42/v3/api-docs/swagger-config");
        assertThat(get("/sandbox/ci-42/v3/api-docs/swagger-config")).contains("\"/sandbox/ci-42/v3/api-docs/wdata\"");
    }

    @Test
    void bearerTokenIsFilledIn() {
        assertThat(get("/swagger-ui/swagger-initializer.js"))
                .contains("onComplete: () => window.ui.preauthorizeApiKey(\"bearer\", \"swagger-ui\")");
    }

    @Test
    void vendorsOperationsComeFirst() {
        assertThat(get("/v3/api-docs/swagger-config"))
                .contains("\"urls.primaryName\":\"Wdata connections\"")
                .contains("{\"url\":\"/v3/api-docs/wdata\",\"name\":\"Wdata connections\"}");
    }

    @Test
    void nobodyElseIsAsked() {
        assertThat(get("/swagger-ui/swagger-initializer.js")).doesNotContain("https:");
        assertThat(get("/v3/api-docs/swagger-config")).contains("\"validatorUrl\":\"none\"");
    }

    private String get(String path) {
        return client.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }
}
