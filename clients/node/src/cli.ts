#!/usr/bin/env node
import { spawn } from "node:child_process"
import { randomUUID } from "node:crypto"
import { constants } from "node:os"
import { ServerError } from "./errors.js"
import { CONTAINER_PORT, dockerArguments, findRuntime, javaArguments, serverEnvironment } from "./launch.js"

const HELP = `Usage: wdata-mock [mcp] [OPTION...]

Starts a mock server of the connections API of Workiva Wdata in the foreground, by default on http://localhost:8080.
Ctrl-C ends it. With mcp it serves an MCP client on standard input and output, by default on a free port (in Docker on
8080), and ends with the input.

Options are those of the server, for example:
  --server.port=9090                another port; 0 is a free one
  --wdata-mock.validation=strict    rejects what the vendor's documentation does not permit
  --wdata-mock.seed=FILE            connections of your own
  --help                            shows this help

Java 17 or newer is found by JAVA_HOME or on the PATH. Without one, the server runs in Docker, from the image that
WDATA_MOCK_IMAGE names.
`

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const

/** Runs the server until it ends, and returns its exit code. */
async function run(options: readonly string[]): Promise<number> {
  const runtime = await findRuntime()
  const isMcp = options[0] === "mcp"
  // Standard input is closed when this process ends in any way; for mcp it is that of the client.
  const own = isMcp ? options : [...options, "--wdata-mock.exit-on-stdin-close=true"]
  const args = runtime.kind === "java" ? await javaArguments(runtime.command, own) : inContainer(own)
  const child = spawn(runtime.command, args, {
    stdio: [isMcp ? "inherit" : "pipe", "inherit", "inherit"],
    env: serverEnvironment(),
  })
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal))
  return new Promise((resolve, reject) => {
    child.once("error", reject)
    child.once("exit", (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)))
  })
}

function inContainer(options: readonly string[]): string[] {
  const named = options.findLast(option => option.startsWith("--server.port="))
  const port = named?.split("=")[1] ?? process.env.SERVER_PORT ?? String(CONTAINER_PORT)
  const publish = `127.0.0.1:${port}:${port}`
  const others = options.filter(option => option !== named)
  return dockerArguments(`wdata-mock-${randomUUID()}`, publish, [...others, `--server.port=${port}`])
}

const options = process.argv.slice(2)
if (options.includes("--help") || options.includes("-h")) {
  process.stdout.write(HELP)
} else {
  run(options).then(
    code => process.exit(code),
    (error: unknown) => {
      console.error(error instanceof ServerError ? error.message : error)
      process.exit(1)
    },
  )
}
