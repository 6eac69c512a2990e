import assert from "node:assert/strict"
import { describe, test, type TestContext } from "node:test"
import { ControlError, Sandbox, type SandboxEvent, sandbox } from "wdata-mock"
import { refresh, status } from "./client.js"

async function newSandbox(t: TestContext): Promise<Sandbox> {
  const mock = await sandbox()
  t.after(() => mock[Symbol.asyncDispose]())
  return mock
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

const names = async (mock: Sandbox) => (await mock.listSandboxes()).map(({ name }) => name)

describe("a sandbox", () => {
  test("has a method for every operation of the control API", async t => {
    const mock = await newSandbox(t)
    const response = await fetch(`${mock.serverUrl}/v3/api-docs/mock`)
    const document = (await response.json()) as { paths: Record<string, Record<string, { operationId: string }>> }
    const operations = Object.values(document.paths).flatMap(path => Object.values(path).map(one => one.operationId))

    const methods: object = Sandbox.prototype
    const missing = operations.filter(operation => !Object.hasOwn(methods, operation))
    const known = ["constructor", ...operations]
    const unknown = Object.getOwnPropertyNames(methods).filter(method => !known.includes(method))

    assert.ok(operations.length > 25)
    assert.deepEqual([missing, unknown], [[], []])
  })

  test("runs by its scripts and its clock", async t => {
    const mock = await newSandbox(t)
    await mock.setClock({ mode: "frozen" })
    await mock.putScripts(
      "instant",
      { outcome: "fail_source", pacing: { type: "timed", queued: "1s" } },
      "succeed",
    )

    assert.equal((await refresh(mock, "instant")).status, 200)
    assert.equal((await status(mock, "instant")).sourceStatus, "not_started")
    await mock.advanceClock(1_500)
    assert.equal((await status(mock, "instant")).sourceStatus, "running")
    await mock.advanceClock({ until: { connectionId: "instant", stage: "done" } })
    assert.equal((await status(mock, "instant")).sourceStatus, "error")
    assert.deepEqual((await mock.listRuns({ connectionId: "instant" })).map(run => run.stage), ["done"])
  })

  test("advances its clock by fractions of a millisecond and by texts", async t => {
    const mock = await newSandbox(t)
    await mock.setClock({ mode: "frozen", now: "2027-01-01T00:00:00Z" })

    await mock.advanceClock(0.1 + 0.2)
    assert.equal((await mock.advanceClock("2s")).now, "2027-01-01T00:00:02.000Z")
  })

  test("applies faults", async t => {
    const mock = await newSandbox(t)
    const fault = await mock.addFault({ effect: { type: "status", status: 503 }, connectionId: "instant", times: 1 })

    assert.equal((await refresh(mock, "instant")).status, 503)
    assert.equal((await refresh(mock, "instant")).status, 200)
    assert.equal((await mock.listFaults()).find(({ id }) => id === fault.id)?.hits, 1)
    await mock.deleteFaults()
    assert.deepEqual(await mock.listFaults(), [])
    assert.deepEqual(await mock.addFault({ profile: "flaky-network" }), await mock.listFaults())
  })

  test("verifies requests, and explains what is missing", async t => {
    const mock = await newSandbox(t)
    await refresh(mock, "instant", { sourceParameters: { fiscal_year: 2026 } })

    await mock.verify({ operation: "refreshConnection", connectionId: "instant", count: { exactly: 1 } })
    await mock.verify({ bodyContains: { sourceParameters: { fiscal_year: 2026 } } })
    await assert.rejects(mock.verify({ operation: "refreshConnection", status: 409 }), {
      name: "AssertionError",
      message: /^Expected .*\n  verdict: violated, matched: 0\n  #1 refreshConnection\n +status: wanted 409, was 200/,
    })
  })

  test("restores the snapshot of another one", async t => {
    const mock = await newSandbox(t)
    const other = await newSandbox(t)
    await refresh(mock, "slow")

    await other.restoreSnapshot(await mock.getSnapshot())

    assert.deepEqual((await other.listRuns()).map(run => run.connectionId), ["slow"])
  })

  test("streams its events", async t => {
    const mock = await newSandbox(t)
    const seen: SandboxEvent["event"][] = []

    for await (const { event, data } of mock.watchEvents()) {
      seen.push(event)
      if (event === "clock") await refresh(mock, "instant")
      if (event === "run") {
        assert.equal(data.connectionId, "instant")
        break
      }
    }

    assert.deepEqual([seen[0], seen.at(-1)], ["clock", "run"])
    assert.equal((await collect(mock.watchEvents({ limit: 1 }))).length, 1)
  })

  test("stops streaming at a signal", async t => {
    const mock = await newSandbox(t)
    const signal = AbortSignal.timeout(200)

    await assert.rejects(collect(mock.watchEvents({ signal })), { name: "TimeoutError" })
  })

  test("reports why a request was rejected", async t => {
    const mock = await newSandbox(t)

    // @ts-expect-error There is no such mode.
    await assert.rejects(mock.setClock({ mode: "stopped" }), (error: unknown) => {
      assert.ok(error instanceof ControlError)
      assert.equal(error.status, 400)
      return /mode was "stopped", but must be one of/.test(error.message)
    })
  })

  test("is deleted at the end of its scope, even if nothing was sent to it", async () => {
    const observer = await sandbox("default")
    {
      await using used = await sandbox("used")
      await using _ = await sandbox("unused")
      await refresh(used, "instant")
      assert.ok((await names(observer)).includes("used"))
    }
    assert.ok(!(await names(observer)).includes("used"))
  })

  test("is isolated from 49 others", async () => {
    const mocks = await Promise.all(Array.from({ length: 50 }, () => sandbox()))

    const statuses = await Promise.all(mocks.map(async mock => (await refresh(mock, "stuck")).status))

    assert.deepEqual(new Set(statuses), new Set([200]))
    assert.equal(new Set(mocks.map(mock => mock.serverUrl)).size, 1)
    await Promise.all(mocks.map(mock => mock[Symbol.asyncDispose]()))
  })
})
