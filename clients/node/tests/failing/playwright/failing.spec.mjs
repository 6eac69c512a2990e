import { expect, test } from "wdata-mock/playwright"
import { refresh } from "../client.mjs"

test("fails", async ({ wdataMock }) => {
  await refresh(wdataMock.baseUrl)
  expect(await refresh(wdataMock.baseUrl)).toBe(200)
})
