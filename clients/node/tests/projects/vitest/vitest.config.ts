import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    globalSetup: "wdata-mock/vitest/setup",
    provide: { wdataMockOptions: ["--wdata-mock.validation=strict"] },
  },
})
