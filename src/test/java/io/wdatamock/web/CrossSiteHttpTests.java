package io.wdatamock.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiRequest;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.HttpTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests from pages of other origins are rejected before they reach a sandbox. */
@HttpTest
class CrossSiteHttpTests {

    static final String FOREIGN_ORIGIN = "The request's Origin is not among those that wdata-mock.cors.origins allows";
    static final String FOREIGN_PAGE =
            "The request came from a page of another origin, which wdata-mock.cors.origins does not allow";

    @Test
    void pageOfAnotherSiteCannotResetTheSandbox(ApiClient api) {
        api.refresh("stuck").assertOk();

        ApiResponse response = fromBrowser("cross-site", "no-cors", "empty", api.post("/__mock/reset"))
                .header("Origin", "https://evil.example")
                .without("Authorization")
                .assertStatus(403);
        assertThat(response.text()).isEqualTo("""
                {"title":"Forbidden","status":403,"detail":"%s",\
                "errors":[{"code":"forbidden","message":"%s"}]}""".formatted(FOREIGN_ORIGIN, FOREIGN_ORIGIN));
        api.status("stuck").assertOk();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/connections/stuck/refresh, application/json",
        "GET, /api/v1/connections, application/json",
        "POST, /s/wdata/prep/api/v1/connections/stuck/refresh, application/json",
        "POST, /oauth2/token, application/json",
        "POST, /__mock/reset, application/problem+json",
        "GET, /__mock/requests, application/problem+json",
        "GET, /__mock/events, application/problem+json",
        "GET, /__mock/sandboxes, application/problem+json",
        "GET, /actuator/prometheus, application/json",
        "GET, /actuator/health, application/json",
        "GET, /v3/api-docs/wdata, application/json",
        "GET, /swagger-ui/index.html, application/json",
        "GET, /, application/json",
        "GET, /live/main.js, application/json",
        "GET, /nowhere, application/json"
    })
    void everyPathRejectsPagesOfOtherOriginsInItsErrorFormat(String method, String path, String type, ApiClient api) {
        for (String site : new String[] {"cross-site", "same-site"}) {
            ApiResponse response = fromBrowser(site, "no-cors", "empty", api.request(method, path))
                    .send();

            assertThat(response.status()).as(site).isEqualTo(403);
            assertThat(response.header("Content-Type")).isEqualTo(type);
            assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(response.text()).contains(FOREIGN_PAGE);
        }
    }

    @Test
    void imageOnAForeignPageCreatesNoSandbox(ApiClient api) {
        String fresh = api.sandbox() + "-never-made";

        fromBrowser("cross-site", "no-cors", "image", api.root().get("/sandbox/" + fresh + "/api/v1/connections"))
                .assertError(403, null, FOREIGN_PAGE);
        fromBrowser("cross-site", "no-cors", "image", api.root().get("/sandbox/" + fresh + "-2/"))
                .assertStatus(403);

        assertThat(liveSandboxes(api)).doesNotContain(fresh);
    }

    @Test
    void rejectedRequestIsNotInTheJournal(ApiClient api) {
        fromBrowser("cross-site", "no-cors", "empty", api.refreshOf("stuck")).send();

        assertThat(api.get("/__mock/requests").send().at("/total")).isEqualTo("0");
    }

    @Test
    void tokenEndpointRejectsInItsErrorFormat(ApiClient api) {
        ApiResponse response = fromBrowser("cross-site", "navigate", "document", api.post("/oauth2/token"))
                .header("Origin", "null")
                .form("grant_type=client_credentials")
                .assertStatus(403);
        assertThat(response.text())
                .isEqualTo("{\"error\":\"invalid_request\",\"error_description\":\"%s\"}".formatted(FOREIGN_ORIGIN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-origin", "none"})
    void sameOriginAndUserRequestsAreAllowed(String site, ApiClient api) {
        fromBrowser(site, "cors", "empty", api.refreshOf("instant")).assertOk();
        // Behind an unknown proxy, only the browser knows that the origin is the same.
        fromBrowser(site, "cors", "empty", api.refreshOf("instant"))
                .header("Origin", "https://proxy.example")
                .assertOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-origin", "", "Same-Origin"})
    void unknownFetchSiteCountsAsCrossSite(String site, ApiClient api) {
        fromBrowser(site, "cors", "empty", api.refreshOf("stuck")).assertError(403, null, FOREIGN_PAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/sandbox/ci-42/",
                "/sandbox/ci-42",
                "/swagger-ui.html",
                "/swagger-ui/index.html",
                "/v3/api-docs/wdata",
                "/actuator/prometheus"
            })
    void crossSiteLinksToPagesAreAllowed(String path, ApiClient api) {
        ApiResponse response = fromBrowser(
                        "cross-site", "navigate", "document", api.root().get(path))
                .send();

        assertThat(response.status()).isIn(200, 302);
    }

    @Test
    void crossSiteLinksToOtherPathsAreRejected(ApiClient api) {
        fromBrowser("cross-site", "navigate", "document", api.get("/api/v1/connections"))
                .assertError(403, null, FOREIGN_PAGE);
        fromBrowser("cross-site", "navigate", "document", api.get("/__mock/requests"))
                .assertStatus(403);
    }

    @ParameterizedTest
    @CsvSource({"POST, document", "GET, iframe", "GET, frame", "GET, embed", "GET, object"})
    void crossSiteFormsAndFramesAreRejected(String method, String destination, ApiClient api) {
        for (String path : new String[] {"/", "/swagger-ui/index.html", "/v3/api-docs/wdata"}) {
            ApiResponse response = fromBrowser(
                            "cross-site", "navigate", destination, api.root().request(method, path))
                    .send();

            assertThat(response.status()).as(path).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "https://evil.example",
                "http://127.0.0.1",
                "http://127.0.0.1:1",
                "http://localhost:PORT",
                "https://127.0.0.1:PORT",
                "http://127.0.0.1:PORT.evil.example",
                "http://evil.example/http://127.0.0.1:PORT",
                "http://[::1",
                "chrome-extension://abcdef",
                "not an origin",
                ""
            })
    void withoutFetchMetadataTheOriginMustBeTheServers(String origin, ApiClient api) {
        String sent = origin.replace("PORT", port(api));

        api.refreshOf("stuck").header("Origin", sent).assertError(403, null, FOREIGN_ORIGIN);
        api.get("/__mock/clock").header("Origin", sent).assertStatus(403);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:PORT, http://127.0.0.1:PORT",
        "localhost, http://localhost",
        "localhost, http://localhost:80",
        "localhost:80, http://localhost",
        "[::1]:8080, http://[::1]:8080",
        "[::1], http://[::1]"
    })
    void originOfTheHostHeaderIsAllowed(String host, String origin, ApiClient api) {
        api.refreshOf("instant")
                .header("Host", host.replace("PORT", port(api)))
                .header("Origin", origin.replace("PORT", port(api)))
                .assertOk();
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:8080, http://localhost",
        "localhost, http://localhost:8080",
        "[::1]:8080, http://[::2]:8080",
        "localhost, https://localhost"
    })
    void otherPortsAndSchemesAreRejected(String host, String origin, ApiClient api) {
        api.refreshOf("stuck").header("Host", host).header("Origin", origin).assertError(403, null, FOREIGN_ORIGIN);
    }

    @Test
    void preflightIsRejected(ApiClient api) {
        fromBrowser("cross-site", "cors", "empty", api.request("OPTIONS", "/api/v1/connections/stuck/refresh"))
                .header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Private-Network", "true")
                .assertError(403, null, FOREIGN_ORIGIN);
    }

    @Test
    void untrustedForwardedHeadersAreIgnored(ApiClient api) {
        api.refreshOf("stuck")
                .header("Origin", "https://evil.example")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Proto", "https")
                .header("Forwarded", "host=evil.example;proto=https")
                .assertError(403, null, FOREIGN_ORIGIN);
    }

    static ApiRequest fromBrowser(String site, String mode, String destination, ApiRequest request) {
        return request.header("Sec-Fetch-Site", site)
                .header("Sec-Fetch-Mode", mode)
                .header("Sec-Fetch-Dest", destination);
    }

    private static String port(ApiClient api) {
        return String.valueOf(api.host().getPort());
    }

    private static String liveSandboxes(ApiClient api) {
        return api.root().get("/__mock/sandboxes").send().text();
    }
}
