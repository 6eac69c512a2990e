import type { TestContext } from "node:test"
import { explainRequests } from "./explanations.js"
import type { Sandbox } from "./sandbox.js"
import { sandbox } from "./server.js"

/**
 * Returns a new sandbox for a test of node:test, which is deleted after the test. If the test fails, its diagnostics
 * have the requests of the client and the reasons for the responses.
 */
export async function sandboxFor(test: TestContext): Promise<Sandbox> {
  const mock = await sandbox()
  test.after(async () => {
    // Of Node 20.12 and newer, and not in its types.
    if (!(test as TestContext & { passed?: boolean }).passed) {
      for (const line of (await explainRequests(mock)).split("\n")) test.diagnostic(line)
    }
    await mock[Symbol.asyncDispose]()
  })
  return mock
}
