package io.wdatamock.openapi;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Puts the members of an OpenAPI object into words, whatever they are: what is not known to be a text counts. */
final class Facets {

    /** Members that nobody's code depends on. */
    static final Set<String> TEXTS =
            Set.of("description", "summary", "title", "example", "examples", "externalDocs", "servers", "security");

    /** Members whose entries come in no order. */
    private static final Set<String> SETS = Set.of("enum", "required", "tags", "type");

    private Facets() {}

    /** The members but those, each with a space before it. */
    static String others(JsonNode node, Set<String> handled) {
        return new TreeSet<>(node.propertyNames())
                .stream()
                        .filter(key -> !handled.contains(key))
                        .map(key -> word(key, node.path(key)))
                        .filter(word -> !word.isEmpty())
                        .map(word -> " " + word)
                        .collect(Collectors.joining());
    }

    /** One member; nothing if it is a text or says what goes without saying. */
    static String word(String key, JsonNode value) {
        boolean goesWithoutSaying = value.isBoolean() && !value.booleanValue() && !key.equals("default");
        return TEXTS.contains(key) || goesWithoutSaying ? "" : key + "=" + inWords(key, value);
    }

    private static String inWords(String key, JsonNode value) {
        if (value.isArray() && SETS.contains(key)) {
            return value.valueStream().map(JsonNode::asString).sorted().collect(Collectors.joining(",", "[", "]"));
        }
        return value.isNumber()
                ? value.decimalValue().stripTrailingZeros().toPlainString()
                : value.asString(value.toString());
    }
}
