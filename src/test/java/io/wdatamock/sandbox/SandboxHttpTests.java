package io.wdatamock.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.Answer;
import io.wdatamock.http.Api;
import io.wdatamock.http.HttpTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a request names its sandbox, by path or by header, and what a sandbox shares with others: nothing. */
@HttpTest
class SandboxHttpTests {

    private static final String HEADER = "X-Wdata-Mock-Sandbox";
    private static final String RULE = "1 to 64 of letters, digits, '.', '_' and '-', the first a letter or digit";

    @ParameterizedTest
    @ValueSource(strings = {"", "/s/wdata/prep"})
    void pathAndHeaderNameTheSameSandbox(String base, Api api) {
        String status = base + "/api/v1/connections/stuck/status";
        String jobId = api.refresh("stuck").assertOk().at("/body/jobId");

        Answer byPath = api.get(status).send().assertOk();
        Answer byHeader =
                api.outside("GET", status).header(HEADER, api.sandbox()).send().assertOk();
        Answer byBoth = api.get(status).header(HEADER, api.sandbox()).send().assertOk();
        Answer byTwoHeaders = api.outside("GET", status)
                .header(HEADER, api.sandbox())
                .header(HEADER, api.sandbox())
                .send();

        assertThat(byPath.at("/body/jobId")).isEqualTo(jobId);
        assertThat(byHeader.text()).isEqualTo(byPath.text());
        assertThat(byBoth.text()).isEqualTo(byPath.text());
        assertThat(byTwoHeaders.text()).isEqualTo(byPath.text());
    }

    @Test
    void pathAndHeaderThatDisagreeAreRefused(Api api) {
        api.get("/api/v1/connections")
                .header(HEADER, "another")
                .send()
                .assertRefused(400, HEADER, disagreement(api.sandbox() + ", another"));
        api.outside("GET", "/sandbox/default/api/v1/connections")
                .header(HEADER, "another")
                .send()
                .assertRefused(400, HEADER, disagreement("default, another"));
        api.outside("GET", "/api/v1/connections")
                .header(HEADER, "one")
                .header(HEADER, "another")
                .send()
                .assertRefused(400, HEADER, disagreement("one, another"));
    }

    @Test
    void belowTheControlApiADisagreementIsAProblemDetail(Api api) {
        Answer answer = api.get("/__mock/clock").header(HEADER, "another").send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.at("/title")).isEqualTo("Bad Request");
        assertThat(answer.at("/detail")).isEqualTo(disagreement(api.sandbox() + ", another"));
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
    void namesThatFollowTheRuleAreAllowed(String name, Api api) {
        api.outside("GET", "/sandbox/" + name + "/api/v1/connections").send().assertOk();
        api.outside("GET", "/api/v1/connections").header(HEADER, name).send().assertOk();
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
    void otherNamesAreRefusedInPaths(String segment, String name, Api api) {
        api.outside("GET", "/sandbox/" + segment + "/api/v1/connections")
                .send()
                .assertRefused(400, "sandbox", "The sandbox name was \"%s\", but must be %s".formatted(name, RULE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-a", ".a", "a b", "a,b", "a/b", ""})
    void otherNamesAreRefusedInHeaders(String name, Api api) {
        api.outside("GET", "/api/v1/connections")
                .header(HEADER, name)
                .send()
                .assertRefused(400, "sandbox", "The sandbox name was \"%s\", but must be %s".formatted(name, RULE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sandbox/", "/sandbox//api/v1/connections"})
    void aNameIsNeverEmpty(String path, Api api) {
        api.outside("GET", path).send().assertRefused(400, "sandbox", "The sandbox name was \"\", but must be " + RULE);
    }

    @Test
    void theDefaultSandboxIsTheOneOfRequestsThatNameNone(Api api) {
        api.in("default").given("{\"connectionId\": \"only-in-default\"}");
        String path = "/api/v1/connections/only-in-default";

        api.outside("GET", path).send().assertOk();
        api.outside("GET", "/s/wdata/prep" + path).send().assertOk();
        api.outside("GET", "/sandbox/default" + path).send().assertOk();
        api.outside("GET", path).header(HEADER, "default").send().assertOk();
        assertThat(api.get(path).send().status()).isEqualTo(404);
    }

    @Test
    void whatHappensInOneSandboxStaysThere(Api api) {
        Api other = api.in(api.sandbox() + "-other");

        String jobId = api.refresh("stuck").assertOk().at("/body/jobId");
        String batchId = api.batch("[{\"connectionId\": \"instant\"}]").at("/body/batchRefreshId");
        api.fault("{\"effect\": {\"type\": \"status\", \"status\": 418}}");
        api.settings("{\"validation\": \"strict\"}");

        assertThat(other.status("stuck").status()).isEqualTo(404);
        assertThat(other.status("stuck", jobId).status()).isEqualTo(404);
        assertThat(other.batchStatus(batchId).status()).isEqualTo(404);
        other.refresh("stuck").assertOk();
    }

    @Test
    void theSameCallsGiveTheSameIdsInEverySandbox(Api api) {
        Api other = api.in(api.sandbox() + "-other");

        for (int i = 0; i < 3; i++) {
            assertThat(api.refresh("instant").text())
                    .isEqualTo(other.refresh("instant").text());
            assertThat(api.batch("[{\"connectionId\": \"instant\"}]").text())
                    .isEqualTo(other.batch("[{\"connectionId\": \"instant\"}]").text());
        }
    }

    @Test
    void callsOfOneKindDoNotChangeTheIdsOfAnother(Api api) {
        Api other = api.in(api.sandbox() + "-other");
        other.token("grant_type=client_credentials&client_id=me&client_secret=s");
        other.list("").assertOk();
        other.refresh("nobody");

        assertThat(api.refresh("instant").text())
                .isEqualTo(other.refresh("instant").text());
    }

    @Test
    void aSandboxIsABasePathForTokensToo(Api api) {
        api.settings("{\"auth\": \"issued\"}");
        String token = api.outside("POST", "/iam/v1/oauth2/token")
                .header(HEADER, api.sandbox())
                .form("grant_type=client_credentials&client_id=me&client_secret=s")
                .send()
                .at("/access_token");

        api.get("/s/wdata/prep/api/v1/connections").token(token).send().assertOk();
    }

    private static String disagreement(String names) {
        return "The request names several sandboxes, %s; path and header X-Wdata-Mock-Sandbox must name the same one"
                .formatted(names);
    }
}
