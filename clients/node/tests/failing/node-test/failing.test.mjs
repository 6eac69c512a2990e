import assert from "node:assert/strict"
import test from "node:test"
import { sandboxFor } from "wdata-mock/node-test"
import { refresh } from "../client.mjs"

test("fails", async t => {
  const mock = await sandboxFor(t)
  await refresh(mock.baseUrl)
  assert.equal(await refresh(mock.baseUrl), 200)
})
test("passes", async t => {
  const mock = await sandboxFor(t)
  assert.equal(await refresh(mock.baseUrl), 200)
})
