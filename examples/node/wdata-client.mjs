/** A plain client of Wdata's connections API. It knows nothing of the mock. */

const FINAL = new Set(["complete", "error", "cancelled"])
const RETRIED = new Set([429, 503])

export class WdataError extends Error {
  constructor(message, status) {
    super(message)
    this.name = "WdataError"
    this.status = status
  }
}

export class WdataClient {
  #baseUrl
  #credentials
  #pollEvery
  #attempts
  #sleep
  #token

  /**
   * @param baseUrl the host of the API, such as https://h.app.wdesk.com
   * @param sleep waits for some milliseconds
   */
  constructor({ baseUrl, clientId, clientSecret, pollEvery = 2_000, attempts = 4, sleep = wait }) {
    this.#baseUrl = baseUrl
    this.#credentials = { grant_type: "client_credentials", client_id: clientId, client_secret: clientSecret }
    this.#pollEvery = pollEvery
    this.#attempts = attempts
    this.#sleep = sleep
  }

  /** All connections, page by page. */
  async *connections(pageSize = 1000) {
    let query = { limit: pageSize }
    do {
      const page = await this.#call("GET", "/connections?" + new URLSearchParams(query))
      yield* page.body
      query = page.cursor && { cursor: page.cursor }
    } while (query)
  }

  /** Starts a refresh, or joins the one that is under way, and waits for its end. */
  async refresh(connectionId, parameters = {}) {
    const path = `/connections/${encodeURIComponent(connectionId)}`
    let run
    try {
      run = (await this.#call("POST", `${path}/refresh`, parameters)).body
    } catch (error) {
      if (error.status !== 409) throw error
      run = (await this.#call("GET", `${path}/status`)).body
    }
    const jobId = run.jobId
    while (!isFinal(run)) {
      await this.#sleep(this.#pollEvery)
      run = (await this.#call("GET", `${path}/status?jobId=${jobId}`)).body
    }
    return succeeded(run)
  }

  /** Refreshes connections into one workbook together, and waits for their end. */
  async refreshAll(connectionIds) {
    const entries = connectionIds.map(connectionId => ({ connectionId }))
    let batch = (await this.#call("POST", "/connections/batch/refresh", entries)).body
    while (!isFinal(batch)) {
      await this.#sleep(this.#pollEvery)
      batch = (await this.#call("GET", `/connections/batch/refresh/${batch.batchRefreshId}`)).body
    }
    return succeeded(batch)
  }

  /** Sends a request until it is answered for good: again with a new token, after a pause, or after a lost answer. */
  async #call(method, path, body) {
    for (let attempt = 1; ; attempt++) {
      const answer = await this.#send(method, path, body).catch(lost => lost)
      if (answer.ok) return answer.json()
      if (attempt === this.#attempts) throw await problem(answer)
      if (answer instanceof Error) {
        await this.#sleep(1_000)
      } else if (answer.status === 401) {
        this.#token = undefined
      } else if (RETRIED.has(answer.status)) {
        await this.#sleep(1_000 * Number(answer.headers.get("Retry-After") ?? 2 ** attempt))
      } else {
        throw await problem(answer)
      }
    }
  }

  async #send(method, path, body) {
    this.#token ??= await this.#newToken()
    return fetch(`${this.#baseUrl}/s/wdata/prep/api/v1${path}`, {
      method,
      headers: { Authorization: `Bearer ${this.#token}`, "Content-Type": "application/json" },
      body: body && JSON.stringify(body),
    })
  }

  async #newToken() {
    const answer = await fetch(`${this.#baseUrl}/iam/v1/oauth2/token`, {
      method: "POST",
      body: new URLSearchParams(this.#credentials),
    })
    if (!answer.ok) throw new WdataError(`No token: ${await answer.text()}`, answer.status)
    return (await answer.json()).access_token
  }
}

function isFinal({ sourceStatus, destinationStatus }) {
  return FINAL.has(sourceStatus) && FINAL.has(destinationStatus)
}

function succeeded(run) {
  if (run.sourceStatus === "complete" && run.destinationStatus === "complete") return run
  throw new WdataError(run.error ?? `source ${run.sourceStatus}, destination ${run.destinationStatus}`)
}

async function problem(answer) {
  return answer instanceof Error ? answer : new WdataError([(await answer.json()).body].flat().join(" "), answer.status)
}

function wait(milliseconds) {
  return new Promise(resolve => setTimeout(resolve, milliseconds))
}
