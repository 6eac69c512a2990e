import test from "node:test"
import { sandboxFor } from "wdata-mock/node-test"
import { SyncJob } from "./sync-job.mjs"

test("recovers from a lost response and a failure", async t => {
  const mock = await sandboxFor(t)
  await mock.setClock({ mode: "frozen" })
  await mock.putScripts("instant", "succeed", "fail_source", "succeed")
  await mock.addFault({ effect: { type: "disconnect" }, operation: "refreshConnection", when: "after", times: 1 })

  await new SyncJob(mock.baseUrl).run()

  await mock.verify({ operation: "refreshConnection", connectionId: "instant", count: { exactly: 3 } })
})
