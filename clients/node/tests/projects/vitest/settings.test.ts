import { expect, inject } from "vitest"
import { test } from "wdata-mock/vitest"

test("another worker uses the same server, with the options of the configuration", async ({ wdataMock }) => {
  expect(wdataMock.serverUrl).toBe(inject("wdataMockUrl"))
  expect(await wdataMock.getSettings()).toMatchObject({ validation: "strict" })
})
