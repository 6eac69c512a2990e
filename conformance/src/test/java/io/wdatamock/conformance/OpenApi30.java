package io.wdatamock.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads documents of OpenAPI 3.1 as ones of 3.0, since the validator overlooks types in 3.1 (its release that does not
 * wants Java 21). A type that may also be null becomes {@code nullable}; what 3.0 cannot say at all, such as a choice of
 * two other types, makes the validator refuse the document rather than overlook it.
 */
final class OpenApi30 {

    private static final YAMLMapper YAML = new YAMLMapper();

    private OpenApi30() {}

    static JsonNode read(Path document) {
        try {
            return of(Files.readString(document));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "openapi was %s, which cannot be read".formatted(document.toAbsolutePath()), e);
        }
    }

    /** A document in YAML or JSON. */
    static JsonNode of(String document) throws IOException {
        JsonNode tree = YAML.readTree(document);
        if (tree instanceof ObjectNode root && root.path("openapi").asText().startsWith("3.1.")) {
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
        boolean nullable = others.removeIf(type -> type.asText().equals("null"));
        if (others.size() == 1) {
            schema.set("type", others.get(0));
            if (nullable) {
                schema.put("nullable", true);
            }
        }
    }
}
