package io.wdatamock.journal;

import io.wdatamock.wire.Sanitizer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares one body with the values that it should contain: objects as subsets, arrays as a whole, numbers by value.
 * Besides differences it collects doubts, about values that are not stored or not compared. It stops early, and formats
 * its findings only on request.
 */
final class BodyMatch {

    /** The maximum number of differences reported for one body. */
    private static final int MAX_DIFFERENCES = 10;

    /** The maximum number of bits of a number to be compared, without its exponent: 1,000 decimal digits. */
    private static final int MAX_BITS = 3322;

    private static final int MAX_DIGITS = 1000;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNumberLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .build();

    /** A location in the body; the body itself has no parent. */
    private record Place(@Nullable Place parent, String name) {

        private static final Place BODY = new Place(null, "body");

        @Override
        public String toString() {
            return parent == null ? name : parent + "." + name;
        }
    }

    private record Finding(
            Place place,
            JsonNode wanted,
            @Nullable JsonNode actual,
            @Nullable String reason) {

        private static Finding difference(Place place, JsonNode wanted, @Nullable JsonNode actual) {
            return new Finding(place, wanted, actual, null);
        }

        private static Finding of(Place place, JsonNode wanted, String reason) {
            return new Finding(place, wanted, null, reason);
        }

        private String inWords() {
            String was = actual == null ? "absent" : Sanitizer.clean(actual);
            return "%s: wanted %s, was %s"
                    .formatted(Sanitizer.clean(place), Sanitizer.clean(wanted), reason == null ? was : reason);
        }
    }

    private final int most;
    private final List<Finding> differences = new ArrayList<>();
    private final List<Finding> doubts = new ArrayList<>();

    private BodyMatch(int most) {
        this.most = most;
    }

    /** Compares with the body of a request. If the body is an array, one matching element suffices. */
    static BodyMatch of(JsonNode wanted, Entry entry) {
        BodyMatch match = new BodyMatch(MAX_DIFFERENCES);
        String body = entry.body();
        if (!entry.isAnswered()) {
            match.doubts.add(Finding.of(Place.BODY, wanted, "not known yet"));
        } else if (body == null) {
            match.differences.add(Finding.of(Place.BODY, wanted, "empty"));
        } else if (entry.isBodyUnread()) {
            match.doubts.add(Finding.of(Place.BODY, wanted, "not read"));
        } else if (body.equals(Entry.REDACTED)) {
            match.doubts.add(Finding.of(Place.BODY, wanted, "redacted"));
        } else {
            return match.read(wanted, body, entry.isTruncated());
        }
        return match;
    }

    /** Whether the body certainly matches. */
    boolean isCertain() {
        return differences.isEmpty() && doubts.isEmpty();
    }

    /** Whether the body certainly does not match. */
    boolean isExcluded() {
        return !differences.isEmpty();
    }

    /** Returns how many differences and doubts were found before it stopped. */
    int size() {
        return differences.size() + doubts.size();
    }

    /** Returns the differences and doubts as texts. */
    List<String> inWords() {
        return Stream.concat(differences.stream(), doubts.stream())
                .limit(MAX_DIFFERENCES)
                .map(Finding::inWords)
                .toList();
    }

    private BodyMatch read(JsonNode wanted, String body, boolean truncated) {
        JsonNode actual;
        try {
            actual = parse(body);
        } catch (StreamConstraintsException e) {
            doubts.add(Finding.of(Place.BODY, wanted, "nested too deeply to be compared"));
            return this;
        } catch (JacksonException e) {
            // A truncated body is not valid JSON even if the whole body is.
            (truncated ? doubts : differences)
                    .add(Finding.of(Place.BODY, wanted, truncated ? "not stored as a whole" : "no JSON"));
            return this;
        }
        if (actual.isArray() && !wanted.isArray()) {
            return anyOf(wanted, actual);
        }
        compare(Place.BODY, wanted, actual);
        return this;
    }

