import assert from "node:assert/strict"
import test from "node:test"
import { sandboxFor } from "wdata-mock/node-test"
import { WdataClient } from "./wdata-client.mjs"

/** A mock whose time stands still but while the client waits, so that nothing takes longer than its requests. */
async function frozen(context) {
  const mock = await sandboxFor(context)
  await mock.setClock({ mode: "frozen" })
  const client = new WdataClient({
    baseUrl: mock.baseUrl,
    clientId: "nightly-sync",
    clientSecret: "secret",
    sleep: milliseconds => mock.advanceClock(milliseconds),
  })
  return { mock, client }
}

async function now(mock) {
  return Date.parse((await mock.getClock()).now)
}

test("waits for the end of a refresh that takes a minute", async context => {
  const { mock, client } = await frozen(context)
  const began = await now(mock)

  const run = await client.refresh("slow", { sourceParameters: { year: 2026 } })

  assert.equal(run.destinationStatus, "complete")
  assert.equal(run.createdBy, "nightly-sync")
  assert.equal(await now(mock) - began, 60_000)
  await mock.verify({
    operation: "refreshConnection",
    bodyContains: { sourceParameters: { year: 2026 } },
    count: { exactly: 1 },
  })
  await mock.verify({ operation: "getRefreshStatus", connectionId: "slow", count: { exactly: 30 } })
})

test("tells why a refresh failed, and the next one works", async context => {
  const { mock, client } = await frozen(context)
  await mock.putScripts("instant", { outcome: "fail_source", error: "The query timed out." }, "succeed")

  await assert.rejects(client.refresh("instant"), { message: "The query timed out." })
  await client.refresh("instant")
})

test("waits as long as a 429 says before it tries again", async context => {
  const { mock, client } = await frozen(context)
  const effect = { type: "status", status: 429, retryAfter: "7s" }
  await mock.addFault({ operation: "refreshConnection", times: 2, effect })
  const began = await now(mock)

  await client.refresh("instant")

  assert.equal(await now(mock) - began, 14_000)
  await mock.verify({ operation: "refreshConnection", status: 429, count: { exactly: 2 } })
  await mock.verify({ operation: "refreshConnection", status: 200, count: { exactly: 1 } })
})

test("gives up when the service stays down", async context => {
  const { mock, client } = await frozen(context)
  await mock.addFault({ effect: { type: "status", status: 503, message: "Down for maintenance" } })

  await assert.rejects(client.refresh("instant"), { status: 503, message: "Down for maintenance" })
  await mock.verify({ operation: "refreshConnection", status: 503, count: { exactly: 4 } })
})

test("asks for a new token when the old one has expired", async context => {
  const { mock, client } = await frozen(context)
  await mock.setSettings({ auth: "issued" })

  await client.refresh("instant")
  await mock.advanceClock(600_000)
  await client.refresh("instant")

  await mock.verify({ operation: "issueToken", count: { exactly: 2 } })
  await mock.verify({ operation: "refreshConnection", status: 401, count: { exactly: 1 } })
})

test("joins the run of a refresh whose answer got lost", async context => {
  const { mock, client } = await frozen(context)
  await mock.addFault({ operation: "refreshConnection", times: 1, when: "after", effect: { type: "disconnect" } })

  const run = await client.refresh("slow")

  assert.equal(run.destinationStatus, "complete")
  await mock.verify({ operation: "refreshConnection", status: 409, count: { exactly: 1 } })
})

test("reads all pages of the list", async context => {
  const { mock, client } = await frozen(context)

  const connectionIds = []
  for await (const connection of client.connections(10)) connectionIds.push(connection.connectionId)

  assert.ok(connectionIds.includes("always-succeeds"))
  assert.equal(new Set(connectionIds).size, connectionIds.length)
  await mock.verify({ operation: "listConnections", count: { exactly: Math.ceil(connectionIds.length / 10) } })
})

test("refreshes a batch", async context => {
  const { client } = await frozen(context)

  const batch = await client.refreshAll(["trial-balance-to-10k", "income-statement-to-10k", "cash-flow-to-10k"])

  assert.equal(batch.childRefreshes.length, 3)
})

test("says what is wrong with a connection", async context => {
  const { client } = await frozen(context)

  await assert.rejects(client.refresh("locked"), { status: 423 })
  await assert.rejects(client.refresh("no-such-connection"), { status: 404, message: /no-such-connection/ })
})
