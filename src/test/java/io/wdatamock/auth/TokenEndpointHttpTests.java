package io.wdatamock.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.Answer;
import io.wdatamock.http.Api;
import io.wdatamock.http.HttpTest;
import io.wdatamock.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The token endpoints, by RFC 6749. */
@HttpTest
class TokenEndpointHttpTests {

    private static final String OLDER = "/iam/v1/oauth2/token";
    private static final String JSON =
            "{\"grant_type\": \"client_credentials\", \"client_id\": \"me\", \"client_secret\": \"s\"}";
    private static final String GOOD = "grant_type=client_credentials&client_id=me&client_secret=s";

    @ParameterizedTest
    @ValueSource(strings = {"/oauth2/token", "/iam/v1/oauth2/token"})
    void bothEndpointsIssueTokens(String path, Api api) {
        Answer answer = api.post(path).form(GOOD).without("Authorization").send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Pragma")).isEqualTo("no-cache");
        assertThat(answer.text())
                .matches("\\{\"access_token\":\"[A-Za-z0-9._-]+\",\"token_type\":\"bearer\",\"expires_in\":600,"
                        + "\"scope\":\"wdata\"}");
    }

    @Test
    void everyTokenIsAnother(Api api) {
        assertThat(api.token(GOOD).at("/access_token"))
                .isNotEqualTo(api.token(GOOD).at("/access_token"));
    }

    @Test
    void theScopeAskedForIsGranted(Api api) {
        Answer answer = api.token(GOOD + "&scope=wdata%3Aread+wdata%3Awrite");

        assertThat(answer.at("/scope")).isEqualTo("wdata:read wdata:write");
    }

    @Test
    void aFormMayNameItsCharset(Api api) {
        Answer answer = api.post("/oauth2/token")
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .body(GOOD)
                .without("Authorization")
                .send();

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void fieldsThatNobodyKnowsOrThatAreEmptyDoNotMatter(Api api) {
        assertThat(api.token(GOOD + "&audience=x&scope=&resource&&client_id=").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"me, secret, me", "me, with:colon, me", "a%3Ab, %20%2B, a:b", "jos%C3%A9, s, josé"})
    void theClientMayAuthenticateByHttpBasic(String id, String secret, String client, Api api) {
        Answer answer = basic("grant_type=client_credentials", id + ":" + secret, api);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(api.refreshOf("instant")
                        .token(answer.at("/access_token"))
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
    void aRequestThatIsNoneIsRefusedWith400(String form, String error, String description, Api api) {
        Answer answer = api.token(form);

        assertRefused(answer, 400, error, description);
        assertThat(answer.header("WWW-Authenticate")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "grant_type=client_credentials, client_id",
        "grant_type=client_credentials&client_id=&client_secret=s, client_id",
        "grant_type=client_credentials&client_secret=s, client_id",
        "grant_type=client_credentials&client_id=me, client_secret",
        "grant_type=client_credentials&client_id=me&client_secret=, client_secret",
    })
    void aClientThatDoesNotAuthenticateIsRefusedWith401(String form, String missing, Api api) {
        Answer answer = api.token(form);

        assertRefused(
                answer, 401, "invalid_client", missing + " is missing; send it in the form, or both by HTTP Basic");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Basic realm=\"wdata-mock\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic ", "Basic ***", "Basic bm9jb2xvbg==", "Basic OnNlY3JldA=="})
    void credentialsThatAreNotHttpBasicAreRefusedWith401(String authorization, Api api) {
        Answer answer = token("grant_type=client_credentials", api)
                .header("Authorization", authorization)
                .send();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.at("/error")).isEqualTo("invalid_client");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Basic realm=\"wdata-mock\"");
    }

    @Test
    void aClientAuthenticatesOnce(Api api) {
        assertRefused(
                basic(GOOD, "me:s", api),
                400,
                "invalid_request",
                "The client authenticates in the form and in the header; it must do it once");
    }

