import assert from "node:assert/strict"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, describe, test } from "node:test"
import { sandbox } from "wdata-mock"
import { run } from "./processes.js"

const home = join(import.meta.dirname, "..")
const output = await mkdtemp(join(tmpdir(), "wdata-mock-test-"))
after(() => rm(output, { recursive: true }))

const RUNNERS = {
  vitest: ["node_modules/.bin/vitest", "run", "--root", "tests/failing/vitest"],
  "node:test": [process.execPath, "--test", "tests/failing/node-test/failing.test.mjs"],
  playwright: ["node_modules/.bin/playwright", "test", "-c", "tests/failing/playwright", "--output", output],
}

describe("a test that fails", () => {
  for (const [name, [command = "", ...args]] of Object.entries(RUNNERS)) {
    test(`explains the requests of the client with ${name}`, async () => {
      const observer = await sandbox("default")
      process.chdir(home)

      const env = { WDATA_MOCK_URL: observer.serverUrl, NODE_TEST_CONTEXT: undefined }
      const { code, stdout, stderr } = await run(command, args, env)

      const report = stdout + stderr
      assert.equal(code, 1, report)
      assert.match(report, /#1 POST \/api\/v1\/connections\/stuck\/refresh: 200\n/)
      assert.match(report, /#2 POST \/api\/v1\/connections\/stuck\/refresh: 409\n.*Rejected with 409/)
      assert.equal(report.match(/#1 POST/g)?.length, 1, "of the failing test only")
      assert.deepEqual((await observer.listSandboxes()).map(({ name }) => name), ["default"])
    })
  }
})
