import assert from "node:assert/strict"
import { spawn } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { describe, test } from "node:test"
import { awaitEnd, javasOf, run } from "./processes.js"

const CLI = join(import.meta.dirname, "../dist/cli.js")

describe("the command", () => {
  test("says what it does", async () => {
    const { code, stdout } = await run(process.execPath, [CLI, "--help"])
    assert.equal(code, 0)
    assert.match(stdout, /^Usage: wdata-mock \[mcp\] \[OPTION\.\.\.\]/)
  })

  test("has the exit code of the server, and shows its log", async () => {
    const { code, stdout, stderr } = await run(process.execPath, [CLI, "--wdata-mock.validation=loose"])
    assert.equal(code, 1)
    assert.match(stdout + stderr, /wdata-mock\.validation was "loose"/)
  })

  test("says what is missing", async () => {
    const { code, stderr } = await run(process.execPath, [CLI], { JAVA_HOME: "", PATH: "/nowhere" })
    assert.equal(code, 1)
    assert.match(stderr, /^There is neither a Java \(JAVA_HOME is not set, nor on the PATH\) nor Docker\./)
  })

  test("connects standard input and output with a server", async () => {
    const cli = spawn(process.execPath, [CLI, "mcp"], { stdio: ["pipe", "pipe", "ignore"] })
    const exit = once(cli, "exit")
    cli.stdin.end('{"jsonrpc": "2.0", "id": 7, "method": "ping"}\n')
    const lines: string[] = []

    for await (const line of createInterface(cli.stdout)) lines.push(line)

    assert.deepEqual(lines.map(line => JSON.parse(line) as unknown), [{ jsonrpc: "2.0", id: 7, result: {} }])
    assert.deepEqual(await exit, [0, null])
  })

  for (const [signal, end] of [["SIGTERM", 143], ["SIGKILL", "SIGKILL"]] as const) {
    test(`ends the server at ${signal}`, async () => {
      const env = { ...process.env, WDATA_MOCK_URL: "http://127.0.0.1:1" }
      const cli = spawn(process.execPath, [CLI, "--server.port=0"], { env, stdio: ["ignore", "pipe", "inherit"] })
      const exit = once(cli, "exit")
      for await (const line of createInterface(cli.stdout)) if (line.includes("Listening on")) break
      const [java] = javasOf(cli.pid ?? 0)

      cli.kill(signal)

      const [code, by] = (await exit) as [number | null, string | null]
      assert.equal(code ?? by, end)
      await awaitEnd(java ?? 0)
    })
  }
})
