import type { TestProject } from "vitest/node"
import { Server } from "./server.js"
import type {} from "./vitest.js"

/**
 * A global setup of Vitest: starts one server for all workers, and ends it after the last test. Its options are the
 * provided value `wdataMockOptions` of Vitest's configuration.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await Server.start({ options: project.config.provide.wdataMockOptions ?? [] })
  server.onFailure(console.error)
  project.provide("wdataMockUrl", server.url)
  return () => server.close()
}
