package io.wdatamock.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiRequest;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.ControlClient;
import io.wdatamock.http.HttpTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings of a sandbox. */
class SettingsControlTests {

    private static final String DEFAULT_SCRIPT = """
            {"outcome":"succeed","pacing":{"type":"timed","queued":"PT0.25S","source":"PT1S","destination":"PT1S"}}""";

    @Nested
    @HttpTest
    class OfAServerWithoutSettings {

        @Test
        void settingsAreReturned(ApiClient api) {
            assertThat(api.control().get("/settings").text())
                    .isEqualTo(settings("any", "lenient", "reject", DEFAULT_SCRIPT, "null"));
        }

        @Test
        void settingsAreReplaced(ControlClient control) {
            String script = "{\"outcome\":\"fail_source\",\"pacing\":{\"type\":\"manual\"},\"error\":\"e\","
                    + "\"sourceMetadata\":{\"a\":1.10}}";
            String wanted = settings("issued", "strict", "allow", script, "5");

            assertThat(control.put("/settings", wanted).text()).isEqualTo(wanted);
            assertThat(control.get("/settings").text()).isEqualTo(wanted);
        }

        @ParameterizedTest
        @CsvSource({"2s, PT2S", "500ms, PT0.5S", "1m, PT1M", "3h, PT3H", "1d, PT24H", "PT2S, PT2S"})
        void durationsAreWrittenInIso8601(String given, String written, ApiClient api) {
            ApiResponse response = api.control()
                    .put(
                            "/settings",
                            "{'defaultScript': {'outcome': 'succeed', 'pacing': {'type': 'timed', 'source': '%s'}}}"
                                    .formatted(given));

            assertThat(response.at("/defaultScript/pacing/source")).isEqualTo(written);
        }

        @ParameterizedTest
        @ValueSource(strings = {"{}", ""})
        void absentFieldsTakeTheConfiguredValue(String body, ControlClient control) {
            String configured = control.get("/settings").text();
            control.put("/settings", "{'auth': 'off', 'rateLimit': 5}");

            assertThat(control.put("/settings", "{'overlap': 'allow'}").text())
                    .isEqualTo(settings("any", "lenient", "allow", DEFAULT_SCRIPT, "null"));
            assertThat(control.put("/settings", body).text()).isEqualTo(configured);
        }

