package io.wdatamock.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiRequest;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.HttpTest;
import org.junit.jupiter.api.Test;

/** CORS with one allowed origin. */
@HttpTest(properties = "wdata-mock.cors.origins=http://localhost:3000")
class CorsHttpTests {

    private static final String MESSAGE = "The request's Origin is not among those that wdata-mock.cors.origins allows";

    @Test
    void allowedPageMayCallAndReadTheHeaders(ApiClient api) {
        ApiResponse response =
                from("http://localhost:3000", api.refreshOf("instant")).assertOk();

        assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo("http://localhost:3000");
        assertThat(response.header("Access-Control-Expose-Headers"))
                .contains("Retry-After", "WWW-Authenticate", "X-Wdata-Mock-Note", "X-Wdata-Mock-Fault");
    }

    @Test
    void preflightRequiresNoToken(ApiClient api) {
        ApiResponse response = preflight("http://localhost:3000", api).assertStatus(200);
        assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo("http://localhost:3000");
        assertThat(response.header("Access-Control-Allow-Methods")).contains("POST");
        assertThat(response.header("Access-Control-Allow-Headers")).contains("authorization", "x-wdata-mock-sandbox");
    }

    @Test
    void errorIsReadableByThePage(ApiClient api) {
        ApiResponse response =
                from("http://localhost:3000", api.refreshOf("nobody")).assertStatus(404);
        assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo("http://localhost:3000");
    }

    @Test
    void otherPagesAreRejectedInTheErrorFormatOfThePath(ApiClient api) {
        from("http://localhost:4000", api.refreshOf("stuck")).assertError(403, null, MESSAGE);
        preflight("http://localhost:4000", api).assertError(403, null, MESSAGE);
        ApiResponse token =
                from("http://localhost:4000", api.post("/oauth2/token")).send();
        ApiResponse control =
                from("http://localhost:4000", api.get("/__mock/clock")).send();

        assertThat(token.text())
                .isEqualTo("{\"error\":\"invalid_request\",\"error_description\":\"%s\"}".formatted(MESSAGE));
        assertThat(control.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(api.status("stuck").status()).as("nothing was started").isEqualTo(404);
    }

    @Test
    void requestsWithoutOriginAreAllowed(ApiClient api) {
        api.refresh("instant").assertOk();
    }

    private static ApiRequest from(String origin, ApiRequest request) {
        return request.header("Origin", origin);
    }

    private static ApiResponse preflight(String origin, ApiClient api) {
        return from(origin, api.request("OPTIONS", "/api/v1/connections/stuck/refresh"))
                .without("Authorization")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization, x-wdata-mock-sandbox")
                .send();
    }
}
