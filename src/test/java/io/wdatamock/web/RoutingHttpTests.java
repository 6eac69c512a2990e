package io.wdatamock.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.HttpTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Unknown routes, methods and media types, with the error format of each part of the server. */
@HttpTest
class RoutingHttpTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1",
                "/api/v1/",
                "/api/v1/connection",
                "/api/v2/connections",
                "/api/v1/connections/",
                "/api/v1/connections/instant/",
                "/api/v1/connections/instant/refresh/",
                "/api/v1/connections/instant/other",
                "/api/v1/connections/batch/refresh/b/c",
                "/api/v1/Connections",
                "/s/wdata/prep",
                "/s/wdata/prep/oauth2/token",
                "/s/wdata/prep/s/wdata/prep/api/v1/connections",
                "/sandbox/a/api/v1/connections",
                "/error",
                "/favicon.ico",
                "/__mocks"
            })
    void anUnknownRouteIsNotFound(String path, ApiClient api) {
        String url = "/sandbox/" + api.sandbox() + path;

        api.get(path).assertError(404, null, noRoute("GET", url));
        api.post(path).assertError(404, null, noRoute("POST", url));
    }

    @Test
    void unknownRouteAndUnknownConnectionHaveDifferentMessages(ApiClient api) {
        api.get("/api/v1/nowhere")
                .assertError(404, null, noRoute("GET", "/sandbox/" + api.sandbox() + "/api/v1/nowhere"));
        api.connection("nowhere")
                .assertError(
                        404,
                        "connectionId",
                        "There is no connection \"nowhere\"; listConnections shows the existing ones");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%2Fb", "a%5Cb", "a%00b"})
    void anIdThatHidesASeparatorIsRefused(String connectionId, ApiClient api) {
        String path = "/sandbox/" + api.sandbox() + "/api/v1/connections/" + connectionId;

        api.connection(connectionId)
                .assertError(
                        400,
                        null,
                        "The path was \"%s\", but must begin with '/', be percent-encoded UTF-8, not lead above '/', and not encode '/', '\\' or a null"
                                .formatted(path));
    }

    @Test
    void longPathIsTruncatedInTheMessage(ApiClient api) {
        ApiResponse response = api.get("/" + "x".repeat(1000)).assertStatus(404);
        assertThat(response.at("/body")).hasSizeLessThan(200).contains("xxx…;");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/connections, GET",
        "DELETE, /api/v1/connections, GET",
        "PUT, /api/v1/connections/instant, GET",
        "GET, /api/v1/connections/instant/refresh, POST",
        "PATCH, /api/v1/connections/instant/refresh, POST",
        "POST, /api/v1/connections/instant/status, GET",
        "GET, /api/v1/connections/batch/refresh, POST",
        "POST, /api/v1/connections/batch/refresh/b, GET",
    })
    void anotherMethodIsRefusedWithThoseAllowed(String method, String path, String allowed, ApiClient api) {
        ApiResponse response = api.request(method, path).assertError(405, null, wrongMethod(method, allowed));
        assertThat(response.header("Allow")).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"GET, /oauth2/token, POST", "PUT, /iam/v1/oauth2/token, POST"})
    void tokenEndpointsRejectOtherMethodsInTheirShape(String method, String path, String allowed, ApiClient api) {
        ApiResponse response = api.request(method, path).assertStatus(405);
        assertThat(response.header("Allow")).isEqualTo(allowed);
        assertThat(response.text()).isEqualTo(oauth("invalid_request", wrongMethod(method, allowed)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/jsonp",
                "application/json-patch+json",
                "application/*",
                "json"
            })
    void aBodyThatIsNotJsonIsRefused(String contentType, ApiClient api) {
        ApiResponse refresh = api.refreshOf("instant")
                .header("Content-Type", contentType)
                .body("{}")
                .assertError(
                        415, null, "The Content-Type was \"%s\", but must be application/json".formatted(contentType));
        assertThat(refresh.header("Accept")).isEqualTo("application/json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON",
                "application/json;charset=utf-8",
                "application/json; charset=\"UTF-8\"; x=y"
            })
    void jsonContentTypeMayHaveParametersAndAnyCase(String contentType, ApiClient api) {
        ApiResponse response = api.refreshOf("instant")
                .header("Content-Type", contentType)
                .body("{}")
                .assertOk();

        assertThat(response.notes()).isEmpty();
    }

    @Test
    void contentTypeIsIgnoredWithoutABody(ApiClient api) {
        api.get("/api/v1/connections/instant")
                .header("Content-Type", "text/plain")
                .assertOk();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "application/xml, text/*;q=0.5",
                "application/json;q=0",
                "application/vnd.api+json",
                "application/problem+json",
                "json"
            })
    void anAnswerThatIsNotJsonCannotBeHad(String accept, ApiClient api) {
        String message = "The Accept header was \"%s\", but responses are application/json only".formatted(accept);

        api.get("/api/v1/connections").header("Accept", accept).assertError(406, null, message);
        api.refreshOf("instant").header("Accept", accept).assertError(406, null, message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/*",
                "application/json",
                "text/html, */*;q=0.1",
                "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
                "*"
            })
    void acceptHeadersThatIncludeJsonAreAccepted(String accept, ApiClient api) {
        api.get("/api/v1/connections").header("Accept", accept).assertOk();
    }

    @Test
    void acceptMayBeSpreadOverSeveralHeaders(ApiClient api) {
        api.get("/api/v1/connections")
                .header("Accept", "text/html")
                .header("Accept", "application/json")
                .assertOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth2/token", "/iam/v1/oauth2/token"})
    void tokenEndpointsConsumeFormsAndProduceJson(String path, ApiClient api) {
        api.changeSettings("{'validation': 'strict'}");
        ApiResponse json = api.post(path).json("{}").send();
        ApiResponse untyped =
                api.post(path).body("grant_type=client_credentials").send();
        ApiResponse html = api.post(path)
                .form("grant_type=client_credentials")
                .header("Accept", "text/html")
                .send();

        json.assertStatus(415);
        assertThat(json.header("Accept")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(json.text())
                .isEqualTo(oauth(
                        "invalid_request",
                        "The Content-Type was 'application/json', but must be application/x-www-form-urlencoded"));
        untyped.assertStatus(415);
        assertThat(untyped.text())
                .isEqualTo(oauth(
                        "invalid_request",
                        "The Content-Type was missing, but must be application/x-www-form-urlencoded"));
        html.assertStatus(406);
        assertThat(html.text())
                .isEqualTo(oauth(
                        "invalid_request",
                        "The Accept header was 'text/html', but responses are application/json only"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/__mock/", "/__mock/nowhere"})
    void controlApiReportsProblemDetails(String path, ApiClient api) {
        String message = noRoute("GET", "/sandbox/" + api.sandbox() + path).replace("/wdata", "/mock");

        ApiResponse response = api.get(path).assertStatus(404);
        assertThat(response.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(response.text()).isEqualTo("""
                        {"title":"Not Found","status":404,"detail":"%s",\
                        "errors":[{"code":"not_found","message":"%s"}]}""".formatted(message, message));
    }

    @Test
    void getHandlersServeHead(ApiClient api) {
        ApiResponse head = api.request("HEAD", "/api/v1/connections/instant").assertStatus(200);
        assertThat(head.text()).isEmpty();
    }

    @Test
    void theVendorsBasePathIsOneOfTheTwoPlacesOfEachOperation(ApiClient api) {
        String base = "/s/wdata/prep/api/v1/connections";

        String jobId = api.post(base + "/instant/refresh").assertOk().at("/body/jobId");
        assertThat(api.get(base + "/instant/status").send().at("/body/jobId")).isEqualTo(jobId);
        assertThat(api.get(base + "/instant").send().at("/body/lastRunJobId")).isEqualTo(jobId);
        assertThat(api.get(base).send().text()).isEqualTo(api.list("").text());
        String batchId = api.post(base + "/batch/refresh")
                .json("[{'connectionId':'instant'}]")
                .assertOk()
                .at("/body/batchRefreshId");
        api.get(base + "/batch/refresh/" + batchId).assertOk();
        api.get(base + "/nobody").assertError(404, "connectionId", unknown("nobody"));
    }

    private static String unknown(String connectionId) {
        return "There is no connection \"%s\"; listConnections shows the existing ones".formatted(connectionId);
    }

    private static String noRoute(String method, String url) {
        return "There is no route %s %s; the OpenAPI document at /v3/api-docs/wdata lists the existing ones"
                .formatted(method, url);
    }

    private static String wrongMethod(String method, String allowed) {
        return "The method was %s, but this path allows only %s".formatted(method, allowed);
    }

    private static String oauth(String error, String description) {
        return "{\"error\":\"%s\",\"error_description\":\"%s\"}".formatted(error, description);
    }
}
