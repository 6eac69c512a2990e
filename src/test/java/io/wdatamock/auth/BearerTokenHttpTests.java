package io.wdatamock.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiRequest;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.HttpTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Authorization in each mode, and the user recorded for a run. */
@HttpTest
class BearerTokenHttpTests {

    private static final String MISSING = "There is no bearer token; send the header \"Authorization: Bearer <token>\"";

    @ParameterizedTest
    @CsvSource({
        "GET, ''",
        "GET, /instant",
        "POST, /instant/refresh",
        "GET, /instant/status",
        "POST, /batch/refresh",
        "GET, /batch/refresh/b"
    })
    void everyOperationWantsABearerToken(String method, String path, ApiClient api) {
        ApiResponse response = api.request(method, "/api/v1/connections" + path)
                .without("Authorization")
                .send();

        assertUnauthorized(response, MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer\t", "Basic Y2xpZW50OnNlY3JldA==", "Token x", "any"})
    void whatIsNoBearerTokenIsRefused(String authorization, ApiClient api) {
        ApiRequest request = api.get("/api/v1/connections").without("Authorization");

        assertUnauthorized(request.header("Authorization", authorization).send(), MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer x", "bearer x", "BEARER   x", "Bearer {access-token}", "Bearer a.b-c_d~e+f/g="})
    void anyTokenWillDoByDefault(String authorization, ApiClient api) {
        api.get("/api/v1/connections")
                .without("Authorization")
                .header("Authorization", authorization)
                .assertOk();
    }

    @Test
    void onlyIssuedTokensWillDoInModeIssued(ApiClient api) {
        api.changeSettings("{'auth': 'issued'}");
        String token = api.token("grant_type=client_credentials&client_id=me&client_secret=s")
                .at("/access_token");

        list(api).token(token).assertOk();
        assertUnauthorized(list(api).token("any").send(), notIssued(api));
        assertUnauthorized(list(api).token(token + "0").send(), notIssued(api));
        assertUnauthorized(list(api).without("Authorization").send(), MISSING);
    }

    @Test
    void aTokenExpiresTenMinutesLaterByTheClockOfItsSandbox(ApiClient api) {
        api.changeSettings("{'auth': 'issued'}");
        String token = api.token("grant_type=client_credentials&client_id=me&client_secret=s")
                .at("/access_token");

        api.advanceClock(Duration.ofMillis(599_999));
        list(api).token(token).assertOk();
        api.advanceClock(Duration.ofMillis(1));

        assertUnauthorized(
                list(api).token(token).send(),
                "The bearer token expired at 2026-06-01T12:10:00Z and it is 2026-06-01T12:10:00Z; "
                        + "request another from the token endpoint");
    }

    @Test
    void expiredTokenIsAcceptedInModeAny(ApiClient api) {
        String token = api.token("grant_type=client_credentials&client_id=me&client_secret=s")
                .at("/access_token");

        api.advanceClock(Duration.ofDays(1));

        list(api).token(token).assertOk();
    }

    @Test
    void tokenOfAnotherSandboxIsUnknown(ApiClient api) {
        api.changeSettings("{'auth': 'issued'}");
        ApiClient other = api.in(api.sandbox() + "-other");
        other.changeSettings("{'auth': 'issued'}");
        String form = "grant_type=client_credentials&client_id=me&client_secret=s";
        String token = api.token(form).at("/access_token");
        String othersToken = other.token(form).at("/access_token");

        assertThat(token).isNotEqualTo(othersToken);
        assertUnauthorized(list(api).token(othersToken).send(), notIssued(api));
        assertUnauthorized(list(other).token(token).send(), notIssued(other));
    }

    @Test
    void noTokenIsRequiredInModeOff(ApiClient api) {
        api.changeSettings("{'auth': 'off'}");

        list(api).without("Authorization").assertOk();
        list(api).token("any").assertOk();
        list(api).without("Authorization").header("Authorization", "Basic x").assertOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"any", "issued", "off"})
    void aRunIsCreatedByTheClientOfItsToken(String mode, ApiClient api) {
        api.changeSettings("{\"auth\": \"" + mode + "\"}");
        String token = api.token("grant_type=client_credentials&client_id=nightly+job&client_secret=s")
                .at("/access_token");

        ApiResponse run = api.refreshOf("instant").token(token).assertOk();
        ApiResponse batch = api.batchOf("[{'connectionId':'always-succeeds'}]", "")
                .token(token)
                .send();

        assertThat(run.at("/body/createdBy")).isEqualTo("nightly job");
        assertThat(batch.at("/body/createdBy")).isEqualTo("nightly job");
        assertThat(batch.at("/body/childRefreshes/0/createdBy")).isEqualTo("nightly job");
        ApiResponse connection =
                api.get("/api/v1/connections/instant").token(token).assertOk();
        assertThat(connection.at("/body/lastRunBy")).isEqualTo("nightly job");
        assertThat(connection.at("/body/lastRun/createdBy")).isEqualTo("nightly job");
    }

    @Test
    void runOfAnUnknownTokenIsCreatedByAnonymous(ApiClient api) {
        assertThat(api.refresh("instant").at("/body/createdBy")).isEqualTo("anonymous");
        assertThat(api.connection("instant").at("/body/lastRunBy")).isEqualTo("anonymous");
    }

    @Test
    void onlyTheNewestTenThousandTokensAreKept(ApiClient api) {
        api.changeSettings("{'auth': 'issued'}");
        String form = "grant_type=client_credentials&client_id=me&client_secret=s";
        String first = api.token(form).at("/access_token");
        String second = api.token(form).at("/access_token");
        api.atomically(state -> {
            for (int i = 0; i < 9_998; i++) {
                state.tokens().issue("me", "wdata", state.now(), Duration.ofMinutes(10));
            }
            return state;
        });
        list(api).token(first).assertOk();

        String newest = api.token(form).at("/access_token");

        assertUnauthorized(list(api).token(first).send(), notIssued(api));
        list(api).token(second).assertOk();
        list(api).token(newest).assertOk();
    }

    private static ApiRequest list(ApiClient api) {
        return api.get("/api/v1/connections");
    }

    private static String notIssued(ApiClient api) {
        return "The bearer token was not issued by sandbox \"%s\"; request one from its token endpoint"
                .formatted(api.sandbox());
    }

    private static void assertUnauthorized(ApiResponse response, String message) {
        response.assertError(401, null, message);
        assertThat(response.header("WWW-Authenticate")).isEqualTo("Bearer");
    }
}
