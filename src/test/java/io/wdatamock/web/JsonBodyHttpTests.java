package io.wdatamock.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.HttpTest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Malformed JSON and values of other types are rejected without coercion; the error names the place. */
@HttpTest
class JsonBodyHttpTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"usePreviousSourceParameters": "true"} | usePreviousSourceParameters | usePreviousSourceParameters was "true", but must be true or false
            {"usePreviousSourceParameters": ""} | usePreviousSourceParameters | usePreviousSourceParameters was "", but must be true or false
            {"usePreviousSourceParameters": 1} | usePreviousSourceParameters | usePreviousSourceParameters was 1, but must be true or false
            {"usePreviousDestinationParameters": 0.0} | usePreviousDestinationParameters | usePreviousDestinationParameters was 0.0, but must be true or false
            {"usePreviousDestinationParameters": []} | usePreviousDestinationParameters | usePreviousDestinationParameters was [], but must be true or false
            {"usePreviousDestinationParameters": [true]} | usePreviousDestinationParameters | usePreviousDestinationParameters was [true], but must be true or false
            {"usePreviousDestinationParameters": {}} | usePreviousDestinationParameters | usePreviousDestinationParameters was {}, but must be true or false
            {"connectionId": 5} | connectionId | connectionId was 5, but must be a string
            {"connectionId": 1.0} | connectionId | connectionId was 1.0, but must be a string
            {"connectionId": true} | connectionId | connectionId was true, but must be a string
            {"workspaceId": ["finance"]} | workspaceId | workspaceId was ["finance"], but must be a string
            {"workspaceId": {"id": 1}} | workspaceId | workspaceId was {"id":1}, but must be a string
            {"sourceParameters": []} | sourceParameters | sourceParameters was [], but must be an object
            {"sourceParameters": [{}]} | sourceParameters | sourceParameters was [{}], but must be an object
            {"sourceParameters": "{}"} | sourceParameters | sourceParameters was "{}", but must be an object
            {"sourceParameters": ""} | sourceParameters | sourceParameters was "", but must be an object
            {"destinationParameters": 1} | destinationParameters | destinationParameters was 1, but must be an object
            {"destinationParameters": false} | destinationParameters | destinationParameters was false, but must be an object
            {"connectionId": "other"} | connectionId | connectionId was "other" in the body, but "instant" in the path; leave it out or repeat the path's
            {"connectionId": ""} | connectionId | connectionId was "" in the body, but "instant" in the path; leave it out or repeat the path's
            {"connectionId": "Instant"} | connectionId | connectionId was "Instant" in the body, but "instant" in the path; leave it out or repeat the path's
            [] | | The body was [], but must be an object
            [{}] | | The body was [{}], but must be an object
            "" | | The body was "", but must be an object
            "x" | | The body was "x", but must be an object
            1 | | The body was 1, but must be an object
            true | | The body was true, but must be an object
            null | | The body was null, but must be a JSON object or array
            """)
    void refreshWithAWrongTypeIsRejected(String json, String target, String message, ApiClient api) {
        api.refresh("instant", json).assertError(400, target, message);
        api.refresh("instant", " " + json + "\n").assertError(400, target, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {} | | The body was {}, but must be an array
            {"connectionId": "instant"} | | The body was {"connectionId":"instant"}, but must be an array
            "instant" | | The body was "instant", but must be an array
            "" | | The body was "", but must be an array
            0 | | The body was 0, but must be an array
            null | | The body was null, but must be a JSON object or array
            [[]] | [0] | [0] was [], but must be an object
            ["instant"] | [0] | [0] was "instant", but must be an object
            [""] | [0] | [0] was "", but must be an object
            [{"connectionId": "instant"}, 5] | [1] | [1] was 5, but must be an object
            [{"connectionId": "instant"}, {"connectionId": 5}] | [1].connectionId | [1].connectionId was 5, but must be a string
            [{"connectionId": "instant", "sourceParameters": []}] | [0].sourceParameters | [0].sourceParameters was [], but must be an object
            [{"usePreviousSourceParameters": "no"}] | [0].usePreviousSourceParameters | [0].usePreviousSourceParameters was "no", but must be true or false
            [null] | [0] | [0] was null, but must be an object with a connectionId
            [{"connectionId": "instant"}, null] | [1] | [1] was null, but must be an object with a connectionId
            [{}] | [0].connectionId | [0].connectionId is missing; each entry must name the connection to refresh
            [{"connectionId": null}] | [0].connectionId | [0].connectionId is missing; each entry must name the connection to refresh
            """)
    void batchWithAWrongTypeIsRejected(String json, String target, String message, ApiClient api) {
        api.batch(json).assertError(400, target, message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{}}",
                "{} {}",
                "{} x",
                "{},",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{'a': 1}",
                "{a: 1}",
                "{\"a\": 01}",
                "{\"a\": +1}",
                "{\"a\": .5}",
                "{\"a\": 5.}",
                "{\"a\": NaN}",
                "{\"a\": Infinity}",
                "{\"a\": 0x10}",
                "{\"a\": \"\\x\"}",
                "{\"a\": \"\\u12\"}",
                "{\"a\": \"\t\"}",
                "{\"a\": \"b}",
                "{\"a\": tru}",
                "{} // comment",
                "/* comment */ {}",
                "{\"connectionId\": \"instant\", \"connectionId\": \"instant\"}",
                "{\"sourceParameters\": {\"a\": 1, \"a\": 1}}",
                "{\"sourceParameters\": {\"a\": {\"b\": [{\"c\": 1, \"\\u0063\": 1}]}}}",
                "{\"unknown\": {\"a\": 1, \"a\": 1}}",
                "text",
                "a=b&c=d",
                "<xml/>"
            })
    void invalidJsonIsRejected(String text, ApiClient api) {
        assertNoJson(api.refreshOf("instant")
                .header("Content-Type", "application/json")
                .body(text)
                .send());
        assertNoJson(api.batch("[{\"connectionId\": \"instant\"}, " + text + "]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\n", "\t\r\n "})
    void whitespaceIsNotAnEmptyBody(String blanks, ApiClient api) {
        api.refresh("instant", blanks).assertError(400, null, "The body is missing, but must be an object");
        api.batch(blanks).assertError(400, null, "The body is missing, but must be an array");
    }

    @Test
    void errorNamesThePosition(ApiClient api) {
        api.refresh("instant", "{\n  \"sourceParameters\": {,}\n}")
                .assertError(
                        400,
                        null,
                        "The body is not valid JSON at line 2, column 24: Unexpected character (',' (code 44)): "
                                + "was expecting double-quote to start proper…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32", "UTF-32BE", "UTF-32LE"})
    void otherEncodingsThanUtf8AreRejected(String charset, ApiClient api) {
        byte[] body = "{\"sourceParameters\": {\"a\": \"b\"}}".getBytes(Charset.forName(charset));

        api.refreshOf("instant")
                .header("Content-Type", "application/json")
                .body(body)
                .assertStatus(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "C3",
                "C328",
                "A0A1",
                "E228A1",
                "E282",
                "F0288CBC",
                "F8A1A1A1A1",
                "C0AF",
                "E080AF",
                "EDA080",
                "EDA080EDB080",
                "F4908080",
                "FF",
                "FE"
            })
    void invalidUtf8IsRejected(String bytes, ApiClient api) {
        byte[] broken = java.util.HexFormat.of().parseHex(bytes);
        byte[] start = "{\"sourceParameters\": {\"a\": \"".getBytes(StandardCharsets.UTF_8);
        byte[] end = "\"}}".getBytes(StandardCharsets.UTF_8);
        byte[] body = new byte[start.length + broken.length + end.length];
        System.arraycopy(start, 0, body, 0, start.length);
        System.arraycopy(broken, 0, body, start.length, broken.length);
        System.arraycopy(end, 0, body, start.length + broken.length, end.length);

        api.refreshOf("instant")
                .header("Content-Type", "application/json")
                .body(body)
                .assertError(400, null, "The body is not UTF-8, which JSON has to be");
    }

    @Test
    void rejectedBodyStartsNoRun(ApiClient api) {
        api.refresh("stuck", "{")
                .assertError(
                        400,
                        null,
                        "The body is not valid JSON at line 1, column 2: "
                                + "Unexpected end-of-input: expected close marker for Object");

        api.status("stuck").assertStatus(404);
    }

    @Test
    void valuesInMessagesAreSanitizedAndTruncated(ApiClient api) {
        api.refresh("instant", "{\"connectionId\": \"%s\\n\\u0000\\ud800 \"}".formatted("x".repeat(70)))
                .assertError(
                        400,
                        "connectionId",
                        "connectionId was \"%s\uFFFD\uFFFD? \" in the body, but \"instant\" in the path; leave it out or repeat the path's"
                                .formatted("x".repeat(70)));
        assertThat(api.refresh("instant", "{'connectionId': '%s'}".formatted("x".repeat(5000)))
                        .at("/body/0"))
                .hasSizeLessThan(200);
    }

    private static void assertNoJson(ApiResponse response) {
        response.assertStatus(400);
        assertThat(response.at("/body/0")).startsWith("The body is not valid JSON");
        assertThat(response.at("/body/0")).doesNotContain("tools.jackson", "java.", "StreamRead");
        response.assertError(400, null, response.at("/body/0"));
    }
}
