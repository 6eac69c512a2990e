package io.wdatamock.openapi;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Fetches the OpenAPI document. */
final class Documents {

    private static final Set<String> EXAMPLES = Set.of("example", "examples");

    private Documents() {}

    /** The document as it is served below a prefix such as {@code /sandbox/a}. */
    static JsonNode fetch(RestTestClient client, String prefix) {
        String json = client.get()
                .uri(prefix + "/v3/api-docs/wdata")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return JsonMapper.shared().readTree(Objects.requireNonNull(json));
    }

    /** The operations of a document. */
    static Stream<JsonNode> operations(JsonNode document) {
        return document.path("paths").valueStream().flatMap(JsonNode::valueStream);
    }

    /** What describes anything in a document, in the order of the document. */
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
