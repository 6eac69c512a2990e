package io.wdatamock.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.HttpTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Selection of a sandbox by path or header, and isolation between sandboxes. */
@HttpTest
class SandboxHttpTests {

    private static final String HEADER = "X-Wdata-Mock-Sandbox";
    private static final String RULE = "1 to 64 of letters, digits, '.', '_' and '-', the first a letter or digit";

    @ParameterizedTest
    @ValueSource(strings = {"", "/s/wdata/prep"})
    void pathAndHeaderNameTheSameSandbox(String base, ApiClient api) {
        String status = base + "/api/v1/connections/stuck/status";
        String jobId = api.refresh("stuck").assertOk().at("/body/jobId");

        ApiResponse byPath = api.get(status).assertOk();
        ApiResponse byHeader =
                api.root().get(status).header(HEADER, api.sandbox()).assertOk();
        ApiResponse byBoth = api.get(status).header(HEADER, api.sandbox()).assertOk();
        ApiResponse byTwoHeaders = api.root()
                .get(status)
                .header(HEADER, api.sandbox())
                .header(HEADER, api.sandbox())
                .send();

        assertThat(byPath.at("/body/jobId")).isEqualTo(jobId);
        assertThat(byHeader.text()).isEqualTo(byPath.text());
        assertThat(byBoth.text()).isEqualTo(byPath.text());
        assertThat(byTwoHeaders.text()).isEqualTo(byPath.text());
    }

    @Test
    void conflictingPathAndHeaderAreRejected(ApiClient api) {
        api.get("/api/v1/connections")
                .header(HEADER, "another")
                .assertError(400, HEADER, disagreement(api.sandbox() + ", another"));
        api.root()
                .get("/sandbox/default/api/v1/connections")
                .header(HEADER, "another")
                .assertError(400, HEADER, disagreement("default, another"));
        api.root()
                .get("/api/v1/connections")
                .header(HEADER, "one")
                .header(HEADER, "another")
                .assertError(400, HEADER, disagreement("one, another"));
    }

    @Test
    void controlApiReportsTheConflictAsProblemDetails(ApiClient api) {
        ApiResponse response =
                api.get("/__mock/clock").header(HEADER, "another").assertStatus(400);
        assertThat(response.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(response.at("/title")).isEqualTo("Bad Request");
        assertThat(response.at("/detail")).isEqualTo(disagreement(api.sandbox() + ", another"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "0",
                "ci-42",
                "A.b_C-9",
                "x...",
                "1234567890123456789012345678901234567890123456789012345678901234"
            })
    void namesThatFollowTheRuleAreAllowed(String name, ApiClient api) {
        api.root().get("/sandbox/" + name + "/api/v1/connections").assertOk();
        api.root().get("/api/v1/connections").header(HEADER, name).assertOk();
    }

    @ParameterizedTest
    @CsvSource({
        "-a, -a",
        "_, _",
        ".a, .a",
        "a%20b, a b",
        "caf%C3%A9, café",
        "a+b, a+b",
        "a:b, a:b",
        "12345678901234567890123456789012345678901234567890123456789012345, "
                + "12345678901234567890123456789012345678901234567890123456789012345"
    })
    void otherNamesAreRejectedInPaths(String segment, String name, ApiClient api) {
        api.root()
                .get("/sandbox/" + segment + "/api/v1/connections")
                .assertError(400, "sandbox", "The sandbox name was \"%s\", but must be %s".formatted(name, RULE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-a", ".a", "a b", "a,b", "a/b", ""})
    void otherNamesAreRejectedInHeaders(String name, ApiClient api) {
        api.root()
                .get("/api/v1/connections")
                .header(HEADER, name)
                .assertError(400, "sandbox", "The sandbox name was \"%s\", but must be %s".formatted(name, RULE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sandbox/", "/sandbox//api/v1/connections"})
    void emptyNameIsRejected(String path, ApiClient api) {
        api.root().get(path).assertError(400, "sandbox", "The sandbox name was \"\", but must be " + RULE);
    }

    @Test
    void requestsWithoutANameUseTheDefaultSandbox(ApiClient api) {
        api.in("default").saveConnection("{'connectionId': 'only-in-default'}");
        String path = "/api/v1/connections/only-in-default";

        api.root().get(path).assertOk();
        api.root().get("/s/wdata/prep" + path).assertOk();
        api.root().get("/sandbox/default" + path).assertOk();
        api.root().get(path).header(HEADER, "default").assertOk();
        api.get(path).assertStatus(404);
    }

    @Test
    void sandboxesAreIsolated(ApiClient api) {
        ApiClient other = api.in(api.sandbox() + "-other");

        String jobId = api.refresh("stuck").assertOk().at("/body/jobId");
        String batchId = api.batch("[{'connectionId': 'instant'}]").at("/body/batchRefreshId");
        api.addFault("{'effect': {'type': 'status', 'status': 418}}");
        api.changeSettings("{'validation': 'strict'}");

        other.status("stuck").assertStatus(404);
        other.status("stuck", jobId).assertStatus(404);
        other.batchStatus(batchId).assertStatus(404);
        other.refresh("stuck").assertOk();
    }

    @Test
    void sameRequestsGiveTheSameIdsInEverySandbox(ApiClient api) {
        ApiClient other = api.in(api.sandbox() + "-other");

        for (int i = 0; i < 3; i++) {
            assertThat(api.refresh("instant").text())
                    .isEqualTo(other.refresh("instant").text());
            assertThat(api.batch("[{'connectionId': 'instant'}]").text())
                    .isEqualTo(other.batch("[{'connectionId': 'instant'}]").text());
        }
    }

    @Test
    void requestsOfOneKindDoNotChangeTheIdsOfAnother(ApiClient api) {
        ApiClient other = api.in(api.sandbox() + "-other");
        other.token("grant_type=client_credentials&client_id=me&client_secret=s");
        other.list("").assertOk();
        other.refresh("nobody");

        assertThat(api.refresh("instant").text())
                .isEqualTo(other.refresh("instant").text());
    }

    @Test
    void tokenEndpointsBelongToTheirSandbox(ApiClient api) {
        api.changeSettings("{'auth': 'issued'}");
        String token = api.root()
                .post("/iam/v1/oauth2/token")
                .header(HEADER, api.sandbox())
                .form("grant_type=client_credentials&client_id=me&client_secret=s")
                .send()
                .at("/access_token");

        api.get("/s/wdata/prep/api/v1/connections").token(token).assertOk();
    }

    private static String disagreement(String names) {
        return "The request names several sandboxes, %s; path and header X-Wdata-Mock-Sandbox must name the same one"
                .formatted(names);
    }
}
