package io.wdatamock.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Takes an OpenAPI document apart: a line for each operation, parameter, body, answer, schema and property. */
final class Facts {

    private static final Set<String> TEXTS =
            Set.of("description", "summary", "title", "example", "examples", "externalDocs", "servers", "security");
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");

    private final JsonNode document;
    private final SortedMap<String, String> facts = new TreeMap<>();

    Facts(JsonNode document) {
        this.document = document;
    }

    SortedMap<String, String> read() {
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(entry -> METHODS.contains(entry.getKey()))
                        .forEach(entry -> readOperation(
                                entry.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), entry.getValue())));
        document.at("/components/schemas").properties().stream()
                .filter(schema -> schema.getValue().has("properties"))
                .forEach(schema -> readSchema(schema.getKey(), schema.getValue()));
        return facts;
    }

    private void readOperation(String name, JsonNode operation) {
        facts.put(
                name,
                "operation %s, tags %s"
                        .formatted(operation.path("operationId").asText(), words(operation.path("tags"))));
        for (JsonNode parameter : operation.path("parameters")) {
            String necessity = parameter.path("required").asBoolean() ? "required" : "optional";
            facts.put(
                    "%s, %s parameter %s"
                            .formatted(
                                    name,
                                    parameter.path("in").asText(),
                                    parameter.path("name").asText()),
                    necessity + ", " + words(parameter.path("schema")));
        }
        if (operation.has("requestBody")) {
            readContent(
                    name + ", body" + (operation.at("/requestBody/required").asBoolean() ? " (required)" : ""),
                    operation.at("/requestBody/content"));
        }
        operation
                .path("responses")
                .properties()
                .forEach(response -> readContent(
                        name + ", status " + response.getKey(),
                        response.getValue().path("content")));
    }

    private void readContent(String name, JsonNode content) {
        if (content.isEmpty()) {
            facts.put(name, "without content");
        }
        content.properties()
                .forEach(type -> facts.put(
                        name + ", " + type.getKey(), words(type.getValue().path("schema"))));
    }

    private void readSchema(String name, JsonNode schema) {
        facts.put(name, "object, required " + words(schema.path("required")));
        schema.path("properties")
                .properties()
                .forEach(property -> facts.put(name + "." + property.getKey(), words(property.getValue())));
    }

    /** A schema or another value in one line, without any order of its members. */
    private String words(JsonNode node) {
        if (node.isArray()) {
            TreeSet<String> elements = new TreeSet<>();
            node.forEach(element -> elements.add(words(element)));
            return elements.toString();
        }
        if (!node.isObject()) {
            return node.asText();
        }
        TreeSet<String> words = new TreeSet<>();
        node.properties().forEach(member -> {
            JsonNode value = member.getValue();
            boolean goesWithoutSaying = value.isBoolean()
                    && !value.booleanValue()
                    && !member.getKey().equals("default");
            if (member.getKey().equals("$ref")) {
                words.add(target(value.asText()));
            } else if (!TEXTS.contains(member.getKey()) && !goesWithoutSaying) {
                words.add(member.getKey() + " " + words(value));
            }
        });
        return String.join(", ", words);
    }

    /** A schema with properties counts by its name, any other as if it stood in the place of the reference. */
    private String target(String reference) {
        JsonNode target = document.at(reference.substring(1));
        return target.has("properties") ? reference.substring(reference.lastIndexOf('/') + 1) : words(target);
    }
}
