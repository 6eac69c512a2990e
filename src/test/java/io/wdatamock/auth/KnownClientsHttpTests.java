package io.wdatamock.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.HttpTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server with configured clients and other settings that are not the defaults. */
@HttpTest(
        properties = {
            "wdata-mock.auth.mode=issued",
            "wdata-mock.auth.clients[0].id=nightly",
            "wdata-mock.auth.clients[0].secret=s-1",
            "wdata-mock.auth.clients[1].id=daily",
            "wdata-mock.auth.clients[1].secret=s-2",
            "wdata-mock.validation=strict",
            "wdata-mock.overlap=allow",
            "wdata-mock.rate-limit=2",
            "wdata-mock.random-seed=7",
            "wdata-mock.max-body=1KB",
            "wdata-mock.default-script.outcome=fail_source",
            "wdata-mock.default-script.error=Event by the settings",
            "wdata-mock.default-script.pacing.queued=0s",
            "wdata-mock.default-script.pacing.source=0s",
        })
class KnownClientsHttpTests {

    @ParameterizedTest
    @CsvSource({"nightly, s-1", "daily, s-2"})
    void clientsInTheListGetTokens(String id, String secret, ApiClient api) {
        ApiResponse token = token(id, secret, api).assertStatus(200);
        api.get("/api/v1/connections").token(token.at("/access_token")).assertOk();
    }

    @ParameterizedTest
    @CsvSource({"weekly, s-1", "nightly, s-2", "Nightly, s-1", "nightly, s-1x"})
    void othersAreRefusedWith401(String id, String secret, ApiClient api) {
        ApiResponse response = token(id, secret, api).assertStatus(401);
        assertThat(response.header("WWW-Authenticate")).isEqualTo("Basic realm=\"wdata-mock\"");
        assertThat(response.text()).isEqualTo("""
                        {"error":"invalid_client","error_description":"Client '%s' is unknown or its secret is wrong; \
                        wdata-mock.auth.clients lists the known clients"}""".formatted(id));
    }

    @Test
    void theSettingsHoldForEverySandbox(ApiClient api) {
        String token = token("nightly", "s-1", api).at("/access_token");
        api.saveConnection("{'connectionId': 'c'}");

        ApiResponse run = api.refreshOf("c").json("{}").token(token).send();
        assertThat(run.at("/body/error")).isEqualTo("Event by the settings");
        api.refreshOf("c").token(token).assertError(400, null, "The body is empty; send a JSON document");
        api.refreshOf("c").json("{}").token(token).assertStatus(429);
        api.list("").assertStatus(401);
    }

    @Test
    void anotherRandomSeedGivesOtherIds(ApiClient api) {
        String token = token("nightly", "s-1", api).at("/access_token");

        String jobId = api.refreshOf("instant").json("{}").token(token).send().at("/body/jobId");

        assertThat(jobId).isNotEqualTo("a69d2f9d-69c2-4874-85b1-507d5a7f0f5e");
    }

    @Test
    void theLengthOfABodyIsLimitedAsConfigured(ApiClient api) {
        String token = token("nightly", "s-1", api).at("/access_token");

        api.refreshOf("instant").json("{}" + " ".repeat(1022)).token(token).assertOk();
        api.refreshOf("instant")
                .json("{}" + " ".repeat(1023))
                .token(token)
                .assertError(413, null, "The body is larger than the limit of 1024 bytes; send a smaller one");
    }

    private static ApiResponse token(String id, String secret, ApiClient api) {
        return api.token("grant_type=client_credentials&client_id=" + id + "&client_secret=" + secret);
    }
}
