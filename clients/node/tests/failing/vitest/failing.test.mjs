import { expect } from "vitest"
import { test } from "wdata-mock/vitest"
import { refresh } from "../client.mjs"

test("fails", async ({ wdataMock }) => {
  await refresh(wdataMock.baseUrl)
  expect(await refresh(wdataMock.baseUrl)).toBe(200)
})
