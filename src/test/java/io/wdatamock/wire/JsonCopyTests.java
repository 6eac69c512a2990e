package io.wdatamock.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.ObjectReader;

/** Objects copied from the source of a long document equal those of the parser. */
class JsonCopyTests {

    private static final ObjectReader READER = WireJson.BODIES.readerFor(RefreshConnectionDto.class);

    private static final List<String> FILLINGS =
            List.of("", "x".repeat(9000), "\u20ac".repeat(70_000), "\\ud83d\\ude00".repeat(9000));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                " { \n} ",
                "{ \"a\" : [ 1.50 , -0, 1E+5, true, null , \"\" ] ,\t\"b\":{\"c\" : {}} }",
                "{\"a/b\\/\\\"\\\\\": \"\\b\\f\\n\\r\\t\\u0001\\u001f\\u0041\\u00e9/\"}",
                "{\"\u00e9\u20ac\uD83D\uDE00\u2028\u007f\": \"\\uD83D\\uDE00 \\ud800 \\uDC00x \\ud83d\uD83D\uDE00\"}",
                "{\"spaces\": \" a  \\\" b \", \"braces\": \"}{][,:\"}"
            })
    void copyEqualsTheParserResult(String object) {
        for (String filling : FILLINGS) {
            String document = """
                    {"connectionId": "%s", "sourceParameters": %s, "destinationParameters": {"f": "%s", "o":%s}}""".formatted(filling, object, filling, object);
            JsonSource source = () -> new StringReader(document);

            RefreshConnectionDto copied =
                    READER.withAttribute(JsonSource.ATTRIBUTE, source).readValue(source.reader());

            assertThat(copied).isEqualTo(READER.readValue(document));
        }
    }
}
