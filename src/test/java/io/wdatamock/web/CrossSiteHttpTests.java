package io.wdatamock.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.Answer;
import io.wdatamock.http.Api;
import io.wdatamock.http.HttpTest;
import io.wdatamock.http.Request;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that browsers send for pages of other origins are refused before they reach a sandbox. */
@HttpTest
class CrossSiteHttpTests {

    private static final String FOREIGN_ORIGIN =
            "The request's Origin is not among those that wdata-mock.cors.origins allows";
    private static final String FOREIGN_PAGE =
            "The request came from a page of another origin, which wdata-mock.cors.origins does not allow";

    @Test
    void pageOfAnotherSiteCannotResetTheSandbox(Api api) {
        api.refresh("stuck").assertOk();

        Answer answer = fromBrowser("cross-site", "no-cors", "empty", api.post("/__mock/reset"))
                .header("Origin", "https://evil.example")
                .without("Authorization")
                .send();

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).isEqualTo("""
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
    void everyPathRefusesPagesOfOtherOriginsInItsShape(String method, String path, String type, Api api) {
        for (String site : new String[] {"cross-site", "same-site"}) {
            Answer answer = fromBrowser(site, "no-cors", "empty", api.request(method, path))
                    .send();

            assertThat(answer.status()).as(site).isEqualTo(403);
            assertThat(answer.header("Content-Type")).isEqualTo(type);
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.text()).contains(FOREIGN_PAGE);
        }
    }

    @Test
    void imageOnAForeignPageCreatesNoSandbox(Api api) {
        String fresh = api.sandbox() + "-never-made";

        fromBrowser("cross-site", "no-cors", "image", api.outside("GET", "/sandbox/" + fresh + "/api/v1/connections"))
                .send()
                .assertRefused(403, null, FOREIGN_PAGE);
        assertThat(fromBrowser("cross-site", "no-cors", "image", api.outside("GET", "/sandbox/" + fresh + "-2/"))
                        .send()
                        .status())
                .isEqualTo(403);

        assertThat(liveSandboxes(api)).doesNotContain(fresh);
    }

    @Test
    void refusedRequestIsNotInTheJournal(Api api) {
        fromBrowser("cross-site", "no-cors", "empty", api.refreshOf("stuck")).send();

        assertThat(api.get("/__mock/requests").send().at("/total")).isEqualTo("0");
    }

    @Test
    void tokenEndpointRefusesInItsOwnShape(Api api) {
        Answer answer = fromBrowser("cross-site", "navigate", "document", api.post("/oauth2/token"))
                .header("Origin", "null")
                .form("grant_type=client_credentials")
                .send();

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text())
                .isEqualTo("{\"error\":\"invalid_request\",\"error_description\":\"%s\"}".formatted(FOREIGN_ORIGIN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-origin", "none"})
    void ownPagesAndThePersonAtTheBrowserMayCall(String site, Api api) {
        fromBrowser(site, "cors", "empty", api.refreshOf("instant")).send().assertOk();
        // What a proxy shows under another origin, the browser alone knows to be the same.
        fromBrowser(site, "cors", "empty", api.refreshOf("instant"))
                .header("Origin", "https://proxy.example")
                .send()
                .assertOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-origin", "", "Same-Origin"})
    void unknownMarkCountsAsForeign(String site, Api api) {
        fromBrowser(site, "cors", "empty", api.refreshOf("stuck")).send().assertRefused(403, null, FOREIGN_PAGE);
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
    void linkToAnOwnPageWorksFromEverywhere(String path, Api api) {
        Answer answer = fromBrowser("cross-site", "navigate", "document", api.outside("GET", path))
                .send();

        assertThat(answer.status()).isIn(200, 302);
    }

    @Test
    void linkToAnythingElseDoesNot(Api api) {
        fromBrowser("cross-site", "navigate", "document", api.get("/api/v1/connections"))
                .send()
                .assertRefused(403, null, FOREIGN_PAGE);
        assertThat(fromBrowser("cross-site", "navigate", "document", api.get("/__mock/requests"))
                        .send()
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"POST, document", "GET, iframe", "GET, frame", "GET, embed", "GET, object"})
    void formsAndFramesAreNoLinks(String method, String destination, Api api) {
        for (String path : new String[] {"/", "/swagger-ui/index.html", "/v3/api-docs/wdata"}) {
            Answer answer = fromBrowser("cross-site", "navigate", destination, api.outside(method, path))
                    .send();

            assertThat(answer.status()).as(path).isEqualTo(403);
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
    void withoutAMarkTheOriginMustBeTheServersOwn(String origin, Api api) {
        String sent = origin.replace("PORT", port(api));

        api.refreshOf("stuck").header("Origin", sent).send().assertRefused(403, null, FOREIGN_ORIGIN);
        assertThat(api.get("/__mock/clock").header("Origin", sent).send().status())
                .isEqualTo(403);
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
    void ownOriginIsThatOfTheHostThatWasAskedFor(String host, String origin, Api api) {
        api.refreshOf("instant")
                .header("Host", host.replace("PORT", port(api)))
                .header("Origin", origin.replace("PORT", port(api)))
                .send()
                .assertOk();
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:8080, http://localhost",
        "localhost, http://localhost:8080",
        "[::1]:8080, http://[::2]:8080",
        "localhost, https://localhost"
    })
    void otherPortsAndSchemesAreOtherOrigins(String host, String origin, Api api) {
        api.refreshOf("stuck")
                .header("Host", host)
                .header("Origin", origin)
                .send()
                .assertRefused(403, null, FOREIGN_ORIGIN);
    }

    @Test
    void preflightIsRefused(Api api) {
        fromBrowser("cross-site", "cors", "empty", api.request("OPTIONS", "/api/v1/connections/stuck/refresh"))
                .header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Private-Network", "true")
                .send()
                .assertRefused(403, null, FOREIGN_ORIGIN);
    }

    @Test
    void forwardedHeadersOfStrangersCountForNothing(Api api) {
        api.refreshOf("stuck")
                .header("Origin", "https://evil.example")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Proto", "https")
                .header("Forwarded", "host=evil.example;proto=https")
                .send()
                .assertRefused(403, null, FOREIGN_ORIGIN);
    }

    private static Request fromBrowser(String site, String mode, String destination, Request request) {
        return request.header("Sec-Fetch-Site", site)
                .header("Sec-Fetch-Mode", mode)
                .header("Sec-Fetch-Dest", destination);
    }

    private static String port(Api api) {
        return String.valueOf(api.host().getPort());
    }

    private static String liveSandboxes(Api api) {
        return api.outside("GET", "/__mock/sandboxes").send().text();
    }

    /** A server that one page may call. */
    @Nested
    @HttpTest(properties = "wdata-mock.cors.origins=http://localhost:3000")
    class WithAnAllowedOrigin {

        @ParameterizedTest
        @ValueSource(strings = {"cross-site", "same-site"})
        void thatPageMayCall(String site, Api api) {
            Answer answer = fromBrowser(site, "cors", "empty", api.refreshOf("instant"))
                    .header("Origin", "http://localhost:3000")
                    .send()
                    .assertOk();

            assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("http://localhost:3000");
        }

        @Test
        void itsPreflightIsAnswered(Api api) {
            Answer answer = fromBrowser(
                            "same-site", "cors", "empty", api.request("OPTIONS", "/api/v1/connections/stuck/refresh"))
                    .without("Authorization")
                    .header("Origin", "http://localhost:3000")
                    .header("Access-Control-Request-Method", "POST")
                    .send();

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("http://localhost:3000");
        }

        @Test
        void itReadsAnErrorThatAFaultPutInTheAnswersPlace(Api api) {
            api.fault("""
                    {"when": "after", "effect": {"type": "status", "status": 500}}""");

            Answer answer = api.refreshOf("instant")
                    .header("Origin", "http://localhost:3000")
                    .send();

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("http://localhost:3000");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        }

        @Test
        void ownPagesBehindAProxyThatTheServerKnowsNothingOfMayCallToo(Api api) {
            fromBrowser("same-origin", "cors", "empty", api.refreshOf("instant"))
                    .header("Origin", "https://proxy.example")
                    .send()
                    .assertOk();
        }

        @ParameterizedTest
        @ValueSource(strings = {"null", "http://localhost:4000", "http://localhost:3000.evil.example"})
        void othersMayNot(String origin, Api api) {
            fromBrowser("cross-site", "cors", "empty", api.refreshOf("stuck"))
                    .header("Origin", origin)
                    .send()
                    .assertRefused(403, null, FOREIGN_ORIGIN);
        }

        @Test
        void imageSaysNotWhosePageItIsOn(Api api) {
            fromBrowser("same-site", "no-cors", "image", api.get("/api/v1/connections"))
                    .send()
                    .assertRefused(403, null, FOREIGN_PAGE);
        }
    }

    /** A server that every page may call. */
    @Nested
    @HttpTest(properties = "wdata-mock.cors.origins=*")
    class WithEveryOrigin {

        @Test
        void everyPageMayCall(Api api) {
            fromBrowser("cross-site", "cors", "empty", api.refreshOf("instant"))
                    .header("Origin", "null")
                    .send()
                    .assertOk();
            fromBrowser("cross-site", "no-cors", "image", api.get("/api/v1/connections"))
                    .send()
                    .assertOk();
        }
    }

    /** A server behind a proxy that it trusts. */
    @Nested
    @HttpTest(
            properties = {"server.forward-headers-strategy=framework", "wdata-mock.cors.origins=http://localhost:3000"})
    class BehindAProxy {

        @Test
        void ownOriginIsThatOfTheProxy(Api api) {
            api.refreshOf("instant")
                    .header("X-Forwarded-Proto", "https")
                    .header("X-Forwarded-Host", "mock.test")
                    .header("Origin", "https://mock.test")
                    .send()
                    .assertOk();
        }

        @Test
        void othersAreForeign(Api api) {
            api.refreshOf("stuck")
                    .header("X-Forwarded-Proto", "https")
                    .header("X-Forwarded-Host", "mock.test")
                    .header("Origin", "http://mock.test")
                    .send()
                    .assertRefused(403, null, FOREIGN_ORIGIN);
        }
    }
}
