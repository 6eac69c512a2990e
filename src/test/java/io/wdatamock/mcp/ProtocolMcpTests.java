package io.wdatamock.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.control.Mutations;
import io.wdatamock.http.ApiClient;
import io.wdatamock.http.ApiRequest;
import io.wdatamock.http.ApiResponse;
import io.wdatamock.http.HttpTest;
import io.wdatamock.wire.VendorOperation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The messages of the protocol. */
@HttpTest
class ProtocolMcpTests {

    @Test
    void aClientInitializesWithTheVersionThatItKnows(ApiClient api) {
        JsonNode result = new McpClient(api).request("initialize", """
                {'protocolVersion': '2025-06-18', 'capabilities': {}, 'clientInfo': {'name': 'test', 'version': '1'}}""");

        assertThat(result.get("protocolVersion").asString()).isEqualTo("2025-06-18");
        assertThat(result.at("/serverInfo/name").asString()).isEqualTo("wdata-mock");
        assertThat(result.get("instructions").asString()).contains("describe_sandbox");
    }

    @Test
    void aNotificationIsAccepted(ApiClient api) {
        ApiResponse response =
                new McpClient(api).send("{\"jsonrpc\": \"2.0\", \"method\": \"notifications/initialized\"}");

        assertThat(response.assertStatus(202).text()).isEmpty();
    }

    @Test
    void everyDefinitionIsATool(ApiClient api) {
        JsonNode tools = new McpClient(api).request("tools/list", "{}").get("tools");

        assertThat(tools).hasSize(ToolDefinition.readAll().size()).allSatisfy(tool -> {
            assertThat(tool.at("/inputSchema/properties/sandbox").isObject()).isTrue();
            assertThat(tool.at("/outputSchema/type").asString()).isEqualTo("object");
            // Providers of models reject alternatives at the top of a schema, and clients need one type.
            assertThat(tool.get("inputSchema").propertyNames()).doesNotContain("oneOf", "anyOf", "allOf");
            tool.at("/inputSchema/properties")
                    .forEachEntry((name, property) -> assertThat(property.has("type"))
                            .as(name)
                            .isEqualTo(!name.equals("bodyContains"))); // any JSON
            assertThat(tool.get("inputSchema").findValues("type")).noneMatch(JsonNode::isArray);
        });
        assertThat(tools.findValuesAsString("$ref")).allMatch(reference -> reference.startsWith("#/$defs/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"list_requests", "look_up_fidelity"})
    void toolsKnowAllOperations(String tool) {
        JsonNode operation = ToolDefinition.readAll().stream()
                .filter(definition -> definition.name().equals(tool))
                .findFirst()
                .orElseThrow()
                .properties()
                .get("operation?");

        assertThat(operation.get("enum").valueStream().map(JsonNode::asString))
                .containsExactly(Stream.of(VendorOperation.values())
                        .map(Object::toString)
                        .toArray(String[]::new));
    }

    @Test
    void resourcesAndPromptsAreReadable(ApiClient api) {
        McpClient mcp = new McpClient(api);

        JsonNode resources = mcp.request("resources/list", "{}").get("resources");
        assertThat(resources)
                .hasSize(5)
                .allSatisfy(resource -> assertThat(mcp.request(
                                        "resources/read",
                                        "{'uri': '%s'}"
                                                .formatted(resource.get("uri").asString()))
                                .at("/contents/0/text")
                                .asString())
                        .isNotBlank());
        JsonNode prompt = mcp.request("prompts/get", "{'name': 'explain_response', 'arguments': {'request': '7'}}");
        assertThat(prompt.at("/messages/0/content/text").asString()).contains("(request: 7)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"jsonrpc\": \"2.0\", \"id\": null, \"method\": \"ping\"}",
                "{\"jsonrpc\": \"2.0\", \"id\": 1.5, \"method\": \"ping\"}",
                "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": 5.5, \"x\": 1}",
                "{\"jsonrpc\": \"2.0\", \"id\": 1, \"result\": {}}"
            })
    void anythingElseIsRejected(String message, ApiClient api) {
        ApiResponse response = new McpClient(api).send(message);

        assertThat(response.status()).as(response.text()).isIn(200, 400);
        assertThat(response.text()).containsAnyOf("JSON-RPC 2.0", "\"error\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name': 'list_runs', 'arguments': [1]} | arguments was [1], but must be an object",
                "{'name': 'list_runs', 'arguments': 'x'} | arguments was \"x\", but must be an object",
                "{'name': 'list_run'}                    | name was \"list_run\", but must be one of describe_sandbox, ",
                "{}                                      | name is missing, but must be one of describe_sandbox, "
            })
    void wrongParametersAreExplained(String params, String message, ApiClient api) {
        ApiResponse response = new McpClient(api).send(ApiRequest.toJson("""
                {'jsonrpc': '2.0', 'id': 1, 'method': 'tools/call', 'params': %s}""".formatted(params)));

        response.assertStatus(200);
        assertThat(response.at("/error/code")).isEqualTo("-32602");
        assertThat(response.at("/error/message")).startsWith(message);
    }

    @Test
    void mutatedMessagesAreAnsweredOrRejected(ApiClient api) {
        List<String> valid = Stream.of(
                        "'initialize', 'params': {'protocolVersion': '2025-11-25', 'capabilities': {},"
                                + " 'clientInfo': {'name': 'test', 'version': '1'}}",
                        "'tools/list', 'params': {'cursor': 'x'}",
                        "'tools/call', 'params': {'name': 'list_runs', 'arguments': {'limit': 1}}",
                        "'resources/read', 'params': {'uri': 'wdata-mock://seed'}",
                        "'prompts/get', 'params': {'name': 'explain_response', 'arguments': {'request': '7'}}",
                        "'logging/setLevel', 'params': {'level': 'debug'}",
                        "'notifications/cancelled', 'params': {'requestId': 1}")
                .map(rest -> ApiRequest.toJson("{'jsonrpc': '2.0', 'id': 1, 'method': %s}".formatted(rest)))
                .toList();
        Mutations mutations = new Mutations(1, valid);
        McpClient mcp = new McpClient(api);

        for (int i = 0; i < 3_000; i++) {
            String message = new String(mutations.next(), StandardCharsets.UTF_8);
            assertThat(mcp.send(message).status()).as(message).isIn(200, 202, 400);
        }
    }

    @Test
    void unsupportedVersionsAreRejected(ApiClient api) {
        api.post("/mcp")
                .header("MCP-Protocol-Version", "1999-01-01")
                .body("{}")
                .send()
                .assertProblem(
                        400,
                        "MCP-Protocol-Version",
                        "The header MCP-Protocol-Version was \"1999-01-01\", but must be one of 2024-11-05, 2025-03-26,"
                                + " 2025-06-18, 2025-11-25");
    }

    @Test
    void onlyPostIsAllowed(ApiClient api) {
        assertThat(api.get("/mcp").send().assertStatus(405).header("Allow")).isEqualTo("POST");
        api.delete("/mcp").assertStatus(405);
    }
}
