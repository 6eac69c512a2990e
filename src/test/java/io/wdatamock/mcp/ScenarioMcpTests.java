package io.wdatamock.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.wdatamock.http.ApiClient;
import io.wdatamock.http.HttpTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What an agent does with the tools. */
@HttpTest
class ScenarioMcpTests {

    @Test
    void aLostResponseIsExplainedAndVerified(ApiClient api) {
        McpClient mcp = new McpClient(api);
        JsonNode sandbox = mcp.tool("describe_sandbox", "{}");
        assertThat(sandbox.get("baseUrl").asString()).isEqualTo(api.host() + "/sandbox/" + api.sandbox());
        assertThat(sandbox.at("/clock/mode").asString()).isEqualTo("frozen");

        mcp.tool("put_connection", "{'connectionId': 'payroll', 'scripts': [{'outcome': 'fail_source'}]}");
        mcp.tool(
                "add_fault",
                "{'operation': 'refreshConnection', 'effect': {'type': 'status', 'status': 503}, 'times': 1}");
        api.refreshOf("payroll").assertStatus(503);
        api.refreshOf("payroll").assertStatus(200);

        JsonNode requests =
                mcp.tool("list_requests", "{'connectionId': 'payroll'}").get("requests");
        assertThat(requests.at("/0/explanation").asString()).contains("took script 1 of 1: fail_source");
        assertThat(requests.at("/1/faultId").asString()).isNotEmpty();
        assertThat(mcp.tool("get_request", "{'seq': 1}").get("curl").asString())
                .startsWith("curl -g -X POST '" + sandbox.get("baseUrl").asString()
                        + "/api/v1/connections/payroll/refresh' \\\n  -H ");
        mcp.tool("control_clock", "{'advance': {'until': {'connectionId': 'payroll', 'stage': 'done'}}}");
        assertThat(mcp.tool("list_runs", "{}").at("/runs/0/sourceStatus").asString())
                .isEqualTo("error");
        assertThat(mcp.tool("verify_requests", "{'operation': 'refreshConnection', 'count': {'exactly': 2}}")
                        .get("verdict")
                        .asString())
                .isEqualTo("satisfied");
    }

    @Test
    void aSnapshotIsTakenAndRestored(ApiClient api) {
        McpClient mcp = new McpClient(api);
        String before = api.control().snapshot();

        mcp.tool("copy_sandbox", "{'to': '%s-before'}".formatted(api.sandbox()));
        mcp.tool("refresh_connection", "{'connectionId': 'slow'}");
        mcp.tool("move_run", "{'connectionId': 'slow'}");
        assertThat(api.control().snapshot()).isNotEqualTo(before);
        mcp.tool("copy_sandbox", "{'sandbox': '%s-before', 'to': '%s'}".formatted(api.sandbox(), api.sandbox()));

        assertThat(api.control().snapshot()).isEqualTo(before);
        mcp.tool("reset_sandbox", "{}");
    }

    @Test
    void aBehaviourIsLookedUp(ApiClient api) {
        McpClient mcp = new McpClient(api);

        JsonNode assumed = mcp.tool("look_up_fidelity", "{'operation': 'refreshConnection', 'basis': 'assumed'}");

        assertThat(assumed.get("behaviours"))
                .isNotEmpty()
                .allSatisfy(behaviour ->
                        assertThat(behaviour.get("basis").asString()).isEqualTo("assumed"));
        assertThat(mcp.tool("look_up_fidelity", "{'words': 'no behaviour says this'}")
                        .get("behaviours"))
                .isEmpty();
    }

    @Test
    void anOperationComesWithItsSchemas(ApiClient api) {
        McpClient mcp = new McpClient(api);

        JsonNode document = mcp.tool("get_openapi", "{'document': 'wdata', 'operationId': 'getConnection'}")
                .get("document");

        assertThat(document.get("paths").propertyNames()).containsExactly("/api/v1/connections/{connectionId}");
        assertThat(document.at("/components/schemas").has("ConnectionDto")).isTrue();
        assertThat(document.at("/components/schemas").has("RefreshConnectionDto"))
                .isFalse();
        assertThat(mcp.toolError("get_openapi", "{'document': 'wdata', 'operationId': 'getConection'}"))
                .startsWith("operationId was \"getConection\", but must be one of ");
    }
}
