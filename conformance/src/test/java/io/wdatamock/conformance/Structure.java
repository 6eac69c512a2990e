package io.wdatamock.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.util.Set;

/** An OpenAPI document without what may differ: texts, examples, tags, servers, and how to authenticate. */
final class Structure {

    private static final Set<String> MAY_DIFFER = Set.of(
            "description",
            "summary",
            "title",
            "example",
            "examples",
            "tags",
            "servers",
            "security",
            "securitySchemes",
            "externalDocs");

    /** Where the keys are names that the authors chose, not keywords. */
    private static final Set<String> NAMED = Set.of("properties", "schemas", "responses");

    private static final YAMLMapper YAML = new YAMLMapper();

    private Structure() {}

    /** The structure of a document in YAML or JSON. */
    static OpenAPI of(String document) throws IOException {
        JsonNode tree = YAML.readTree(OpenApi30.of(document));
        for (JsonNode part : new JsonNode[] {tree.path("paths"), tree.path("components")}) {
            strip(part, "");
        }
        ((ObjectNode) tree).remove(MAY_DIFFER);
        SwaggerParseResult result = new OpenAPIV3Parser().readContents(tree.toString(), null, new ParseOptions());
        assertThat(result.getMessages()).isNullOrEmpty();
        return result.getOpenAPI();
    }

    /** Strips what stands under this key. */
    private static void strip(JsonNode node, String key) {
        if (node instanceof ObjectNode object && !NAMED.contains(key)) {
            object.remove(MAY_DIFFER);
        }
        node.properties().forEach(child -> strip(child.getValue(), child.getKey()));
        if (node.isArray()) {
            node.forEach(element -> strip(element, ""));
        }
        if (key.equals("responses")) {
            // Each must have a description.
            node.forEach(response -> ((ObjectNode) response).put("description", ""));
        }
    }
}
