package io.wdatamock;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.wire.WireJson;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** The command {@code mcp}: a server that exchanges messages on standard input and output. */
@Timeout(120)
class McpStdioTests {

    private static final String DESCRIBE = """
            {"jsonrpc": "2.0", "id": "a", "method": "tools/call",
             "params": {"name": "describe_sandbox", "arguments": {"sandbox": "b", "connectionId": "instant"}}}""".replace("\n", "");

    @Test
    void eachMessageIsAnsweredByOneLine() throws IOException, InterruptedException {
        List<JsonNode> responses = exchange(Map.of(), """
                {"jsonrpc": "2.0", "method": "notifications/initialized"}

                %s
                {"jsonrpc": "2.0", "id": 2, "method": "tools/call", "params": {"name": "list_runs", "arguments": {"limit": 0}}}
                {"jsonrpc": "2.0", "id": 3,
                """.formatted(DESCRIBE));

        assertThat(responses).hasSize(3);
        assertThat(response("\"a\"", responses)
                        .at("/result/structuredContent/baseUrl")
                        .asString())
                .matches("http://127\\.0\\.0\\.1:\\d+/sandbox/b");
        assertThat(response("2", responses).at("/result/isError").asBoolean()).isTrue();
        assertThat(response("null", responses).at("/error/message").asString()).contains("not valid JSON");
    }

    @Test
    void settingsApply() throws IOException, InterruptedException {
        Map<String, String> variables = Map.of(
                "WDATA_MOCK_CONTROL_TOKEN", "s3cret",
                "WDATA_MOCK_EXIT_ON_STDIN_CLOSE", "true",
                "SERVER_ADDRESS", "0.0.0.0");

        List<JsonNode> responses = exchange(variables, DESCRIBE, "--wdata-mock.validation=strict");

        assertThat(response("\"a\"", responses)
                        .at("/result/structuredContent/settings/validation")
                        .asString())
                .isEqualTo("strict");
        List<JsonNode> off = exchange(Map.of(), DESCRIBE, "--wdata-mock.control.enabled=false");
        assertThat(response("\"a\"", off).at("/error/message").asString()).startsWith("There is no route POST /mcp");
    }

    private static JsonNode response(String id, List<JsonNode> responses) {
        return responses.stream()
                .filter(response -> response.get("id").toString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Runs the command with this input, and returns the lines of its output. */
    private static List<JsonNode> exchange(Map<String, String> variables, String input, String... options)
            throws IOException, InterruptedException {
        List<String> arguments =
                Stream.concat(Stream.of("mcp"), Stream.of(options)).toList();
        Process process = ServerProcess.builder(variables, arguments)
                .redirectError(Redirect.DISCARD)
                .start();
        try {
            process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            List<JsonNode> lines =
                    process.inputReader().lines().map(WireJson.MAPPER::readTree).toList();
            assertThat(process.waitFor()).isZero();
            return lines;
        } finally {
            process.destroyForcibly();
        }
    }
}
