import assert from "node:assert/strict"
import test from "node:test"
import { sandboxFor } from "wdata-mock/node-test"

async function refresh(mock, connectionId) {
  const url = `${mock.baseUrl}/api/v1/connections/${connectionId}/refresh`
  return (await fetch(url, { method: "POST", headers: { Authorization: "Bearer any" } })).status
}

for (const run of [1, 2]) {
  test(`each test has its own sandbox, ${run}`, async t => {
    const mock = await sandboxFor(t)

    assert.equal(await refresh(mock, "stuck"), 200)
    assert.equal(await refresh(mock, "stuck"), 409)

    await mock.verify({ operation: "refreshConnection", count: { exactly: 2 } })
  })
}
