package io.wdatamock.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.ControlClient;
import io.wdatamock.http.HttpTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors of the control API that do not depend on the content. */
@HttpTest
class ControlErrorsTests {

    @ParameterizedTest
    @CsvSource({
        "POST, /settings, 'GET, PATCH, PUT'",
        "GET, /reset, POST",
        "DELETE, /settings, 'GET, PATCH, PUT'",
        "GET, /clock/advance, POST",
        "PUT, /runs, GET",
        "POST, /connections, GET",
        "GET, /connections/instant/advance, POST",
        "GET, /connections/instant/scripts, PUT",
        "PUT, /faults/x, DELETE",
        "GET, /requests/verify, POST"
    })
    void otherMethodsAreRejected(String method, String path, String allowed, ControlClient control) {
        ApiResponse response = control.assertRejects(
                control.request(method, path),
                405,
                null,
                "The method was %s, but this path allows only %s".formatted(method, allowed));

        assertThat(response.header("Allow")).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nowhere", "/settings/", "/connections/a/b", "/connections/../settings"})
    void unknownPathsAreRejected(String path, ApiClient api, ControlClient control) {
        control.assertRejects(
                control.request("GET", path),
                404,
                null,
                "There is no route GET /sandbox/%s/__mock%s; the OpenAPI document at /v3/api-docs/mock lists the existing ones"
                        .formatted(api.sandbox(), path));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /settings",
        "PUT, /settings",
        "POST, /faults",
        "PUT, /connections/new",
        "POST, /connections/stuck/advance",
        "POST, /clock/advance",
        "DELETE, /clock"
    })
    void unacceptableResponseIsRejectedBeforeAnyEffect(
            String method, String path, ApiClient api, ControlClient control) {
        api.refresh("stuck");
        String body = path.equals("/faults")
                ? "{\"effect\": {\"type\": \"hold\"}}"
                : path.endsWith("advance") ? "{\"by\": \"PT1S\"}" : "{\"auth\": \"off\"}";

        control.assertRejects(
                control.request(method, path).header("Accept", "text/html").body(path.endsWith("new") ? "{}" : body),
                406,
                null,
                "The Accept header was \"text/html\", but responses are application/json only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "application/*", "text/html, */*;q=0.1"})
    void acceptHeadersThatIncludeJsonAreAccepted(String accept, ApiClient api) {
        ApiResponse response = api.control()
                .request("GET", "/settings")
                .header("Accept", accept)
                .assertStatus(200);
        assertThat(response.header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void acceptIsIgnoredForEmptyResponses(ApiClient api) {
        api.control().request("POST", "/reset").header("Accept", "text/html").assertStatus(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/reset?hard=true", "/clock/advance?by=PT1S", "/faults?effect=hold"})
    void unknownQueryParametersAreRejected(String path, ControlClient control) {
        String name = path.replaceAll(".*\\?|=.*", "");

        control.assertRejects(
                control.request("POST", path).body("{\"by\": \"PT1S\"}"),
                400,
                name,
                name + " is not a known query parameter; there is none");
    }

    @Test
    void aBodyOverTheLimitIsRefused(ControlClient control) {
        byte[] large = new byte[10_485_761];
        String message = "The body is larger than the limit of 10485760 bytes; send a smaller one";

        control.assertRejects(control.request("PUT", "/settings").body(large), 413, null, message);
        control.assertRejects(control.request("PUT", "/connections/c").chunked(large), 413, null, message);
    }

    @Test
    void aBodyThatIsNotUtf8IsRefused(ControlClient control) {
        control.assertRejects(
                control.request("PUT", "/connections/c").body(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}),
                400,
                null,
                "The body is not UTF-8, which JSON has to be");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%5F_mock/settings", "/__mock;v=1/settings", "/__mock/settings;v=1"})
    void encodedPathsAndPathParametersAreAccepted(String path, ApiClient api) {
        assertThat(api.get(path).send().text())
                .isEqualTo(api.control().get("/settings").text());
    }

    @Test
    void invalidSandboxNameIsRejected(ApiClient api) {
        api.root()
                .get("/sandbox/-/__mock/settings")
                .send()
                .assertProblem(
                        400,
                        "sandbox",
                        "The sandbox name was \"-\", but must be 1 to 64 of letters, digits, '.', '_' and '-', the first a letter"
                                + " or digit");
    }

    @Test
    void errorsOfTomcatAreProblemDetails(ApiClient api) {
        ApiResponse response = api.control().get("/connections/a%2Fb").assertStatus(400);
        assertThat(response.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(response.at("/title")).isEqualTo("Bad Request");
    }

    @Test
    void controlApiIsNotJournaledLimitedOrFaulty(ControlClient control) {
        control.put("/settings", "{'auth': 'issued', 'rateLimit': 1}");
        control.post("/faults", "{'effect': {'type': 'status', 'status': 418}}");

        for (int i = 0; i < 5; i++) {
            control.request("GET", "/connections").without("Authorization").assertStatus(200);
        }

        assertThat(control.requests().text()).isEqualTo("{\"requests\":[],\"total\":0,\"evicted\":0}");
    }
}
