package io.wdatamock.openapi;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Formats the members of an OpenAPI object, except texts. */
final class Facets {

    /** Members that do not affect clients. */
    static final Set<String> TEXTS =
            Set.of("description", "summary", "title", "example", "examples", "externalDocs", "servers", "security");

    /** Members whose entries are unordered. */
    private static final Set<String> SETS = Set.of("enum", "required", "tags", "type");

    private Facets() {}

    /** The members except the handled ones, each with a leading space. */
    static String others(JsonNode node, Set<String> handled) {
        return new TreeSet<>(node.propertyNames())
                .stream()
                        .filter(key -> !handled.contains(key))
                        .map(key -> word(key, node.path(key)))
                        .filter(word -> !word.isEmpty())
                        .map(word -> " " + word)
                        .collect(Collectors.joining());
    }

    /** One member; empty if it is a text or a default. */
    static String word(String key, JsonNode value) {
        boolean isDefault = value.isBoolean() && !value.booleanValue() && !key.equals("default");
        return TEXTS.contains(key) || isDefault ? "" : key + "=" + inWords(key, value);
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
