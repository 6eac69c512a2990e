package io.wdatamock.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.Answer;
import io.wdatamock.http.Api;
import io.wdatamock.http.HttpTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a request to the control API before its content is looked at. */
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
    void aMethodThatAPathDoesNotHaveIsRefused(String method, String path, String allowed, Api api) {
        ControlApi control = new ControlApi(api);

        Answer answer = control.assertRefuses(
                control.request(method, path),
                405,
                null,
                "The method was %s, but this path allows only %s".formatted(method, allowed));

        assertThat(answer.header("Allow")).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nowhere", "/settings/", "/connections/a/b", "/connections/../settings"})
    void aPathThatThereIsNotIsRefused(String path, Api api) {
        ControlApi control = new ControlApi(api);

        control.assertRefuses(
                control.request("GET", path),
                404,
                null,
                "There is no route GET /sandbox/%s/__mock%s; the OpenAPI document at /v3/api-docs/mock lists those there are"
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
    void anAnswerThatNobodyTakesIsRefusedBeforeAnythingHappens(String method, String path, Api api) {
        ControlApi control = new ControlApi(api);
        api.refresh("stuck");
        String body = path.equals("/faults")
                ? "{\"effect\": {\"type\": \"hold\"}}"
                : path.endsWith("advance") ? "{\"by\": \"PT1S\"}" : "{\"auth\": \"off\"}";

        control.assertRefuses(
                control.request(method, path).header("Accept", "text/html").body(path.endsWith("new") ? "{}" : body),
                406,
                null,
                "The Accept header was \"text/html\", but answers are application/json only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "application/*", "text/html, */*;q=0.1"})
    void whoTakesJsonGetsIt(String accept, Api api) {
        Answer answer = new ControlApi(api)
                .request("GET", "/settings")
                .header("Accept", accept)
                .send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void whatHasNoAnswerIsDoneWhateverIsTaken(Api api) {
        assertThat(new ControlApi(api)
                        .request("POST", "/reset")
                        .header("Accept", "text/html")
                        .send()
                        .status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/reset?hard=true", "/clock/advance?by=PT1S", "/faults?effect=hold"})
    void aQueryThatNobodyKnowsIsRefused(String path, Api api) {
        ControlApi control = new ControlApi(api);
        String name = path.replaceAll(".*\\?|=.*", "");

        control.assertRefuses(
                control.request("POST", path).body("{\"by\": \"PT1S\"}"),
                400,
                name,
                name + " is not a known query parameter; there is none");
    }

    @Test
    void aBodyOverTheLimitIsRefused(Api api) {
        ControlApi control = new ControlApi(api);
        byte[] large = new byte[10_485_761];
        String message = "The body is larger than the limit of 10485760 bytes; send a smaller one";

        control.assertRefuses(control.request("PUT", "/settings").body(large), 413, null, message);
        control.assertRefuses(control.request("PUT", "/connections/c").chunked(large), 413, null, message);
    }

    @Test
    void aBodyThatIsNotUtf8IsRefused(Api api) {
        ControlApi control = new ControlApi(api);

        control.assertRefuses(
                control.request("PUT", "/connections/c").body(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}),
                400,
                null,
                "The body is not UTF-8, which JSON has to be");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%5F_mock/settings", "/__mock;v=1/settings", "/__mock/settings;v=1"})
    void aPathMayBeSpeltInOtherWays(String path, Api api) {
        assertThat(api.get(path).send().text())
                .isEqualTo(new ControlApi(api).get("/settings").text());
    }

    @Test
    void aNameThatNoSandboxMayHaveIsRefused(Api api) {
        Answer answer = api.outside("GET", "/sandbox/-/__mock/settings").send();

        ControlApi.assertProblem(
                answer,
                400,
                "sandbox",
                "The sandbox name was \"-\", but must be 1 to 64 of letters, digits, '.', '_' and '-', the first a letter"
                        + " or digit");
    }

    @Test
    void whatTheContainerRefusesIsAProblemToo(Api api) {
        Answer answer = new ControlApi(api).get("/connections/a%2Fb");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.at("/title")).isEqualTo("Bad Request");
    }

    @Test
    void theControlApiIsNeitherJournalledNorLimitedNorFaulty(Api api) {
        ControlApi control = new ControlApi(api);
        control.put("/settings", "{\"auth\": \"issued\", \"rateLimit\": 1}");
        control.post("/faults", "{\"effect\": {\"type\": \"status\", \"status\": 418}}");

        for (int i = 0; i < 5; i++) {
            assertThat(control.request("GET", "/connections")
                            .without("Authorization")
                            .send()
                            .status())
                    .isEqualTo(200);
        }

        assertThat(control.get("/requests").text()).isEqualTo("{\"requests\":[],\"total\":0,\"evicted\":0}");
    }
}
