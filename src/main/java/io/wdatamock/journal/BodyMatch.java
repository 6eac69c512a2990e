package io.wdatamock.journal;

import io.wdatamock.wire.Quote;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares what a body should contain with what it does: objects as subsets, arrays whole, numbers by value. */
final class BodyMatch {

    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private BodyMatch() {}

    /** In what a body differs; nothing if it contains what it should. In an array, any element will do. */
    static List<String> differences(JsonNode wanted, @Nullable String body) {
        JsonNode actual = parse(body);
        if (actual == null) {
            return List.of(
                    "body: wanted %s, was %s".formatted(Quote.plain(wanted), body == null ? "empty" : "no JSON"));
        }
        if (actual.isArray() && !wanted.isArray()) {
            return actual.valueStream()
                    .map(entry -> compare("body[*]", wanted, entry))
                    .min(Comparator.comparingInt(List::size))
                    .orElse(List.of("body: wanted %s, was []".formatted(Quote.plain(wanted))));
        }
        return compare("body", wanted, actual);
    }

    private static @Nullable JsonNode parse(@Nullable String body) {
        try {
            return body == null || body.isEmpty() ? null : EXACT.readTree(body);
        } catch (JacksonException e) {
            return null;
        }
    }

    private static List<String> compare(String path, JsonNode wanted, @Nullable JsonNode actual) {
        if (wanted.isObject() && actual != null && actual.isObject()) {
            List<String> differences = new ArrayList<>();
            wanted.properties()
                    .forEach(field -> differences.addAll(
                            compare(path + "." + field.getKey(), field.getValue(), actual.get(field.getKey()))));
            return differences;
        }
        if (actual != null && isSame(wanted, actual)) {
            return List.of();
        }
        String was = actual == null ? "absent" : Quote.plain(actual);
        return List.of("%s: wanted %s, was %s".formatted(Quote.plain(path), Quote.plain(wanted), was));
    }

    private static boolean isSame(JsonNode wanted, JsonNode actual) {
        if (wanted.isNumber() && actual.isNumber()) {
            return decimal(wanted).compareTo(decimal(actual)) == 0;
        }
        if (wanted.isArray() && actual.isArray()) {
            return wanted.size() == actual.size() && elementsMatch(wanted, actual);
        }
        return wanted.equals(actual);
    }

    private static boolean elementsMatch(JsonNode wanted, JsonNode actual) {
        for (int i = 0; i < wanted.size(); i++) {
            if (!compare("", wanted.get(i), actual.get(i)).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static BigDecimal decimal(JsonNode number) {
        return number.decimalValue();
    }
}
