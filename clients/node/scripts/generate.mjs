// Copies the distribution of the server, and generates the types of its OpenAPI documents.
// The types are not checked in, so that they cannot differ from the server in the package.
// ./mvnw package -DskipTests builds the server.

import { execFileSync, spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync } from "node:fs"
import { cp, mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as delay } from "node:timers/promises"
import { fileURLToPath } from "node:url"

const home = fileURLToPath(new URL("..", import.meta.url))
for (const output of ["server", "src/generated"]) await rm(join(home, output), { recursive: true, force: true })
const directory = await mkdtemp(join(tmpdir(), "wdata-mock-build-"))
const port = join(directory, "port")
const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, "bin/java") : "java"
await cp(join(home, "../../target/dist"), join(home, "server"), { recursive: true, preserveTimestamps: true })
const server = spawn(
  java,
  [
    ...["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", join(home, "server/wdata-mock.jar")],
    ...["--server.port=0", `--wdata-mock.port-file=${port}`, "--wdata-mock.exit-on-stdin-close=true"],
  ],
  { stdio: ["pipe", "ignore", "inherit"] },
)
try {
  while (!existsSync(port)) {
    if (server.exitCode !== null) throw new Error(`The server ended with ${server.exitCode}`)
    await delay(50)
  }
  const url = `http://127.0.0.1:${await readFile(port, "utf8")}`
  for (const document of ["mock", "wdata"]) {
    const options = [`${url}/v3/api-docs/${document}`, "--output", `src/generated/${document}.ts`]
    execFileSync("openapi-typescript", options, { cwd: home, stdio: ["ignore", "ignore", "inherit"] })
  }
} finally {
  server.stdin.end()
  if (server.exitCode === null) await once(server, "exit")
  await rm(directory, { recursive: true })
}
