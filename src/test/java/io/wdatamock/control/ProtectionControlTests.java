package io.wdatamock.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.Answer;
import io.wdatamock.http.Api;
import io.wdatamock.http.HttpTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keeping others out of the control API. */
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
                                "OPTIONS /__mock/settings")
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
        void itsDocumentIsUnknownToo(Api api) {
            assertThat(api.outside("GET", "/v3/api-docs/mock").send().status()).isEqualTo(404);
            assertThat(api.outside("GET", "/v3/api-docs/swagger-config").send().text())
                    .contains("/v3/api-docs/wdata")
                    .doesNotContain("/v3/api-docs/mock");
        }

        @ParameterizedTest
        @MethodSource("requests")
        void itsPathsAreUnknown(String method, String path, Api api) {
            String run = api.in("default").refresh("stuck").text();

            Answer answer = api.outside(method, path).body("{}").send();

            ControlApi.assertProblem(
                    answer,
                    404,
                    null,
                    "There is no route %s %s; the OpenAPI document at /v3/api-docs/wdata lists those there are"
                            .formatted(method, path));
            assertThat(answer.header("Allow")).isNull();
            assertThat(api.in("default").refresh("stuck").status())
                    .as("after %s, which was not to be undone", run)
                    .isEqualTo(409);
        }

        @Test
        void everythingElseIsThere(Api api) {
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
        void nobodyGetsInWithoutTheToken(String method, String path, Api api) {
            for (String header :
                    new String[] {"Bearer any", "Bearer s3cre", "Bearer s3cret!", "Basic s3cret", "s3cret"}) {
                Answer answer = api.outside(method, path)
                        .without("Authorization")
                        .header("Authorization", header)
                        .body("{}")
                        .send();
                assertRefused(answer);
            }
            assertRefused(api.outside(method, path).without("Authorization").send());
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "/sandbox/other"})
        void theTokenLetsIn(String sandbox, Api api) {
            Answer answer = api.outside("GET", sandbox + "/__mock/settings")
                    .token("s3cret")
                    .send();

            assertThat(answer.status()).isEqualTo(200);
        }

        @Test
        void strangersMakeNoSandboxes(Api api) {
            api.outside("GET", "/sandbox/stranger/__mock/settings").send();

            Answer listing =
                    api.outside("GET", "/__mock/sandboxes").token("s3cret").send();
            assertThat(ControlApi.each(listing, "sandboxes", "name")).doesNotContain("stranger");
        }

        @Test
        void clientsOfTheVendorNeedNoSuchToken(Api api) {
            api.list("").assertOk();
        }

        private void assertRefused(Answer answer) {
            ControlApi.assertProblem(
                    answer, 401, null, "The control API wants the bearer token that wdata-mock.control.token sets");
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        }
    }
}
