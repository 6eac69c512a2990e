package io.wdatamock.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.HttpTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests from pages of other origins where a setting allows some. */
class AllowedOriginsHttpTests {

    /** A server with one allowed origin. */
    @Nested
    @HttpTest(properties = "wdata-mock.cors.origins=http://localhost:3000")
    class WithAnAllowedOrigin {

        @ParameterizedTest
        @ValueSource(strings = {"cross-site", "same-site"})
        void allowedPageMayCall(String site, ApiClient api) {
            ApiResponse response = CrossSiteHttpTests.fromBrowser(site, "cors", "empty", api.refreshOf("instant"))
                    .header("Origin", "http://localhost:3000")
                    .assertOk();

            assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo("http://localhost:3000");
        }

        @Test
        void preflightOfTheAllowedPageSucceeds(ApiClient api) {
            ApiResponse response = CrossSiteHttpTests.fromBrowser(
                            "same-site", "cors", "empty", api.request("OPTIONS", "/api/v1/connections/stuck/refresh"))
                    .without("Authorization")
                    .header("Origin", "http://localhost:3000")
                    .header("Access-Control-Request-Method", "POST")
                    .assertStatus(200);
            assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo("http://localhost:3000");
        }

        @Test
        void errorOfAFaultIsReadableByTheAllowedPage(ApiClient api) {
            api.addFault("{'when': 'after', 'effect': {'type': 'status', 'status': 500}}");

            ApiResponse response = api.refreshOf("instant")
                    .header("Origin", "http://localhost:3000")
                    .assertStatus(500);
            assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo("http://localhost:3000");
            assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
        }

        @Test
        void ownPagesBehindAnUnknownProxyMayCall(ApiClient api) {
            CrossSiteHttpTests.fromBrowser("same-origin", "cors", "empty", api.refreshOf("instant"))
                    .header("Origin", "https://proxy.example")
                    .assertOk();
        }

        @ParameterizedTest
        @ValueSource(strings = {"null", "http://localhost:4000", "http://localhost:3000.evil.example"})
        void otherPagesAreRejected(String origin, ApiClient api) {
            CrossSiteHttpTests.fromBrowser("cross-site", "cors", "empty", api.refreshOf("stuck"))
                    .header("Origin", origin)
                    .assertError(403, null, CrossSiteHttpTests.FOREIGN_ORIGIN);
        }

        @Test
        void imageWithoutOriginIsRejected(ApiClient api) {
            CrossSiteHttpTests.fromBrowser("same-site", "no-cors", "image", api.get("/api/v1/connections"))
                    .assertError(403, null, CrossSiteHttpTests.FOREIGN_PAGE);
        }
    }

    /** A server that allows all origins. */
    @Nested
    @HttpTest(properties = "wdata-mock.cors.origins=*")
    class WithEveryOrigin {

        @Test
        void everyPageMayCall(ApiClient api) {
            CrossSiteHttpTests.fromBrowser("cross-site", "cors", "empty", api.refreshOf("instant"))
                    .header("Origin", "null")
                    .assertOk();
            CrossSiteHttpTests.fromBrowser("cross-site", "no-cors", "image", api.get("/api/v1/connections"))
                    .assertOk();
        }
    }

    /** A server behind a trusted proxy. */
    @Nested
    @HttpTest(
            properties = {"server.forward-headers-strategy=framework", "wdata-mock.cors.origins=http://localhost:3000"})
    class BehindAProxy {

        @Test
        void originOfTheProxyIsAllowed(ApiClient api) {
            api.refreshOf("instant")
                    .header("X-Forwarded-Proto", "https")
                    .header("X-Forwarded-Host", "mock.test")
                    .header("Origin", "https://mock.test")
                    .assertOk();
        }

        @Test
        void otherOriginsAreRejected(ApiClient api) {
            api.refreshOf("stuck")
                    .header("X-Forwarded-Proto", "https")
                    .header("X-Forwarded-Host", "mock.test")
                    .header("Origin", "http://mock.test")
                    .assertError(403, null, CrossSiteHttpTests.FOREIGN_ORIGIN);
        }
    }
}
