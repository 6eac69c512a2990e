package io.wdatamock.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.control.Mutations;
import io.wdatamock.http.ApiClient;
import io.wdatamock.http.HttpTest;
import io.wdatamock.wire.WireJson;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Each tool: its examples, and its errors. */
@HttpTest
class ToolsMcpTests {

    private static final int CALLS = 200;

    private static final List<JsonNode> HUGE = List.of(
            WireJson.MAPPER.getNodeFactory().stringNode("x".repeat(200_000)),
            WireJson.MAPPER.readTree("9".repeat(900)),
            WireJson.MAPPER.readTree("[" + "[1],".repeat(50_000) + "1]"),
            WireJson.MAPPER.readTree("{\"a\":".repeat(300) + "1" + "}".repeat(300)));

    static Stream<ToolDefinition> tools() {
        return ToolDefinition.readAll().stream();
    }

    static Stream<ToolDefinition> toolsWithExamples() {
        return tools().filter(tool -> !tool.examples().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("toolsWithExamples")
    void examplesAreAccepted(ToolDefinition tool, ApiClient api) {
        McpClient mcp = new McpClient(api);
        for (ObjectNode example : tool.examples()) {
            mcp.assertConforms("inputSchema", tool.name(), example);

            JsonNode result = mcp.callTool(tool.name(), example);

            assertThat(result.get("isError").asBoolean()).as("%s", result).isFalse();
            assertThat(WireJson.MAPPER.readTree(result.at("/content/0/text").asString()))
                    .isEqualTo(result.get("structuredContent"));
        }
    }

    @ParameterizedTest
    @MethodSource("tools")
    void mutatedArgumentsAreExplainedAndChangeNothing(ToolDefinition tool, ApiClient api) {
        List<String> valid = Stream.concat(
                        tool.examples().stream().map(ObjectNode::toString), Stream.of("{\"connectionId\": \"stuck\"}"))
                .toList();
        Mutations mutations = new Mutations(1, valid);
        McpClient mcp = new McpClient(api);
        int rejected = 0;
        for (int i = 0; i < CALLS; i++) {
            JsonNode arguments = parse(mutations.next());
            api.freezeClock(ApiClient.START); // an earlier call may have released it
            String before = api.control().snapshot();
            if (arguments instanceof ObjectNode object) {
                JsonNode result = mcp.callTool(tool.name(), object);
                if (result.get("isError").asBoolean()) {
                    rejected++;
                    assertThat(result.at("/content/0/text").asString())
                            .as("%s", arguments)
                            .isNotBlank()
                            .doesNotContain("unexpected");
                    assertThat(api.control().snapshot()).as("%s", arguments).isEqualTo(before);
                }
            }
        }
        assertThat(rejected).isPositive();
    }

    @ParameterizedTest
    @MethodSource("tools")
    void hugeArgumentsAreExplainedBrieflyAndChangeNothing(ToolDefinition tool, ApiClient api) {
        McpClient mcp = new McpClient(api);
        String before = api.control().snapshot();
        for (String argument : mcp.argumentsOf(tool.name())) {
            for (JsonNode huge : HUGE) {
                JsonNode result = mcp.callTool(
                        tool.name(), WireJson.MAPPER.createObjectNode().set(argument, huge));

                if (result.get("isError").asBoolean()) {
                    assertThat(result.at("/content/0/text").asString().length())
                            .as(argument)
                            .isBetween(10, 1_000);
                    assertThat(api.control().snapshot()).as(argument).isEqualTo(before);
                } else {
                    assertThat(tool.effect()).as(argument).isEqualTo(ToolDefinition.Effect.READ);
                }
            }
        }
    }

    @Test
    void hugeMessagesAreRejected(ApiClient api) {
        McpClient mcp = new McpClient(api);

        assertThat(mcp.send("{\"x\": \"%s\"}".formatted("x".repeat(40_000_000))).status())
                .isEqualTo(413);
        assertThat(mcp.send("[".repeat(100_000)).status()).isEqualTo(400);
    }

    private static JsonNode parse(byte[] json) {
        try {
            return WireJson.MAPPER.readTree(json);
        } catch (JacksonException e) {
            return WireJson.MAPPER.nullNode();
        }
    }

    @Test
    void unknownSandboxNamesAndArgumentsAreNamed(ApiClient api) {
        McpClient mcp = new McpClient(api);

        assertThat(mcp.toolError("list_runs", "{'sandbox': '../x'}"))
                .startsWith("The sandbox name was \"../x\", but must be ");
        assertThat(mcp.toolError("list_runs", "{'sandbox': 7}")).isEqualTo("sandbox was 7, but must be a string");
        assertThat(mcp.toolError("list_runs", "{'limit': 0}")).isEqualTo("limit was 0, but must be from 1 to 1000");
        assertThat(mcp.toolError("list_runs", "{'connection': 'slow'}")).contains("connection");
        assertThat(mcp.toolError("script_refreshes", "{'connectionId': 'slow'}"))
                .isEqualTo("scripts is missing; the tool needs it");
        assertThat(mcp.toolError("refresh_connection", "{'connectionId': 'nowhere'}"))
                .contains("\"nowhere\"");
        assertThat(mcp.toolError("get_request", "{'seq': 99}")).contains("no stored request 99");
    }
}