    /** Returns the comparison with the closest element. */
    private static BodyMatch anyOf(JsonNode wanted, JsonNode elements) {
        Place place = new Place(null, "body[*]");
        BodyMatch best = new BodyMatch(MAX_DIFFERENCES);
        best.differences.add(Finding.difference(Place.BODY, wanted, NODES.arrayNode()));
        boolean first = true;
        for (JsonNode element : elements) {
            BodyMatch match = new BodyMatch(first ? MAX_DIFFERENCES : Math.max(1, best.differences.size()));
            match.compare(place, wanted, element);
            if (match.isCertain()) {
                return match;
            }
            if (first || match.isCloserThan(best)) {
                best = match;
            }
            first = false;
        }
        return best;
    }

    private boolean isCloserThan(BodyMatch other) {
        return differences.size() == other.differences.size()
                ? doubts.size() < other.doubts.size()
                : differences.size() < other.differences.size();
    }

    private void compare(Place place, JsonNode wanted, @Nullable JsonNode actual) {
        if (isOver()) {
            return;
        }
        if (actual == null) {
            differences.add(Finding.difference(place, wanted, null));
        } else if (actual.isString() && actual.stringValue().contains(Entry.REDACTED)) {
            doubts.add(Finding.of(place, wanted, "redacted"));
        } else if (wanted.isObject() && actual.isObject()) {
            for (var field : wanted.properties()) {
                compare(new Place(place, field.getKey()), field.getValue(), actual.get(field.getKey()));
                if (isOver()) {
                    return;
                }
            }
        } else if (wanted.isNumber() && (actual.isNumber() || actual.isPojo())) {
            compareNumbers(place, wanted, actual);
        } else if (wanted.isArray() && actual.isArray() && wanted.size() == actual.size()) {
            compareElements(place, wanted, actual);
        } else if (wanted.isArray() || wanted.isObject() || !wanted.equals(actual)) {
            differences.add(Finding.difference(place, wanted, actual));
        }
    }

    private boolean isOver() {
        return differences.size() >= most || (doubts.size() >= MAX_DIFFERENCES && !differences.isEmpty());
    }

    private void compareElements(Place place, JsonNode wanted, JsonNode actual) {
        BodyMatch elements = new BodyMatch(1);
        for (int i = 0; i < wanted.size() && !elements.isExcluded(); i++) {
            elements.compare(place, wanted.get(i), actual.get(i));
        }
        if (elements.isExcluded()) {
            differences.add(Finding.difference(place, wanted, actual));
        } else if (!elements.isCertain()) {
            doubts.add(Finding.of(place, wanted, "not wholly known"));
        }
    }

    /** Compares numbers of limited length, which is fast with any exponent. */
    private void compareNumbers(Place place, JsonNode wanted, JsonNode actual) {
        BigDecimal number = wanted.decimalValue();
        if (actual.isPojo() || number.unscaledValue().bitLength() > MAX_BITS) {
            doubts.add(Finding.of(place, wanted, "a number too long to be compared"));
        } else if (number.compareTo(actual.decimalValue()) != 0) {
            differences.add(Finding.difference(place, wanted, actual));
        }
    }

    private static JsonNode parse(String body) {
        try (JsonParser parser = MAPPER.createParser(body)) {
            if (parser.nextToken() == null) {
                return NODES.missingNode();
            }
            JsonNode node = node(parser);
            if (parser.nextToken() != null) {
                throw new tools.jackson.core.exc.StreamReadException(parser, "Something follows");
            }
            return node;
        }
    }

    /** Reads the value at the current token. A number that is too long becomes a distinct node that equals no other. */
    private static JsonNode node(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getString());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            default -> NODES.stringNode(parser.getString());
        };
    }

    private static ObjectNode object(JsonParser parser) {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            object.set(name, node(parser));
        }
        return object;
    }

    private static ArrayNode array(JsonParser parser) {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(node(parser));
        }
        return array;
    }

    private static JsonNode number(String digits) {
        try {
            return digits.length() > MAX_DIGITS ? NODES.pojoNode(digits) : NODES.numberNode(new BigDecimal(digits));
        } catch (NumberFormatException e) {
            return NODES.pojoNode(digits); // its exponent is out of range
        }
    }
}
