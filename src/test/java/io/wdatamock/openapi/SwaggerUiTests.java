package io.wdatamock.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.HttpTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Swagger UI works on the first click, at the root, in every sandbox and behind a proxy. */
@HttpTest
class SwaggerUiTests {

    @Test
    void pageOfASandboxStaysInTheSandbox(ApiClient api) {
        String base = "/sandbox/" + api.sandbox();

        assertThat(api.get("/swagger-ui.html").assertStatus(302).header("Location"))
                .isEqualTo(base + "/swagger-ui/index.html");
        assertThat(text("/swagger-ui/index.html", api)).contains("swagger-initializer.js");
        assertThat(text("/swagger-ui/swagger-initializer.js", api)).contains(base + "/v3/api-docs/swagger-config");
        assertThat(text("/v3/api-docs/swagger-config", api)).contains("\"" + base + "/v3/api-docs/wdata\"");
    }

    @Test
    void initializerSetsABearerTokenAndNamesNoOtherHost(ApiClient api) {
        assertThat(text("/swagger-ui/swagger-initializer.js", api.root()))
                .contains("onComplete: () => window.ui.preauthorizeApiKey(\"bearer\", \"swagger-ui\")")
                .doesNotContain("https:");
    }

    @Test
    void vendorsOperationsComeFirstAndNoValidatorIsUsed(ApiClient api) {
        assertThat(text("/v3/api-docs/swagger-config", api.root()))
                .contains("\"urls.primaryName\":\"Wdata connections\"")
                .contains("{\"url\":\"/v3/api-docs/wdata\",\"name\":\"Wdata connections\"}")
                .contains("\"validatorUrl\":\"none\"");
    }

    private static String text(String path, ApiClient api) {
        return api.get(path).assertStatus(200).text();
    }

    /** A server behind a proxy that removes a prefix of the path. */
    @Nested
    @HttpTest(properties = "server.forward-headers-strategy=framework")
    class BehindAProxy {

        @Test
        void swaggerUiFindsItsDocumentsBelowThePrefix(ApiClient api) {
            String base = "/tools/mock/sandbox/" + api.sandbox();

            assertThat(get(api, "/swagger-ui/swagger-initializer.js").text())
                    .contains("\"" + base + "/v3/api-docs/swagger-config\"");
            assertThat(get(api, "/v3/api-docs/swagger-config").text()).contains("\"" + base + "/v3/api-docs/wdata\"");
            assertThat(get(api, "/v3/api-docs/wdata").text()).contains("\"https://mock.test" + base + "\"");
        }

        @Test
        void operationsWorkBelowThePrefix(ApiClient api) {
            get(api, "/api/v1/connections").assertStatus(200);
        }

        private static ApiResponse get(ApiClient api, String path) {
            return api.get(path)
                    .header("X-Forwarded-Prefix", "/tools/mock")
                    .header("X-Forwarded-Host", "mock.test")
                    .header("X-Forwarded-Proto", "https")
                    .send();
        }
    }
}
