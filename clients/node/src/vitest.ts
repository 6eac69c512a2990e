import { afterAll, beforeAll, inject, test as base, type TestAPI } from "vitest"
import { explainRequests } from "./explanations.js"
import type { Sandbox } from "./sandbox.js"
import { closeSharedServer, type Server, sharedServer } from "./server.js"

const START_MS = 300_000

declare module "vitest" {
  interface ProvidedContext {
    /** The URL of the server that `wdata-mock/vitest/setup` has started. */
    wdataMockUrl: string | undefined
    /** Options of that server, such as `--wdata-mock.validation=strict`. */
    wdataMockOptions: string[] | undefined
  }
}

export interface WdataMockFixtures {
  /** A new sandbox for each test, which is deleted after the test. Point the client at its `baseUrl`. */
  wdataMock: Sandbox
}

function server(): Promise<Server> {
  const url = inject("wdataMockUrl")
  return sharedServer(url ? { url } : {})
}

// Outside of the first test, whose timeout is shorter than a start may take.
beforeAll(async () => void (await server()), START_MS)
// A worker that is a thread does not end its child processes.
afterAll(closeSharedServer, START_MS)

/**
 * The `test` of Vitest with the fixture `wdataMock`. If a test fails, its report has the requests of the client and the
 * reasons for the responses. Without the global setup `wdata-mock/vitest/setup`, every test file starts a server.
 */
export const test: TestAPI<WdataMockFixtures> = base.extend<WdataMockFixtures>({
  wdataMock: async ({ task }, use) => {
    const mock = (await server()).sandbox()
    await use(mock)
    if (task.result?.state === "fail") {
      console.error(`wdata-mock: sandbox ${mock.name}\n${await explainRequests(mock)}`)
    }
    await mock[Symbol.asyncDispose]()
  },
})
