package io.wdatamock.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.HttpTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Disabling the control API or protecting it by a token. */
class ProtectionControlTests {

    static Stream<Arguments> requests() {
        return Stream.of("", "/sandbox/other")
                .flatMap(sandbox -> Stream.of(
                                "GET /__mock",
                                "GET /__mock/settings",
                                "PATCH /__mock/settings",
                                "GET /__mock/reset",
                                "POST /__mock/reset",
                                "PUT /__mock/connections/instant",
                                "PUT /__mock/snapshot",
                                "GET /__mock/nowhere",
                                "GET /__mock/sandboxes",
                                "DELETE /__mock/sandboxes/default",
                                "DELETE /%5F_mock/sandboxes/default",
                                "DELETE /__mock;v=1/sandboxes/default",
                                "POST /__mock;v=1/reset",
                                "OPTIONS /__mock/settings",
                                "GET /mcp",
                                "POST /mcp",
                                "POST /%6Dcp",
                                "POST /mcp;v=1")
                        .map(request -> request.split(" "))
                        .map(request -> Arguments.of(request[0], sandbox + request[1])));
    }

    @Nested
    @HttpTest(properties = "wdata-mock.control.enabled=false")
    class SwitchedOff {

        static Stream<Arguments> requests() {
            return ProtectionControlTests.requests();
        }

        @Test
        void documentIsNotFound(ApiClient api) {
            api.root().get("/v3/api-docs/mock").assertStatus(404);
            assertThat(api.root().get("/v3/api-docs/swagger-config").send().text())
                    .contains("/v3/api-docs/wdata")
                    .doesNotContain("/v3/api-docs/mock");
        }

        @ParameterizedTest
        @MethodSource("requests")
        void pathsAreNotFound(String method, String path, ApiClient api) {
            String run = api.in("default").refresh("stuck").text();

            ApiResponse response = api.root()
                    .request(method, path)
                    .body("{}")
                    .send()
                    .assertProblem(
                            404,
                            null,
                            "There is no route %s %s; the OpenAPI document at /v3/api-docs/wdata lists the existing ones"
                                    .formatted(method, path));
            assertThat(response.header("Allow")).isNull();
            assertThat(api.in("default").refresh("stuck").status())
                    .as("after %s, which was not to be undone", run)
                    .isEqualTo(409);
        }

        @Test
        void otherPathsAreServed(ApiClient api) {
            api.list("").assertOk();
        }
    }

    @Nested
    @HttpTest(properties = "wdata-mock.control.token=s3cret")
    class Locked {

        static Stream<Arguments> requests() {
            return ProtectionControlTests.requests();
        }

        @ParameterizedTest
        @MethodSource("requests")
        void requestsWithoutTheTokenAreRejected(String method, String path, ApiClient api) {
            for (String header :
                    new String[] {"Bearer any", "Bearer s3cre", "Bearer s3cret!", "Basic s3cret", "s3cret"}) {
                ApiResponse response = api.root()
                        .request(method, path)
                        .without("Authorization")
                        .header("Authorization", header)
                        .body("{}")
                        .send();
                assertRejected(response);
            }
            assertRejected(
                    api.root().request(method, path).without("Authorization").send());
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "/sandbox/other"})
        void requestsWithTheTokenAreAccepted(String sandbox, ApiClient api) {
            api.root().get(sandbox + "/__mock/settings").token("s3cret").assertStatus(200);
        }

        @Test
        void rejectedRequestsCreateNoSandbox(ApiClient api) {
            api.root().get("/sandbox/stranger/__mock/settings").send();

            ApiResponse listing =
                    api.root().get("/__mock/sandboxes").token("s3cret").send();
            assertThat(listing.each("sandboxes", "name")).doesNotContain("stranger");
        }

        @Test
        void vendorOperationsNeedNoControlToken(ApiClient api) {
            api.list("").assertOk();
        }

        private void assertRejected(ApiResponse response) {
            response.assertProblem(
                    401, null, "The control API requires the bearer token that wdata-mock.control.token sets");
            assertThat(response.header("WWW-Authenticate")).isEqualTo("Bearer");
        }
    }
}
