package io.wdatamock.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiRequest;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.HttpTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The token endpoints (RFC 6749). */
@HttpTest
class TokenEndpointHttpTests {

    private static final String OLDER = "/iam/v1/oauth2/token";
    private static final String JSON =
            "{\"grant_type\": \"client_credentials\", \"client_id\": \"me\", \"client_secret\": \"s\"}";
    private static final String GOOD = "grant_type=client_credentials&client_id=me&client_secret=s";

    @ParameterizedTest
    @ValueSource(strings = {"/oauth2/token", "/iam/v1/oauth2/token"})
    void bothEndpointsIssueTokens(String path, ApiClient api) {
        ApiResponse response =
                api.post(path).form(GOOD).without("Authorization").assertStatus(200);
        assertThat(response.header("Content-Type")).isEqualTo("application/json");
        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
        assertThat(response.header("Pragma")).isEqualTo("no-cache");
        assertThat(response.text())
                .matches("\\{\"access_token\":\"[A-Za-z0-9._-]+\",\"token_type\":\"bearer\",\"expires_in\":600,"
                        + "\"scope\":\"wdata\"}");
    }

    @Test
    void everyTokenIsAnother(ApiClient api) {
        assertThat(api.token(GOOD).at("/access_token"))
                .isNotEqualTo(api.token(GOOD).at("/access_token"));
    }

    @Test
    void theScopeAskedForIsGranted(ApiClient api) {
        ApiResponse response = api.token(GOOD + "&scope=wdata%3Aread+wdata%3Awrite");

        assertThat(response.at("/scope")).isEqualTo("wdata:read wdata:write");
    }

    @Test
    void aFormMayNameItsCharset(ApiClient api) {
        api.post("/oauth2/token")
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .body(GOOD)
                .without("Authorization")
                .assertStatus(200);
    }

    @Test
    void unknownAndEmptyFieldsAreIgnored(ApiClient api) {
        api.token(GOOD + "&audience=x&scope=&resource&&client_id=").assertStatus(200);
    }