    @Test
    void anotherAuthorizationThanHttpBasicDoesNotMatter(Api api) {
        assertThat(token(GOOD, api).header("Authorization", "Bearer old").send().status())
                .isEqualTo(200);
    }

    @Test
    void aSandboxThatCannotBeIsAnInvalidRequest(Api api) {
        Answer answer =
                api.outside("POST", "/sandbox/-/oauth2/token").form(GOOD).send();

        assertRefused(
                answer,
                400,
                "invalid_request",
                "The sandbox name was '-', but must be 1 to 64 of letters, digits, '.', '_' and '-', "
                        + "the first a letter or digit");
    }

    @Test
    void aFormOverTheLimitIsRefusedWith413(Api api) {
        byte[] large = ("a=" + "x".repeat(10_485_759)).getBytes(StandardCharsets.US_ASCII);

        Answer answer = api.post("/oauth2/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .chunked(large)
                .send();

        assertRefused(
                answer,
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
    void aFaultAnswersInTheShapeOfTheEndpoint(int status, String error, Api api) {
        api.fault("""
                {"operation": "issueToken", "times": 1, "effect": {"type": "status", "status": %d, "message": "m"}}""".formatted(status));

        assertRefused(api.token(GOOD), status, error, "m");
        assertThat(api.token(GOOD).status()).isEqualTo(200);
    }

    @Test
    void theRateLimitIsNotForTokens(Api api) {
        api.settings("{\"rateLimit\": 1}");
        api.list("").assertOk();

        assertThat(api.token(GOOD).status()).isEqualTo(200);
        assertThat(api.token(GOOD).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth2/token", "/iam/v1/oauth2/token"})
    void aTokenMayBeAskedForInJsonWhichIsNoted(String path, Api api) {
        Answer answer = api.post(path).json(JSON).without("Authorization").send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.notes()).containsExactly("The token was asked for in JSON, which was read like a form");
        assertThat(api.refreshOf("instant")
                        .token(answer.at("/access_token"))
                        .send()
                        .at("/body/createdBy"))
                .isEqualTo("me");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth2/token", "/iam/v1/oauth2/token"})
    void strictValidationTakesFormsOnly(String path, Api api) {
        api.settings("{\"validation\": \"strict\"}");

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
    void jsonThatIsNoRequestIsRefusedWith400(String json, String message, Api api) {
        assertRefused(
                api.post("/oauth2/token").json(json).without("Authorization").send(), 400, "invalid_request", message);
    }

    @Test
    void theOlderEndpointSaysThatItIsDeprecatedInEveryAnswer(Api api) {
        Answer issued = api.post(OLDER).form(GOOD).send();
        Answer refused = api.post(OLDER).form("grant_type=x").send();
        Answer wrongMethod = api.get(OLDER).send();
        Answer noSandbox = api.outside("POST", "/sandbox/-/" + OLDER.substring(1))
                .form(GOOD)
                .send();

        assertThat(Stream.of(issued, refused, wrongMethod, noSandbox).map(Answer::status))
                .containsExactly(200, 400, 405, 400);
        assertThat(List.of(issued, refused, wrongMethod, noSandbox)).allSatisfy(answer -> {
            assertThat(answer.header("Deprecation")).isEqualTo("@1770854400");
            assertThat(answer.header("Sunset")).isEqualTo("Wed, 31 Jan 2029 00:00:00 GMT");
        });
        assertThat(api.token(GOOD).headers().firstValue("Deprecation")).isEmpty();
    }

    private static Request token(String form, Api api) {
        return api.post("/oauth2/token").without("Authorization").form(form);
    }

    private static Answer basic(String form, String credentials, Api api) {
        String encoded = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        return token(form, api).header("Authorization", "Basic " + encoded).send();
    }

    private static void assertRefused(Answer answer, int status, String error, String description) {
        assertThat(answer.text())
                .isEqualTo("{\"error\":\"%s\",\"error_description\":\"%s\"}".formatted(error, description));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    }
}
