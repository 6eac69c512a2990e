package io.wdatamock.client;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The server's OpenAPI document. Describes each schema in one line: names, types and enums, sorted. */
record ApiDocument(JsonNode root) {

    static String name(JsonNode reference) {
        String path = reference.get("$ref").asString();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    Set<String> operations() {
        Set<String> ids = new TreeSet<>();
        root.get("paths")
                .forEach(path -> path.forEach(
                        operation -> ids.add(operation.get("operationId").asString())));
        return ids;
    }

    Set<String> schemas() {
        return root.at("/components/schemas").properties().stream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The schemas that requests and responses refer to. */
    Set<String> schemasOfBodies() {
        return ContractTests.references(root.get("paths"));
    }

    String shape(String schema) {
        return shapeOf(root.at("/components/schemas/" + schema));
    }

    String parametersOf(String path) {
        Map<String, String> parameters = new TreeMap<>();
        root.get("paths")
                .get(path)
                .get("get")
                .get("parameters")
                .forEach(parameter ->
                        parameters.put(parameter.get("name").asString(), shapeOf(parameter.get("schema"))));
        return parameters.toString();
    }

    private String shapeOf(JsonNode schema) {
        if (schema.has("$ref")) {
            return shape(name(schema));
        }
        if (schema.has("anyOf")) {
            return shapeOf(schema.get("anyOf").get(0)); // the other one is null
        }
        if (schema.has("oneOf")) {
            // The client writes the object, not the short form.
            if (schema.get("oneOf").valueStream().anyMatch(alternative -> !alternative.has("$ref"))) {
                return schema.get("oneOf")
                        .valueStream()
                        .filter(alternative -> alternative.has("$ref"))
                        .map(this::shapeOf)
                        .findFirst()
                        .orElseThrow();
            }
            Map<String, String> alternatives = new TreeMap<>();
            schema.get("oneOf")
                    .forEach(alternative -> alternatives.put(
                            name(alternative), properties(alternative).toString()));
            return "oneOf" + alternatives;
        }
        if (schema.has("const")) {
            return "const";
        }
        if (schema.has("enum")) {
            Set<String> values = new TreeSet<>();
            schema.get("enum").forEach(value -> values.add(value.asString()));
            return "enum" + values;
        }
        if (schema.has("items")) {
            JsonNode element = schema.get("items");
            boolean isRecursive = element.has("$ref") && name(element).equals("RequestPattern");
            return "[" + (isRecursive ? name(element) : shapeOf(element)) + "]";
        }
        return properties(schema).isEmpty()
                ? scalar(schema)
                : properties(schema).toString();
    }

    /** The properties of a schema and of those that it extends, without the discriminator. */
    private Map<String, String> properties(JsonNode schema) {
        Map<String, String> properties = new TreeMap<>();
        if (schema.has("$ref")) {
            properties.putAll(properties(root.at("/components/schemas/" + name(schema))));
        }
        if (schema.has("allOf")) {
            schema.get("allOf").forEach(part -> properties.putAll(properties(part)));
        }
        if (schema.has("properties")) {
            schema.get("properties")
                    .properties()
                    .forEach(property -> properties.put(property.getKey(), shapeOf(property.getValue())));
        }
        properties.values().removeIf("const"::equals);
        return properties;
    }

    /** The type without {@code null}. */
    private static String type(JsonNode type) {
        return type.isArray()
                ? type.valueStream()
                        .map(JsonNode::asString)
                        .filter(name -> !name.equals("null"))
                        .collect(Collectors.joining(" or "))
                : type.asString("any");
    }

    private static String scalar(JsonNode schema) {
        String type = type(schema.path("type"));
        if (type.equals("object")) {
            JsonNode values = schema.path("additionalProperties");
            return values.has("type") ? "object of " + values.get("type").asString() : "object";
        }
        return schema.has("format") ? type + " " + schema.get("format").asString() : type;
    }
}
