package io.wdatamock.openapi;

import io.wdatamock.http.ApiClient;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads OpenAPI documents. */
final class Documents {

    private static final Set<String> EXAMPLES = Set.of("example", "examples");

    private Documents() {}

    /** The document in the sandbox of a client. */
    static JsonNode fetch(ApiClient api) {
        return api.get("/v3/api-docs/wdata").assertStatus(200).json();
    }

    /** The operations of a document. */
    static Stream<JsonNode> operations(JsonNode document) {
        return document.path("paths").valueStream().flatMap(JsonNode::valueStream);
    }

    /** All descriptions of a document, in its order. */
    static Stream<String> descriptions(JsonNode node) {
        return node.isArray()
                ? node.valueStream().flatMap(Documents::descriptions)
                : node.propertyStream().flatMap(Documents::descriptions);
    }

    private static Stream<String> descriptions(Map.Entry<String, JsonNode> member) {
        JsonNode value = member.getValue();
        if (member.getKey().equals("description") && value.isString()) {
            return Stream.of(value.asString());
        }
        return EXAMPLES.contains(member.getKey()) ? Stream.empty() : descriptions(value);
    }
}
