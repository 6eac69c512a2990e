import assert from "node:assert/strict"
import { once } from "node:events"
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { describe, test, type TestContext } from "node:test"
import { Server } from "wdata-mock"
import { findJava } from "../dist/java.js"
import { refresh } from "./client.js"
import { awaitEnd, javasOf, run } from "./processes.js"

/** Sets environment variables during a test; undefined removes one. */
function setEnvironment(t: TestContext, variables: NodeJS.ProcessEnv): void {
  const before = { ...process.env }
  t.after(() => {
    process.env = before
  })
  process.env = { ...process.env, ...variables }
  for (const [name, value] of Object.entries(variables)) if (value === undefined) delete process.env[name]
}

/** Returns a directory with one command, a shell script. */
async function commandDirectory(t: TestContext, name: string, script: string): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "wdata-mock-test-"))
  t.after(() => rm(directory, { recursive: true }))
  await writeFile(join(directory, name), `#!/bin/sh\n${script}\n`)
  await chmod(join(directory, name), 0o755)
  return directory
}

/** Runs a module that imports the package. */
const runModule = (source: string) => run(process.execPath, ["--input-type=module", "--eval", source])

describe("a server", () => {
  test("takes options and settings of the environment, and ends with its scope", async t => {
    setEnvironment(t, { WDATA_MOCK_URL: "", WDATA_MOCK_IMAGE: "not-a-setting", WDATA_MOCK_OVERLAP: "allow" })
    let url: string
    {
      await using server = await Server.start({ options: ["--wdata-mock.validation=strict"] })
      url = server.url
      const { validation, overlap } = await server.sandbox().getSettings()
      assert.deepEqual({ validation, overlap }, { validation: "strict", overlap: "allow" })
      assert.equal(javasOf(process.pid).length, 1)
    }
    await assert.rejects(fetch(url))
    assert.deepEqual(javasOf(process.pid), [])
  })

  test("reports why it does not start", async () => {
    await assert.rejects(Server.start({ options: ["--wdata-mock.validation=loose"] }), {
      name: "ServerError",
      message: /The server did not start; it ended with exit code 1:\n[^]*wdata-mock\.validation was "loose"/,
    })
  })

  test("reports a start that takes too long", async () => {
    await assert.rejects(Server.start({ timeout: 1 }), /did not start within 0\.001 s/)
    assert.deepEqual(javasOf(process.pid), [])
  })

  test("reports how it ended", async () => {
    await using server = await Server.start()
    const reported = new Promise<string>(resolve => server.onFailure(resolve))
    const mock = server.sandbox()
    await refresh(mock, "instant")
    const held = mock.verify({ operation: "getConnection", within: "1m" })
    setTimeout(() => javasOf(process.pid).forEach(pid => process.kill(pid, "SIGKILL")), 200)

    const expected = { name: "ServerError", message: /^The server ended by SIGKILL:\n[^]*Listening on http/ }
    await assert.rejects(held, expected)
    await assert.rejects(mock.getClock(), expected)
    assert.match(await reported, expected.message)
  })

  test("that runs already is used, and not ended", async t => {
    const running = createServer((_, response) => response.end('{"mode": "running"}')).listen(0, "127.0.0.1")
    t.after(() => running.close())
    await once(running, "listening")
    const url = `http://127.0.0.1:${(running.address() as AddressInfo).port}`
    setEnvironment(t, { WDATA_MOCK_URL: `${url}/` })

    const server = await Server.start({ options: ["--wdata-mock.validation=loose"] })
    await server.close()

    assert.equal(server.url, url)
    assert.deepEqual(await server.sandbox().getClock(), { mode: "running" })
  })

  test("that does not run is named", async () => {
    await assert.rejects(Server.start({ url: "localhost:8080" }), /was "localhost:8080", but must be one such as http:/)
    await using server = await Server.start({ url: "http://127.0.0.1:1" })
    await assert.rejects(server.sandbox().getClock(), /The server at http:\/\/127\.0\.0\.1:1 does not respond: /)
  })
})

describe("the process that starts a server", () => {
  const start = `
    import { execFileSync } from "node:child_process"
    import { sandbox } from "wdata-mock"
    const mock = await sandbox()
    await mock.getClock()
    console.log(execFileSync("pgrep", ["-P", process.pid, "java"], { encoding: "utf8" }))
  `

  for (const [end, statement, code] of [
    ["ends by itself", "", 0],
    ["is killed", 'process.kill(process.pid, "SIGKILL")', null],
  ] as const) {
    test(`leaves no server behind when it ${end}`, async () => {
      const finished = await runModule(`${start} ${statement}`)
      assert.equal(finished.code, code, finished.stderr)
      await awaitEnd(Number(finished.stdout))
    })
  }
})

describe("the runtime", () => {
  test("is missing: the message names the remedy", async t => {
    setEnvironment(t, { JAVA_HOME: "/nowhere", PATH: "/nowhere" })
    await assert.rejects(Server.start(), {
      name: "ServerError",
      message: /neither a Java \(in JAVA_HOME \(\/nowhere\), nor on the PATH\) nor Docker\. Install a JDK or JRE, 17/,
    })
  })

  test("is a Java that is too old: the message names it", async t => {
    const old = await commandDirectory(t, "java", `echo 'openjdk version "11.0.2" 2019-01-15' >&2`)
    setEnvironment(t, { JAVA_HOME: undefined, PATH: old })
    await assert.rejects(Server.start(), {
      message: `${old}/java is Java 11, but must be Java 17 or newer. ` +
        "Install a newer JDK or JRE, and set JAVA_HOME to its directory.",
    })
  })

  test("is the Java of the PATH if JAVA_HOME has none", async t => {
    const java = await commandDirectory(t, "java", `echo 'openjdk version "25" 2025-09-16' >&2`)
    setEnvironment(t, { JAVA_HOME: "/nowhere", PATH: java })
    assert.equal(await findJava(), join(java, "java"))
  })

  test("is Docker if there is no Java", async t => {
    const home = join(import.meta.dirname, "..")
    const { stdout: java } = await run("which", ["java"])
    const docker = await commandDirectory(
      t,
      "docker",
      `PATH=/bin:/usr/bin
       port="\${0%/*}/port"
       [ "$1" = port ] && { echo "127.0.0.1:$(cat "$port")"; exit; }
       echo "$@" >"$0.args"
       while [ "$1" != the-image ]; do shift; done
       shift
       exec ${java.trim()} -jar '${home}/server/wdata-mock.jar' --server.port=0 "--wdata-mock.port-file=$port" "$@"`,
    )
    const settings = { WDATA_MOCK_IMAGE: "the-image", WDATA_MOCK_OVERLAP: "allow" }
    setEnvironment(t, { JAVA_HOME: undefined, PATH: docker, ...settings })

    await using server = await Server.start({ options: ["--wdata-mock.validation=strict"] })

    const { validation, overlap } = await server.sandbox().getSettings()
    assert.deepEqual({ validation, overlap }, { validation: "strict", overlap: "allow" })
    const { stdout: args } = await run("/bin/cat", [join(docker, "docker.args")])
    const published = "--publish 127\\.0\\.0\\.1::8080"
    assert.match(args, RegExp(`^run --rm -i --name wdata-mock-\\S+ ${published} --env WDATA_MOCK_OVERLAP the-image `))
  })
})
