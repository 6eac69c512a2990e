import type { FullConfig } from "@playwright/test"
import type { WdataMockWorkerFixtures } from "./playwright.js"
import { Server } from "./server.js"

/**
 * A global setup of Playwright: starts one server for all workers, and ends it after the last test. Its options are
 * `use.wdataMockOptions` of the configuration.
 */
export default async function setup(config: FullConfig<object, WdataMockWorkerFixtures>): Promise<() => Promise<void>> {
  const server = await Server.start({ options: config.projects[0]?.use.wdataMockOptions ?? [] })
  server.onFailure(console.error)
  const before = process.env.WDATA_MOCK_URL
  process.env.WDATA_MOCK_URL = server.url
  return async () => {
    if (before === undefined) delete process.env.WDATA_MOCK_URL
    await server.close()
  }
}
