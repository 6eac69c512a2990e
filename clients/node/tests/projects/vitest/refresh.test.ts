import { expect, inject } from "vitest"
import { test } from "wdata-mock/vitest"
import { refresh } from "./client.js"

test("a failed refresh is repeated", async ({ wdataMock }) => {
  await wdataMock.putScripts("instant", "fail_source", "succeed")

  await refresh(wdataMock.baseUrl, "instant")
  await refresh(wdataMock.baseUrl, "instant")

  await wdataMock.verify({ operation: "refreshConnection", connectionId: "instant", count: { exactly: 2 } })
})

test("each test has its own sandbox on the server of all workers", async ({ wdataMock }) => {
  await wdataMock.verify({ operation: "refreshConnection", connectionId: "instant", count: { exactly: 0 } })
  expect(wdataMock.serverUrl).toBe(inject("wdataMockUrl"))
})
