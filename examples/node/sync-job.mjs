/** A job that refreshes a connection, with up to three attempts. It knows nothing of the mock. */
export class SyncJob {
  #url

  constructor(baseUrl) {
    this.#url = `${baseUrl}/s/wdata/prep/api/v1/connections/instant/refresh`
  }

  async run() {
    for (const attempt of [1, 2, 3]) {
      if (await this.#refresh() === "complete") {
        return attempt
      }
    }
    throw new Error("no success in 3 attempts")
  }

  async #refresh() {
    try {
      const response = await fetch(this.#url, { method: "POST", headers: { Authorization: "Bearer any" } })
      return response.ok ? (await response.json()).body.destinationStatus : undefined
    } catch {
      return undefined
    }
  }
}
