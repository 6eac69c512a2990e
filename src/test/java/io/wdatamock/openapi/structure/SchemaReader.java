package io.wdatamock.openapi.structure;

import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * Reads schemas. An object that a {@code $ref} refers to appears by its name, with facts for its properties; any other
 * schema appears as if it replaced the {@code $ref}.
 */
final class SchemaReader {

    /** Members without an effect on requests and responses. */
    static final Set<String> TEXTS =
            Set.of("description", "summary", "title", "example", "examples", "externalDocs", "servers", "security");

    /** Members whose elements have no order. */
    private static final Set<String> SETS = Set.of("enum", "required", "tags", "type");

    private static final Set<String> CHOICES = Set.of("oneOf", "anyOf", "allOf");

    private final JsonNode document;
    private final Map<String, String> facts;

    SchemaReader(JsonNode document, Map<String, String> facts) {
        this.document = document;
        this.facts = facts;
    }

    /** Adds the facts of a component that is an object. */
    void readNamed(String name, JsonNode schema) {
        if (isObject(schema)) {
            facts.put(name, read(name, schema));
        }
    }

    /** Returns a schema as one line, and adds the facts of its properties. */
    String read(String name, JsonNode schema) {
        if (schema.isMissingNode()) {
            return "(no schema)";
        }
        schema.path("properties").forEachEntry((property, value) -> {
            String propertyName = name + "." + property;
            facts.put(propertyName, read(propertyName, value));
        });
        return words(name, schema).stream().filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
    }

    private SortedSet<String> words(String name, JsonNode schema) {
        SortedSet<String> words = new TreeSet<>();
        schema.forEachEntry((key, value) -> {
            if (key.equals("$ref")) {
                words.addAll(target(name, value.asString("")));
            } else if (!key.equals("properties")) {
                words.add(word(name, key, value));
            }
        });
        return words;
    }

    private String word(String name, String key, JsonNode value) {
        if (key.equals("items") || key.equals("additionalProperties")) {
            return "%s={%s}".formatted(key, value.isObject() ? read(name + "[]", value) : value);
        }
        if (CHOICES.contains(key)) {
            return value.valueStream()
                    .map(choice -> read(name, choice))
                    .sorted()
                    .collect(Collectors.joining(" | ", key + "=(", ")"));
        }
        return member(key, value);
    }

    private SortedSet<String> target(String name, String reference) {
        JsonNode target = reference.startsWith("#/") ? document.at(JsonPointer.compile(reference.substring(1))) : null;
        if (target == null || target.isMissingNode()) {
            return new TreeSet<>(Set.of("(unknown schema %s)".formatted(reference)));
        }
        return isObject(target)
                ? new TreeSet<>(Set.of(reference.substring(reference.lastIndexOf('/') + 1)))
                : words(name, target);
    }

    private static boolean isObject(JsonNode schema) {
        return schema.has("properties");
    }

    /** All members except these, including unknown ones, each after a space. */
    static String otherMembers(JsonNode node, Set<String> excluded) {
        return new TreeSet<>(node.propertyNames())
                .stream()
                        .filter(key -> !excluded.contains(key))
                        .map(key -> member(key, node.path(key)))
                        .filter(member -> !member.isEmpty())
                        .map(member -> " " + member)
                        .collect(Collectors.joining());
    }

    /** One member; empty for a text, and for {@code false} where it is the default. */
    private static String member(String key, JsonNode value) {
        boolean isDefault = value.isBoolean() && !value.booleanValue() && !key.equals("default");
        return TEXTS.contains(key) || isDefault ? "" : key + "=" + value(key, value);
    }

    private static String value(String key, JsonNode value) {
        if (value.isArray() && SETS.contains(key)) {
            return value.valueStream().map(JsonNode::asString).sorted().collect(Collectors.joining(",", "[", "]"));
        }
        return value.isNumber()
                ? value.decimalValue().stripTrailingZeros().toPlainString()
                : value.asString(value.toString());
    }
}
