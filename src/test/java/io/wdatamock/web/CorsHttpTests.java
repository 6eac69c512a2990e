package io.wdatamock.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.Answer;
import io.wdatamock.http.Api;
import io.wdatamock.http.HttpTest;
import io.wdatamock.http.Request;
import org.junit.jupiter.api.Test;

/** A server that one web page may call. */
@HttpTest(properties = "wdata-mock.cors.origins=http://localhost:3000")
class CorsHttpTests {

    private static final String REFUSAL = "The request's Origin is not among those that wdata-mock.cors.origins allows";

    @Test
    void thePageMayCallAndSeeTheHeadersThatMatter(Api api) {
        Answer answer =
                from("http://localhost:3000", api.refreshOf("instant")).send().assertOk();

        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("http://localhost:3000");
        assertThat(answer.header("Access-Control-Expose-Headers"))
                .contains("Retry-After", "WWW-Authenticate", "X-Wdata-Mock-Note", "X-Wdata-Mock-Fault");
    }

    @Test
    void aPreflightIsAnsweredWithoutAToken(Api api) {
        Answer answer = preflight("http://localhost:3000", api);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("http://localhost:3000");
        assertThat(answer.header("Access-Control-Allow-Methods")).contains("POST");
        assertThat(answer.header("Access-Control-Allow-Headers")).contains("authorization", "x-wdata-mock-sandbox");
    }

    @Test
    void anErrorCanBeReadByThePageToo(Api api) {
        Answer answer = from("http://localhost:3000", api.refreshOf("nobody")).send();

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("http://localhost:3000");
    }

    @Test
    void otherPagesAreRefusedInTheShapeOfThePath(Api api) {
        from("http://localhost:4000", api.refreshOf("stuck")).send().assertRefused(403, null, REFUSAL);
        preflight("http://localhost:4000", api).assertRefused(403, null, REFUSAL);
        Answer token = from("http://localhost:4000", api.post("/oauth2/token")).send();
        Answer control = from("http://localhost:4000", api.get("/__mock/clock")).send();

        assertThat(token.text())
                .isEqualTo("{\"error\":\"invalid_request\",\"error_description\":\"%s\"}".formatted(REFUSAL));
        assertThat(control.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(api.status("stuck").status()).as("nothing was started").isEqualTo(404);
    }

    @Test
    void whoIsNoPageMayCallAsEver(Api api) {
        api.refresh("instant").assertOk();
    }

    private static Request from(String origin, Request request) {
        return request.header("Origin", origin);
    }

    private static Answer preflight(String origin, Api api) {
        return from(origin, api.request("OPTIONS", "/api/v1/connections/stuck/refresh"))
                .without("Authorization")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization, x-wdata-mock-sandbox")
                .send();
    }
}
