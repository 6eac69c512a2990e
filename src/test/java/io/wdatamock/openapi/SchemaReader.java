package io.wdatamock.openapi;

import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * Reads schemas as facts. A {@code $ref} to an object is represented by the object's name, and the object's properties
 * are separate facts. A {@code $ref} to any other schema is replaced by that schema.
 */
final class SchemaReader {

    private static final Set<String> CHOICES = Set.of("oneOf", "anyOf", "allOf");

    private final JsonNode document;
    private final Map<String, String> facts;

    SchemaReader(JsonNode document, Map<String, String> facts) {
        this.document = document;
        this.facts = facts;
    }

    /** Adds the facts of a component if it is an object. */
    void readNamed(String name, JsonNode schema) {
        if (isObject(schema)) {
            facts.put(name, read(name, schema));
        }
    }

    /** Describes a schema in one line, and adds the facts of its inline properties. */
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
        return Facets.word(key, value);
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
}
