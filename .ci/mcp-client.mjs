// The scenario of mcp_client.py with the official MCP client for TypeScript, which compares each result with its schema.
// Usage: node mcp-client.mjs SANDBOX (URL | COMMAND ARGUMENT...)
import assert from "node:assert/strict"
import { Client } from "@modelcontextprotocol/sdk/client/index.js"
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js"
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js"

const [sandbox, ...address] = process.argv.slice(2)
const client = new Client({ name: "ci", version: "1" })

async function call(name, args = {}) {
  const result = await client.callTool({ name, arguments: { sandbox, ...args } })
  assert.ok(!result.isError, JSON.stringify(result.content))
  return result.structuredContent
}

/** Returns the status of a refresh; undefined if the response was lost. */
async function refresh(baseUrl) {
  const request = { method: "POST", headers: { Authorization: "Bearer any" } }
  const response = await fetch(`${baseUrl}/api/v1/connections/payroll/refresh`, request).catch(() => undefined)
  return response?.status
}

await client.connect(
  address[0].startsWith("http")
    ? new StreamableHTTPClientTransport(new URL(address[0]))
    : new StdioClientTransport({ command: address[0], args: address.slice(1), stderr: "ignore" }),
)
console.log(client.getServerVersion())
assert.equal((await client.listTools()).tools.length, 17)
const { baseUrl } = await call("describe_sandbox")

await call("put_connection", { connectionId: "payroll", scripts: [{ outcome: "fail_source" }, { outcome: "succeed" }] })
await call("control_clock", { set: { mode: "frozen" } })
assert.equal(await refresh(baseUrl), 200)
await call("control_clock", { advance: { until: { connectionId: "payroll", stage: "done" } } })
assert.equal((await call("list_runs", { connectionId: "payroll" })).runs[0].sourceStatus, "error")

await call("add_fault", { operation: "refreshConnection", times: 1, when: "after", effect: { type: "disconnect" } })
assert.deepEqual([await refresh(baseUrl), await refresh(baseUrl)], [undefined, 409])
const [, lost] = (await call("list_requests", { connectionId: "payroll" })).requests
assert.match(lost.explanation, /took script 2 of 2: succeed/)
await call("get_request", { seq: lost.seq })

const verdict = await call("verify_requests", { operation: "refreshConnection", count: { exactly: 3 } })
assert.equal(verdict.verdict, "satisfied")
const wrong = await client.callTool({ name: "move_run", arguments: { sandbox, connectionId: "pay" } })
assert.ok(wrong.isError)
await call("look_up_fidelity", { operation: "refreshConnection" })
await call("copy_sandbox", { to: `${sandbox}-copy` })
await call("get_openapi", { document: "wdata", operationId: "refreshConnection" })
for (const { uri } of (await client.listResources()).resources) await client.readResource({ uri })
for (const { name } of (await client.listPrompts()).prompts) await client.getPrompt({ name })
await client.close()
