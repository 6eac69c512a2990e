package io.wdatamock.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiRequest;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.wire.WireJson;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Sends messages to the endpoint of a sandbox, and compares each result of a tool with the tool's output schema. */
final class McpClient {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final ApiClient api;
    private final Map<String, JsonNode> tools = new HashMap<>();

    McpClient(ApiClient api) {
        this.api = api;
        request("tools/list", "{}")
                .get("tools")
                .forEach(tool -> tools.put(tool.get("name").asString(), tool));
    }

    /** Returns the result of a request; fails if it is an error. */
    JsonNode request(String method, JsonNode params) {
        ObjectNode message = WireJson.MAPPER.createObjectNode();
        message.put("jsonrpc", "2.0").put("id", 1).put("method", method).set("params", params);
        JsonNode response = send(message.toString()).assertStatus(200).json();
        assertThat(response.has("result")).as("%s", response).isTrue();
        return response.get("result");
    }

    JsonNode request(String method, String params) {
        return request(method, WireJson.MAPPER.readTree(ApiRequest.toJson(params)));
    }

    ApiResponse send(String message) {
        return api.post("/mcp")
                .header("Accept", "application/json, text/event-stream")
                .body(message)
                .send();
    }

    /** Returns the result of a tool, which may be an error. */
    JsonNode callTool(String name, JsonNode arguments) {
        ObjectNode params = WireJson.MAPPER.createObjectNode().put("name", name);
        JsonNode result = request("tools/call", params.set("arguments", arguments));
        if (!result.get("isError").asBoolean()) {
            assertConforms("outputSchema", name, result.get("structuredContent"));
        }
        return result;
    }

    /** Returns the structured content of the result; fails if it is an error. */
    JsonNode tool(String name, String arguments) {
        JsonNode result = callTool(name, WireJson.MAPPER.readTree(ApiRequest.toJson(arguments)));
        assertThat(result.get("isError").asBoolean()).as("%s", result).isFalse();
        return result.get("structuredContent");
    }

    /** Returns the text of an error; fails if the result is none. */
    String toolError(String name, String arguments) {
        JsonNode result = callTool(name, WireJson.MAPPER.readTree(ApiRequest.toJson(arguments)));
        assertThat(result.get("isError").asBoolean()).as("%s", result).isTrue();
        return result.at("/content/0/text").asString();
    }

    /** Returns the names of a tool's arguments. */
    Collection<String> argumentsOf(String tool) {
        return Objects.requireNonNull(tools.get(tool))
                .at("/inputSchema/properties")
                .propertyNames();
    }

    /** Expects that a value conforms to the input or output schema of a tool. */
    void assertConforms(String schema, String tool, JsonNode value) {
        assertThat(SCHEMAS.getSchema(Objects.requireNonNull(tools.get(tool)).get(schema))
                        .validate(value))
                .as("%s", value)
                .isEmpty();
    }
}