    @ParameterizedTest
    @CsvSource({"me, secret, me", "me, with:colon, me", "a%3Ab, %20%2B, a:b", "jos%C3%A9, s, josé"})
    void theClientMayAuthenticateByHttpBasic(String id, String secret, String client, ApiClient api) {
        ApiResponse response =
                basic("grant_type=client_credentials", id + ":" + secret, api).assertStatus(200);
        assertThat(api.refreshOf("instant")
                        .token(response.at("/access_token"))
                        .send()
                        .at("/body/createdBy"))
                .isEqualTo(client);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            client_id=me&client_secret=s | invalid_request | grant_type is missing, but must be client_credentials
            '' | invalid_request | grant_type is missing, but must be client_credentials
            grant_type=&client_id=me&client_secret=s | invalid_request | grant_type is missing, but must be client_credentials
            grant_type=client_credentials&grant_type=client_credentials | invalid_request | grant_type was given several times; once is right
            grant_type=client_credentials&client_id=a&client_id=b | invalid_request | client_id was given several times; once is right
            grant_type=%zz | invalid_request | The body is not form-encoded: two hexadecimal digits must follow each %
            grant_type=password&username=me&password=s | unsupported_grant_type | grant_type was 'password', but must be client_credentials
            grant_type=CLIENT_CREDENTIALS&client_id=me&client_secret=s | unsupported_grant_type | grant_type was 'CLIENT_CREDENTIALS', but must be client_credentials
            grant_type=refresh_token | unsupported_grant_type | grant_type was 'refresh_token', but must be client_credentials
            """)
    void aRequestThatIsNoneIsRefusedWith400(String form, String error, String description, ApiClient api) {
        ApiResponse response = api.token(form);

        assertRefused(response, 400, error, description);
        assertThat(response.header("WWW-Authenticate")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "grant_type=client_credentials, client_id",
        "grant_type=client_credentials&client_id=&client_secret=s, client_id",
        "grant_type=client_credentials&client_secret=s, client_id",
        "grant_type=client_credentials&client_id=me, client_secret",
        "grant_type=client_credentials&client_id=me&client_secret=, client_secret",
    })
    void aClientThatDoesNotAuthenticateIsRefusedWith401(String form, String missing, ApiClient api) {
        ApiResponse response = api.token(form);

        assertRefused(
                response, 401, "invalid_client", missing + " is missing; send it in the form, or both by HTTP Basic");
        assertThat(response.header("WWW-Authenticate")).isEqualTo("Basic realm=\"wdata-mock\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic ", "Basic ***", "Basic bm9jb2xvbg==", "Basic OnNlY3JldA=="})
    void credentialsThatAreNotHttpBasicAreRefusedWith401(String authorization, ApiClient api) {
        ApiResponse response = token("grant_type=client_credentials", api)
                .header("Authorization", authorization)
                .assertStatus(401);
        assertThat(response.at("/error")).isEqualTo("invalid_client");
        assertThat(response.header("WWW-Authenticate")).isEqualTo("Basic realm=\"wdata-mock\"");
    }

    @Test
    void aClientAuthenticatesOnce(ApiClient api) {
        assertRefused(
                basic(GOOD, "me:s", api),
                400,
                "invalid_request",
                "The client authenticates in the form and in the header; it must do it once");
    }

    @Test
    void otherAuthorizationSchemesAreIgnored(ApiClient api) {
        token(GOOD, api).header("Authorization", "Bearer old").assertStatus(200);
    }

    @Test
    void invalidSandboxNameIsAnInvalidRequest(ApiClient api) {
        ApiResponse response =
                api.root().post("/sandbox/-/oauth2/token").form(GOOD).send();

        assertRefused(
                response,
                400,
                "invalid_request",
                "The sandbox name was '-', but must be 1 to 64 of letters, digits, '.', '_' and '-', "
                        + "the first a letter or digit");
    }

    @Test
    void aFormOverTheLimitIsRefusedWith413(ApiClient api) {
        byte[] large = ("a=" + "x".repeat(10_485_759)).getBytes(StandardCharsets.US_ASCII);

        ApiResponse response = api.post("/oauth2/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .chunked(large)
                .send();

        assertRefused(
                response,
                413,
                "invalid_request",
                "The body is larger than the limit of 10485760 bytes; send a smaller one");
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid_request",
        "403, invalid_request",
        "429, temporarily_unavailable",
        "500, server_error",
        "503, temporarily_unavailable"
    })
    void faultHasTheShapeOfTheEndpoint(int status, String error, ApiClient api) {
        api.addFault(
                "{'operation': 'issueToken', 'times': 1, 'effect': {'type': 'status', 'status': %d, 'message': 'm'}}"
                        .formatted(status));

        assertRefused(api.token(GOOD), status, error, "m");
        api.token(GOOD).assertStatus(200);
    }

    @Test
    void theRateLimitIsNotForTokens(ApiClient api) {
        api.changeSettings("{'rateLimit': 1}");
        api.list("").assertOk();

        api.token(GOOD).assertStatus(200);
        api.token(GOOD).assertStatus(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth2/token", "/iam/v1/oauth2/token"})
    void aTokenMayBeAskedForInJsonWhichIsNoted(String path, ApiClient api) {
        ApiResponse response =
                api.post(path).json(JSON).without("Authorization").assertStatus(200);
        assertThat(response.notes())
                .containsExactly("The token was requested in JSON, which was accepted in place of a form");
        assertThat(api.refreshOf("instant")
                        .token(response.at("/access_token"))
                        .send()
                        .at("/body/createdBy"))
                .isEqualTo("me");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth2/token", "/iam/v1/oauth2/token"})
    void strictValidationAcceptsFormsOnly(String path, ApiClient api) {
        api.changeSettings("{'validation': 'strict'}");

        assertRefused(
                api.post(path).json(JSON).without("Authorization").send(),
                415,
                "invalid_request",
                "The Content-Type was 'application/json', but must be application/x-www-form-urlencoded");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            []                                          | The body must be a JSON object, each of whose names comes once
            {"grant_type"                               | The body must be a JSON object, each of whose names comes once
            {"client_id": "a", "client_id": "b"}        | The body must be a JSON object, each of whose names comes once
            {"grant_type": 1}                           | grant_type was NUMBER, but must be a string
            {"grant_type": null}                        | grant_type is missing, but must be client_credentials
            """)
    void invalidJsonIsRejectedWith400(String json, String message, ApiClient api) {
        assertRefused(
                api.post("/oauth2/token").json(json).without("Authorization").send(), 400, "invalid_request", message);
    }

    @Test
    void theOlderEndpointSaysThatItIsDeprecatedInEveryAnswer(ApiClient api) {
        ApiResponse issued = api.post(OLDER).form(GOOD).send();
        ApiResponse refused = api.post(OLDER).form("grant_type=x").send();
        ApiResponse wrongMethod = api.get(OLDER).send();
        ApiResponse noSandbox =
                api.root().post("/sandbox/-/" + OLDER.substring(1)).form(GOOD).send();

        assertThat(Stream.of(issued, refused, wrongMethod, noSandbox).map(ApiResponse::status))
                .containsExactly(200, 400, 405, 400);
        assertThat(List.of(issued, refused, wrongMethod, noSandbox)).allSatisfy(response -> {
            assertThat(response.header("Deprecation")).isEqualTo("@1770854400");
            assertThat(response.header("Sunset")).isEqualTo("Wed, 31 Jan 2029 00:00:00 GMT");
        });
        assertThat(api.token(GOOD).headers().firstValue("Deprecation")).isEmpty();
    }

    private static ApiRequest token(String form, ApiClient api) {
        return api.post("/oauth2/token").without("Authorization").form(form);
    }

    private static ApiResponse basic(String form, String credentials, ApiClient api) {
        String encoded = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        return token(form, api).header("Authorization", "Basic " + encoded).send();
    }

    private static void assertRefused(ApiResponse response, int status, String error, String description) {
        assertThat(response.text())
                .isEqualTo("{\"error\":\"%s\",\"error_description\":\"%s\"}".formatted(error, description));
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.header("Content-Type")).isEqualTo("application/json");
    }
}
