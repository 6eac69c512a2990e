package io.wdatamock.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.Answer;
import io.wdatamock.http.Api;
import io.wdatamock.http.HttpTest;
import org.junit.jupiter.api.Test;

/** Behind a proxy that strips a path prefix, documents, Swagger UI and redirects have the address that clients use. */
@HttpTest(properties = "server.forward-headers-strategy=framework")
class ForwardedHeadersTests {

    @Test
    void swaggerUiFindsItsDocumentsBelowThePrefix(Api api) {
        String base = "/tools/mock/sandbox/" + api.sandbox();

        assertThat(get(api, "/swagger-ui/swagger-initializer.js").text())
                .contains("\"" + base + "/v3/api-docs/swagger-config\"");
        assertThat(get(api, "/v3/api-docs/swagger-config").text()).contains("\"" + base + "/v3/api-docs/wdata\"");
        assertThat(get(api, "/v3/api-docs/wdata").text()).contains("\"https://mock.test" + base + "\"");
    }

    @Test
    void operationsWorkBelowThePrefix(Api api) {
        assertThat(get(api, "/api/v1/connections").status()).isEqualTo(200);
    }

    private static Answer get(Api api, String path) {
        return api.get(path)
                .header("X-Forwarded-Prefix", "/tools/mock")
                .header("X-Forwarded-Host", "mock.test")
                .header("X-Forwarded-Proto", "https")
                .send();
    }
}
