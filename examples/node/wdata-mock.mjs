/** What the tests say to the mock: a sandbox of their own, and the control API below it. */
import { randomUUID } from "node:crypto"

const server = process.env.WDATA_MOCK_URL ?? "http://localhost:8080"

/** Gives the test a fresh sandbox, and drops it when the test is over. */
export function sandbox(test) {
  const name = `node-${randomUUID()}`
  test.after(() => fetch(`${server}/__mock/sandboxes/${name}`, { method: "DELETE" }))
  return new Sandbox(`${server}/sandbox/${name}`)
}

class Sandbox {
  constructor(baseUrl) {
    this.baseUrl = baseUrl
  }

  settings(settings) {
    return this.#control("PUT", "/settings", settings)
  }

  scripts(connectionId, ...scripts) {
    return this.#control("PUT", `/connections/${connectionId}/scripts`, scripts)
  }

  fault(fault) {
    return this.#control("POST", "/faults", fault)
  }

  freezeClock() {
    return this.#control("PUT", "/clock", { mode: "frozen" })
  }

  advanceClock(milliseconds) {
    return this.#control("POST", "/clock/advance", { by: `PT${milliseconds / 1000}S` })
  }

  async now() {
    return Date.parse((await this.#control("GET", "/clock")).now)
  }

  /** Fails with the journal's nearest requests unless as many as expected were sent. */
  async verify(expected) {
    const verification = await this.#control("POST", "/requests/verify", expected)
    if (verification.verdict !== "satisfied") throw new Error(unmet(expected, verification))
  }

  async #control(method, path, body) {
    const answer = await fetch(`${this.baseUrl}/__mock${path}`, { method, body: body && JSON.stringify(body) })
    if (!answer.ok) throw new Error(await answer.text())
    return answer.json()
  }
}

/** What was expected, how many requests matched, and what differed in those that came closest. */
function unmet(expected, { verdict, matched, nearest }) {
  const requests = nearest.flatMap(({ seq, operation, differences }) => [
    `  #${seq} ${operation ?? "no operation"}`,
    ...differences.map(difference => `     ${difference}`),
  ])
  return [`Expected ${JSON.stringify(expected)}`, `  verdict: ${verdict}, matched: ${matched}`, ...requests].join("\n")
}
