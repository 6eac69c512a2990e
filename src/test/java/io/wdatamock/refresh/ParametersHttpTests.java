package io.wdatamock.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.HttpTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parameter maps are returned unchanged in every response. */
@HttpTest
class ParametersHttpTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"a\":null}",
                "{\"\":\"\"}",
                "{\"a\":{\"b\":[1,[],{},null,true,false,\"\"]}}",
                "{\"z\":1,\"a\":2,\"m\":3}",
                "{\"a\":1.10,\"b\":1.0,\"c\":0.0,\"d\":-0,\"e\":-0.00,\"f\":100}",
                "{\"a\":1e400,\"b\":1E-400,\"c\":1.5e+3,\"d\":0e0}",
                "{\"a\":1234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890}",
                "{\"a\":0.1234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890}",
                "{\"a\":9007199254740993,\"b\":9223372036854775808,\"c\":3.141592653589793238462643}",
                "{\"emoji\":\"😀👩‍👩‍👧‍👦\",\"größe\":\"東京\",\"rtl\":\"שלום\",\"combining\":\"e\u0301\"}",
                "{\"quotes\":\"\\\"\\\\\",\"control\":\"\\n\\t\\b\\f\\r\\u0000\\u001F\",\"del\":\"\u007f\"}",
                "{\"nonCharacter\":\"\uFFFE\uFFFF\",\"separator\":\"\u2028\u2029\",\"bom\":\"\uFEFF\"}",
                "{\"lone\":\"\\ud800\",\"low\":\"\\udc00x\",\"reversed\":\"\\ude00\\ud83d\"}",
                "{\"\\ud800\":1}",
                "{\"code\":404,\"body\":\"x\",\"connectionId\":5,\"__proto__\":{}}",
                "{\"html\":\"</script><!-- & ' \"}",
            })
    void parametersComeBackAsTheyWere(String parameters, ApiClient api) {
        api.saveConnection("{'connectionId': 'c', 'scripts': [{'outcome': 'stall_source'}]}");

        ApiResponse started = api.refresh(
                        "c",
                        "{\"sourceParameters\": %s, \"destinationParameters\": %s}".formatted(parameters, parameters))
                .assertOk();

        assertCarries(parameters, started);
        assertCarries(parameters, api.status("c"));
        assertThat(api.connection("c").text())
                .contains("\"lastRunSourceParameters\":" + parameters, "\"lastRunDestinationParameters\":" + parameters)
                .contains("\"sourceParameters\":" + parameters, "\"destinationParameters\":" + parameters);
        assertThat(api.list("?sourceId=c-source").text()).contains("\"lastRunSourceParameters\":" + parameters);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1.10}", "{\"lone\":\"\\ud800\"}", "{\"a\":[1e400]}"})
    void parametersOfABatchComeBackAsTheyWere(String parameters, ApiClient api) {
        ApiResponse batch = api.batch(
                        "[{'connectionId': 'instant', 'sourceParameters': %s, 'destinationParameters': %s}]"
                                .formatted(parameters, parameters))
                .assertOk();

        assertCarries(parameters, batch);
        assertCarries(parameters, api.batchStatus(batch.at("/body/batchRefreshId")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            { "a" : [ 1 , 2 ] } | {"a":[1,2]}
            {"\\u0061": "\\u00e9\\/"} | {"a":"é/"}
            {"a": "\\ud83d\\ude00"} | {"a":"😀"}
            {"a": "\\udbff\\udfff"} | {"a":"\uDBFF\uDFFF"}
            """)
    void otherJsonEscapesMayBeNormalized(String sent, String shown, ApiClient api) {
        assertThat(api.refresh("instant", "{\"sourceParameters\": " + sent + "}")
                        .text())
                .contains("\"sourceParameters\":" + shown + ",");
    }

    @Test
    void nullAndAbsentParametersAreEmpty(ApiClient api) {
        assertCarries("{}", api.refresh("instant"));
        assertCarries("{}", api.refresh("instant", "{'sourceParameters': null, 'destinationParameters': null}"));
    }

    @Test
    void nestingDepthIsLimited(ApiClient api) {
        String deep = nested(400);

        assertThat(api.refresh("instant", "{\"sourceParameters\": " + deep + "}")
                        .assertOk()
                        .text())
                .contains("\"sourceParameters\":" + deep);
        for (int depth : new int[] {600, 100_000, 1_000_000}) {
            ApiResponse refused = api.refresh("instant", "{\"sourceParameters\": " + nested(depth) + "}")
                    .assertStatus(400);
            assertThat(refused.at("/body/0")).contains("nesting depth").hasSizeLessThan(300);
        }
        api.refresh("instant", "[".repeat(1_000_000)).assertStatus(400);
        api.batch("[".repeat(1_000_000)).assertStatus(400);
    }

    @Test
    void numberLengthIsLimited(ApiClient api) {
        String digits = "9".repeat(10_000);

        assertThat(api.refresh("instant", "{\"sourceParameters\": {\"a\": " + digits + "}}")
                        .assertOk()
                        .text())
                .contains("{\"a\":" + digits + "}");
        api.refresh("instant", "{\"sourceParameters\": {\"a\": " + "9".repeat(1_000_000) + "}}")
                .assertStatus(400);
    }

    @Test
    void manyParametersAreAccepted(ApiClient api) {
        StringBuilder parameters = new StringBuilder("{\"k0\":0");
        for (int i = 1; i < 20_000; i++) {
            parameters.append(",\"k").append(i).append("\":").append(i);
        }
        parameters.append('}');

        assertCarries(
                parameters.toString(),
                api.refresh(
                        "instant",
                        "{'sourceParameters': %s, 'destinationParameters': %s}".formatted(parameters, parameters)));
    }

    @Test
    void previousParametersOverrideThoseGiven(ApiClient api) {
        api.refresh("instant", "{'sourceParameters': {'a': 1.10}, 'destinationParameters': {'b': 1}}");

        ApiResponse source = api.refresh(
                "instant",
                "{'usePreviousSourceParameters': true, 'sourceParameters': {'a': 2}, 'destinationParameters': {'b': 2}}");
        assertThat(source.text()).contains("\"sourceParameters\":{\"a\":1.10}", "\"destinationParameters\":{\"b\":2}");
        ApiResponse destination =
                api.refresh("instant", "{'usePreviousDestinationParameters': true, 'sourceParameters': {'a': 3}}");
        assertThat(destination.text())
                .contains("\"sourceParameters\":{\"a\":3}", "\"destinationParameters\":{\"b\":2}");
        ApiResponse both = api.refresh(
                "instant", "{'usePreviousSourceParameters': true, 'usePreviousDestinationParameters': true}");
        assertThat(both.text()).contains("\"sourceParameters\":{\"a\":3}", "\"destinationParameters\":{\"b\":2}");
        assertThat(both.notes()).isEmpty();
        ApiResponse neither = api.refresh(
                "instant", "{'usePreviousSourceParameters': false, 'usePreviousDestinationParameters': null}");
        assertCarries("{}", neither);
    }

    @Test
    void emptyPreviousParametersOverrideToo(ApiClient api) {
        api.refresh("instant");

        ApiResponse response =
                api.refresh("instant", "{'usePreviousSourceParameters': true, 'sourceParameters': {'a': 1}}");

        assertThat(response.jsonAt("/body/sourceParameters")).isEqualTo("{}");
        assertThat(response.notes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Source", "Destination"})
    void withoutAPreviousRunThoseGivenAreUsedAndThatIsNoted(String side, ApiClient api) {
        api.changeSettings("{'validation': 'strict'}");
        String parameters = side.equals("Source") ? "sourceParameters" : "destinationParameters";

        ApiResponse response = api.refresh(
                        "instant", "{'usePrevious%sParameters': true, '%s': {'a': 1}}".formatted(side, parameters))
                .assertOk();

        assertThat(response.jsonAt("/body/" + parameters)).isEqualTo("{\"a\":1}");
        assertThat(response.notes())
                .containsExactly(
                        "usePrevious%sParameters found no previous run; the parameters of the request were used"
                                .formatted(side));
    }

    @Test
    void previousParametersMayComeFromARunOfABatch(ApiClient api) {
        api.batch("[{'connectionId': 'instant', 'sourceParameters': {'a': 1}}]").assertOk();

        ApiResponse response = api.refresh("instant", "{'usePreviousSourceParameters': true}");

        assertThat(response.jsonAt("/body/sourceParameters")).isEqualTo("{\"a\":1}");
    }

    @Test
    void aBatchIgnoresTheFlagsForPreviousParameters(ApiClient api) {
        api.refresh("instant", "{'sourceParameters': {'a': 1}, 'destinationParameters': {'a': 1}}");

        ApiResponse batch = api.batch("""
                        [{"connectionId": "instant", "sourceParameters": {"a": 2}, "destinationParameters": {"a": 2},
                          "usePreviousSourceParameters": true, "usePreviousDestinationParameters": true}]""").assertOk();

        assertCarries("{\"a\":2}", batch);
        assertThat(batch.notes())
                .containsExactly("A batch ignores usePreviousSourceParameters and usePreviousDestinationParameters");
    }

    @Test
    void flagsThatAreFalseAreTheDefaultAndNotNoted(ApiClient api) {
        String flags = "\"usePreviousSourceParameters\": false, \"usePreviousDestinationParameters\": false}";

        ApiResponse batch = api.batch("[{\"connectionId\": \"instant\", " + flags + "]");

        assertThat(batch.assertOk().notes()).isEmpty();
        assertThat(api.refresh("instant", "{" + flags).assertOk().notes()).isEmpty();
    }

    private static String nested(int depth) {
        return "{\"a\":".repeat(depth) + "{}" + "}".repeat(depth);
    }

    private static void assertCarries(String parameters, ApiResponse response) {
        assertThat(response.text())
                .contains("\"sourceParameters\":" + parameters + ",")
                .contains("\"destinationParameters\":" + parameters + ",");
    }
}
