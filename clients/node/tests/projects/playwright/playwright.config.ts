import { defineConfig } from "@playwright/test"
import type { WdataMockWorkerFixtures } from "wdata-mock/playwright"

export default defineConfig<object, WdataMockWorkerFixtures>({
  globalSetup: "wdata-mock/playwright/setup",
  fullyParallel: true,
  workers: 2,
  reporter: "line",
  use: { wdataMockOptions: ["--wdata-mock.validation=strict"] },
})