        @Test
        void settingsApplyAtOnce(ApiClient api, ControlClient control) {
            control.put("/settings", "{'auth': 'issued'}");
            api.list("").assertStatus(401);
            control.put("/settings", "{'auth': 'off'}");
            api.get("/api/v1/connections").without("Authorization").assertOk();
            control.put("/settings", "{'validation': 'strict'}");
            api.refresh("instant").assertStatus(400);
            control.put("/settings", "{'overlap': 'allow'}");
            api.refresh("stuck").assertOk();
            api.refresh("stuck").assertOk();
            control.put("/settings", "{'rateLimit': 1}");
            api.list("").assertOk();
            api.list("").assertStatus(429);
            control.put("/settings", "{'rateLimit': null}");
            api.list("").assertOk();
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                5                                                    | 5
                {"requests": 5}                                      | 5
                {"requests":60,"per":"PT1M","by":"operation"}        | {"requests":60,"per":"PT1M","by":"operation"}
                {"requests":60,"per":"PT1M"}                         | {"requests":60,"per":"PT1M","by":"sandbox"}
                {"requests":2,"by":"operation"}                      | {"requests":2,"per":"PT1S","by":"operation"}
                """)
        void rateLimitIsANumberOrAnObject(String given, String written, ControlClient control) {
            assertThat(control.put("/settings", "{'rateLimit': %s}".formatted(given))
                            .text())
                    .isEqualTo(settings("any", "lenient", "reject", DEFAULT_SCRIPT, written));
            assertThat(control.get("/settings").text())
                    .isEqualTo(settings("any", "lenient", "reject", DEFAULT_SCRIPT, written));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                {"auth": "none"}       | auth       | auth was "none", but must be one of any, issued, off
                {"auth": null}         | auth       | auth was null; give it a value or leave it out
                {"auth": 0}            | auth       | auth was 0, but must be one of any, issued, off
                {"validation": true}   | validation | validation was true, but must be one of lenient, strict
                {"validation": null}   | validation | validation was null; give it a value or leave it out
                {"overlap": ["allow"]} | overlap    | overlap was ["allow"], but must be one of reject, allow
                {"overlap": null}      | overlap    | overlap was null; give it a value or leave it out
                {"rateLimit": 0}       | rateLimit  | rateLimit was 0, but must be from 1 to 100000, or null for none
                {"rateLimit": -5}      | rateLimit  | rateLimit was -5, but must be from 1 to 100000, or null for none
                {"rateLimit": 100001}  | rateLimit  | rateLimit was 100001, but must be from 1 to 100000, or null for none
                {"rateLimit": 5.5}     | rateLimit  | rateLimit was 5.5, but must be a whole number
                {"rateLimit": "5"}     | rateLimit  | rateLimit was "5", but must be a whole number
                {"rateLimit": 1e99}    | rateLimit  | rateLimit was 1E+99, but must be a whole number
                {"rateLimit": 3000000000} | rateLimit | rateLimit was 3000000000, but must be a whole number of at \
                most 32 bits
                {"rateLimit": {}}      | rateLimit.requests | rateLimit.requests is missing; a rate limit needs it
                {"rateLimit": {"requests": 0}} | rateLimit.requests | rateLimit.requests was 0, but must be from 1 to 100000
                {"rateLimit": {"requests": 1, "per": "PT0.5S"}} | rateLimit.per | rateLimit.per was PT0.5S, but must \
                be from PT1S to PT24H
                {"rateLimit": {"requests": 1, "per": "PT25H"}} | rateLimit.per | rateLimit.per was PT25H, but must \
                be from PT1S to PT24H
                {"rateLimit": {"requests": 1, "by": "client"}} | rateLimit.by | rateLimit.by was "client", but must be \
                one of operation, sandbox
                {"rateLimit": {"requests": 1, "every": "PT1S"}} | rateLimit.every | rateLimit.every is not a known \
                field; known are by, per, requests
                {"ratelimit": 5}       | ratelimit  | ratelimit is not a known field; known are auth, defaultScript, \
                overlap, rateLimit, validation
                {"defaultScript": null}    | defaultScript | defaultScript was null; give it a value or leave it out
                {"defaultScript": "succeed"} | defaultScript | defaultScript was "succeed", but must be an object
                {"defaultScript": {}}      | defaultScript.outcome | defaultScript.outcome is missing; a script needs one
                {"defaultScript": {"outcome": "succeed", "pacing": {"type": "fast"}}} | defaultScript.pacing.type | \
                defaultScript.pacing.type was "fast", but must be one of timed, polled, manual
                """)
        void invalidSettingsAreRejected(String body, String target, String message, ControlClient control) {
            control.put("/settings", "{'auth': 'off', 'rateLimit': 7}");

            control.assertRejectsPut("/settings", body, target, message);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                null            | The body was null, but must be a JSON object or array
                []              | The body was [], but must be an object
                {} {}           | The body is not valid JSON: something follows after its end
                {"auth": "off"  | The body is not valid JSON at line 1, column 15: Unexpected end-of-input: expected \
                close marker for Object
                {"auth": "off", "auth": "any"} | The body is not valid JSON at line 1, column 23: Duplicate Object \
                property "auth"
                """)
        void otherBodiesThanObjectsAreRejected(String body, String message, ControlClient control) {
            ApiRequest request = control.request("PUT", "/settings").body(body);

            control.assertRejects(request, 400, null, message);
        }

        @Test
        void bodyIsJsonForAnyContentType(ApiClient api) {
            ApiRequest request = api.control()
                    .request("PUT", "/settings")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .body("{\"rateLimit\": 5}");

            assertThat(request.send().at("/rateLimit")).isEqualTo("5");
        }
    }

    @Nested
    @HttpTest(
            properties = {
                "wdata-mock.auth.mode=off",
                "wdata-mock.validation=strict",
                "wdata-mock.overlap=allow",
                "wdata-mock.rate-limit=50",
                "wdata-mock.default-script.outcome=cancel_source",
                "wdata-mock.default-script.pacing.type=polled",
                "wdata-mock.default-script.pacing.reads=3"
            })
    class OfAServerWithItsOwn {

        private static final String SCRIPT =
                "{\"outcome\":\"cancel_source\",\"pacing\":{\"type\":\"polled\",\"reads\":3}}";

        @Test
        void absentFieldsTakeTheConfiguredValue(ControlClient control) {
            ApiResponse response = control.put("/settings", "{'auth': 'any'}");

            assertThat(response.text()).isEqualTo(settings("any", "strict", "allow", SCRIPT, "50"));
            assertThat(control.put("/settings", "{}").text())
                    .isEqualTo(settings("off", "strict", "allow", SCRIPT, "50"));
        }

        @Test
        void nullMeansNoRateLimit(ApiClient api) {
            assertThat(api.control().put("/settings", "{'rateLimit': null}").text())
                    .isEqualTo(settings("off", "strict", "allow", SCRIPT, "null"));
        }

        @Test
        void scriptWithoutPacingKeepsTheConfiguredPacing(ApiClient api) {
            assertThat(api.control()
                            .put("/settings", "{'defaultScript': {'outcome': 'succeed'}}")
                            .jsonAt("/defaultScript/pacing"))
                    .isEqualTo("{\"type\":\"polled\",\"reads\":3}");
        }

        @Test
        void resetRestoresTheSettings(ControlClient control) {
            control.put("/settings", "{'auth': 'issued', 'rateLimit': null}");

            control.post("/reset", "");

            assertThat(control.get("/settings").text()).isEqualTo(settings("off", "strict", "allow", SCRIPT, "50"));
        }
    }

    private static String settings(String auth, String validation, String overlap, String script, String rateLimit) {
        return "{\"auth\":\"%s\",\"validation\":\"%s\",\"overlap\":\"%s\",\"defaultScript\":%s,\"rateLimit\":%s}"
                .formatted(auth, validation, overlap, script, rateLimit);
    }
}
