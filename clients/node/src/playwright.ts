import { test as base } from "@playwright/test"
import { explainRequests } from "./explanations.js"
import type { Sandbox } from "./sandbox.js"
import { Server } from "./server.js"

const START_MS = 300_000

export interface WdataMockFixtures {
  /** A new sandbox for each test, which is deleted after the test. Point the client at its `baseUrl`. */
  wdataMock: Sandbox
}

export interface WdataMockWorkerFixtures {
  /** Options of the server, such as `--wdata-mock.validation=strict`. */
  wdataMockOptions: string[]
  /** The server of the worker. */
  wdataMockServer: Server
}

/**
 * The `test` of Playwright with the fixture `wdataMock`. If a test fails, the requests of the client and the reasons
 * for the responses are attached. Without the global setup `wdata-mock/playwright/setup`, every worker starts a server.
 */
export const test = base.extend<WdataMockFixtures, WdataMockWorkerFixtures>({
  wdataMockOptions: [[], { scope: "worker", option: true }],
  wdataMockServer: [
    async ({ wdataMockOptions }, use) => {
      const server = await Server.start({ options: wdataMockOptions })
      await use(server)
      await server.close()
    },
    { scope: "worker", timeout: START_MS },
  ],
  wdataMock: async ({ wdataMockServer }, use, testInfo) => {
    const mock = wdataMockServer.sandbox()
    await use(mock)
    if (testInfo.status !== testInfo.expectedStatus) {
      const body = await explainRequests(mock)
      await testInfo.attach(`wdata-mock: sandbox ${mock.name}`, { body, contentType: "text/plain" })
    }
    await mock[Symbol.asyncDispose]()
  },
})

export { expect } from "@playwright/test"
