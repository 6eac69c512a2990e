package io.wdatamock.openapi.structure;

import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Reads the facts about operations, parameters, bodies, responses and schemas from an OpenAPI document. */
final class StructureReader {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final Set<String> READ_SEPARATELY = Set.of("operationId", "parameters", "requestBody", "responses");

    private final JsonNode document;
    private final SchemaReader schemas;
    private final SortedMap<String, String> facts = new TreeMap<>();

    StructureReader(JsonNode document) {
        this.document = document;
        this.schemas = new SchemaReader(document, facts);
    }

    SortedMap<String, String> facts() {
        document.path("paths").forEachEntry(this::readPath);
        document.path("components").path("schemas").forEachEntry(schemas::readNamed);
        return facts;
    }

    private void readPath(String path, JsonNode item) {
        item.forEachEntry((key, value) -> {
            if (METHODS.contains(key)) {
                String operation = "%-4s %s".formatted(key.toUpperCase(Locale.ROOT), path);
                readOperation(operation, value);
                readParameters(operation, item.path("parameters"));
            } else if (!key.equals("parameters") && !SchemaReader.TEXTS.contains(key)) {
                facts.put(path + " " + key, value.toString());
            }
        });
    }

    private void readOperation(String name, JsonNode operation) {
        facts.put(
                name,
                operation.path("operationId").asString("(no operationId)")
                        + SchemaReader.otherMembers(operation, READ_SEPARATELY));
        readParameters(name, operation.path("parameters"));
        JsonNode body = operation.path("requestBody");
        if (!body.isMissingNode()) {
            facts.put(name + " body", necessity(body) + SchemaReader.otherMembers(body, Set.of("required", "content")));
            readContent(name + " body", body.path("content"));
        }
        operation.path("responses").forEachEntry((status, response) -> readResponse(name + " " + status, response));
    }

    private void readParameters(String operation, JsonNode parameters) {
        for (JsonNode parameter : parameters) {
            String name = "%s %s parameter %s"
                    .formatted(
                            operation,
                            parameter.path("in").asString("?"),
                            parameter.path("name").asString("?"));
            facts.put(
                    name,
                    necessity(parameter) + " " + schemas.read(name, parameter.path("schema"))
                            + SchemaReader.otherMembers(parameter, Set.of("in", "name", "required", "schema")));
        }
    }

    private void readResponse(String name, JsonNode response) {
        if (response.path("content").isEmpty()) {
            facts.put(name, "without content");
        }
        readContent(name, response.path("content"));
        String others = SchemaReader.otherMembers(response, Set.of("content"));
        if (!others.isEmpty()) {
            facts.put(name + " otherwise", others.strip());
        }
    }

    private void readContent(String owner, JsonNode content) {
        content.forEachEntry((mediaType, value) -> {
            String name = owner + " " + mediaType;
            facts.put(
                    name,
                    schemas.read(name, value.path("schema")) + SchemaReader.otherMembers(value, Set.of("schema")));
        });
    }

    private static String necessity(JsonNode node) {
        return node.path("required").asBoolean(false) ? "required" : "optional";
    }
}
