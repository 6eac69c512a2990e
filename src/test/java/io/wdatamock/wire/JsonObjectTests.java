package io.wdatamock.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Parameter maps of a client are kept as received. */
class JsonObjectTests {

    private record Holder(JsonObject map, int after) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"a\":1.10}",
                "{\"a\":1.0,\"b\":1.00,\"c\":1}",
                "{\"a\":1e400,\"b\":-1E-400,\"c\":1.5e+7}",
                "{\"a\":-0.0,\"b\":-0,\"c\":0.000}",
                "{\"a\":0.1000000000000000055511151231257827021181583404541015625}",
                "{\"a\":9007199254740993,\"b\":18446744073709551616}",
                "{\"a\":null,\"b\":{\"c\":null,\"d\":[null,{\"e\":null}]}}",
                "{\"a\":[],\"b\":{},\"c\":[[[]],[{}]]}",
                "{\"a\":true,\"b\":false}",
                "{\"\":\"\",\" \":\" \"}",
                "{\"a\":\"😀 𝒳 東京 ü\",\"😀\":1}",
                "{\"a\":\"\\\\ \\\" / \\n \\u0000\"}",
                "{\"z\":1,\"a\":2,\"m\":3}"
            })
    void keepsTheOriginalText(String json) {
        assertThat(there(json)).isEqualTo(json);
    }

    @Test
    void keepsAllDigitsOfALongNumber() {
        String json =
                "{\"a\":" + "7".repeat(100) + ",\"b\":-" + "3".repeat(50_000) + ",\"c\":0." + "1".repeat(5000) + "}";

        assertThat(there(json)).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":\"\\ud83d\"}",
                "{\"a\":\"\\ude00\\ud83d\"}",
                "{\"a\":\"x\\ud83d 😀 \\ue000\"}",
                "{\"\\ue000\":{\"b\":[\"\\ud800\",1.10]}}"
            })
    void keepsALoneSurrogate(String json) {
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(there(json))).isTrue();
        assertThat(tree(there(json))).isEqualTo(tree(json));
    }

    @Test
    void keepsALongNumberBesideALoneSurrogate() {
        String json = "{\"a\":\"\\ud83d\",\"b\":" + "7".repeat(50_000) + "}";

        assertThat(there(json)).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void keepsSurrogatePairsAtBufferEnds(int offset) {
        String json = "{\"" + "k".repeat(offset) + "\":\"" + "😀".repeat(20_000) + "\"}";

        assertThat(there(json)).isEqualTo(json);
    }

    @Test
    void removesWhitespaceBetweenTokens() {
        assertThat(there(" { \"a\" : [ 1.10 , null ] } ")).isEqualTo("{\"a\":[1.10,null]}");
    }

    @Test
    void readsTheTextAfterTheObject() {
        Holder holder = WireJson.MAPPER.readValue("{\"map\":{\"a\":[1.10,{\"b\":{}}]},\"after\":7}", Holder.class);

        assertThat(holder).isEqualTo(new Holder(new JsonObject("{\"a\":[1.10,{\"b\":{}}]}"), 7));
        assertThat(WireJson.MAPPER.writeValueAsString(holder))
                .isEqualTo("{\"map\":{\"a\":[1.10,{\"b\":{}}]},\"after\":7}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":1}",
                "{\"a\":1,\"\\u0061\":2}",
                "{\"a\":{\"b\":null,\"b\":null}}",
                "{\"a\":[{\"b\":1},{\"b\":1,\"c\":2,\"b\":3}]}"
            })
    void rejectsDuplicateNames(String json) {
        assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> there(json));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "\"{}\"",
                "1",
                "true",
                "[{}]",
                "{",
                "{\"a\":}",
                "{\"a\":01}",
                "{\"a\":1.}",
                "{\"a\":NaN}",
                "{} {}",
                "{\"a\":'b'}",
                "{\"a\":1,}",
                "{\"a\":\"\n\"}"
            })
    void rejectsOtherJsonThanObjects(String json) {
        assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> there(json));
    }

    @Test
    void limitsTheNestingDepth() {
        assertThat(there(nested(400))).isEqualTo(nested(400));
        assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> there(nested(100_000)));
    }

    @Test
    void isCreatedFromMembers() {
        String id = "q \"1\" \\ \n \u0001 \u00e9 \ud83d\ude00";

        JsonObject made = JsonObject.of("queryId", id, "rowsRead", 12);

        assertThat(made.text())
                .isEqualTo("{\"queryId\":" + WireJson.MAPPER.writeValueAsString(id) + ",\"rowsRead\":12}");
        assertThat(WireJson.MAPPER.readTree(made.text()).get("queryId").asString())
                .isEqualTo(id);
    }

    @Test
    void isKeptInATree() {
        Holder holder = new Holder(new JsonObject("{\"a\":[1,null,\"b\"]}"), 7);

        JsonNode tree = WireJson.MAPPER.valueToTree(holder);

        assertThat(WireJson.MAPPER.treeToValue(tree, Holder.class)).isEqualTo(holder);
    }

    /** The bytes that are returned for the bytes of a client. */
    private static String there(String json) {
        JsonObject read = WireJson.MAPPER.readValue(json.getBytes(StandardCharsets.UTF_8), JsonObject.class);
        byte[] written = WireJson.MAPPER.writeValueAsBytes(List.of(read));
        String back = new String(written, StandardCharsets.UTF_8);
        return back.substring(1, back.length() - 1);
    }

    private static JsonNode tree(String json) {
        return WireJson.MAPPER.readTree(json);
    }

    private static String nested(int depth) {
        return "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
    }
}
