package io.wdatamock.conformance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Converts documents of OpenAPI 3.1 to 3.0, because the validator ignores types in 3.1 (its newer release requires Java
 * 21). A type with {@code null} becomes {@code nullable}. The validator rejects a document with types that 3.0 cannot
 * express.
 */
final class OpenApi30 {

    private static final YAMLMapper YAML = new YAMLMapper();

    private OpenApi30() {}

    static JsonNode read(Path document) {
        try {
            return converted(YAML.readTree(document));
        } catch (JacksonException e) {
            throw new IllegalStateException(
                    "openapi was %s, which cannot be read".formatted(document.toAbsolutePath()), e);
        }
    }

    /** A document in YAML or JSON. */
    static JsonNode of(String document) {
        return converted(YAML.readTree(document));
    }

    private static JsonNode converted(JsonNode tree) {
        if (tree instanceof ObjectNode root && root.path("openapi").asString().startsWith("3.1.")) {
            root.put("openapi", "3.0.3");
            convert(root);
        }
        return tree;
    }

    private static void convert(JsonNode node) {
        // A property that is named "type" has an object there, not an array.
        if (node instanceof ObjectNode schema && schema.path("type") instanceof ArrayNode types) {
            convertTypes(schema, types);
        }
        node.forEach(OpenApi30::convert);
    }

    private static void convertTypes(ObjectNode schema, ArrayNode types) {
        List<JsonNode> others = new ArrayList<>();
        types.forEach(others::add);
        boolean nullable = others.removeIf(type -> type.asString().equals("null"));
        if (others.size() == 1) {
            schema.set("type", others.get(0));
            if (nullable) {
                schema.put("nullable", true);
            }
        }
    }
}
