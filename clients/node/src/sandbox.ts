import { AssertionError } from "node:assert"
import { ControlClient } from "./control-client.js"
import { ControlError } from "./errors.js"
import { parseEvents } from "./events.js"
import { describeUnmet } from "./explanations.js"
import type { ControlSchemas, Outcome, RequestFilters, SandboxEvent } from "./schemas.js"

const NOT_FOUND = 404

const NO_TIME = { type: "timed", queued: "PT0S", source: "PT0S", destination: "PT0S" } as const

export interface SandboxOptions {
  /** The token of a protected control API; by default that of the environment variable WDATA_MOCK_CONTROL_TOKEN. */
  token?: string | undefined
  /** Called when the server cannot be reached; returns the reason, if known. */
  explain?: () => Promise<string | undefined>
}

/**
 * A sandbox: isolated connections, runs, clock, faults and journal. The server creates it at the first request.
 *
 * The methods are the operations of the control API, with the names of its OpenAPI document. They reject with a
 * {@link ControlError} if the server rejects the request, and with a `ServerError` if there is no server. Durations are
 * texts such as "5s", "250ms" and "PT5S", and instants are in RFC 3339.
 */
export class Sandbox {
  /** The URL of the server. */
  readonly serverUrl: string
  /** The base URL for the client under test. */
  readonly baseUrl: string
  readonly #control: ControlClient

  /** Addresses a sandbox of the server at `serverUrl`. */
  constructor(serverUrl: string, readonly name = "default", options: SandboxOptions = {}) {
    const { token = process.env.WDATA_MOCK_CONTROL_TOKEN, explain = async () => undefined } = options
    this.serverUrl = serverUrl.replace(/\/+$/, "")
    this.baseUrl = name === "default" ? this.serverUrl : `${this.serverUrl}/sandbox/${encodeURIComponent(name)}`
    this.#control = new ControlClient(this.serverUrl, this.baseUrl, token, explain)
  }

  // The sandbox

  /** Lists the operations of the control API. */
  getIndex(): Promise<ControlSchemas["Index"]> {
    return this.#control.json("GET", "")
  }

  /** Resets the sandbox to its seed. */
  reset(): Promise<void> {
    return this.#control.empty("POST", "/reset")
  }

  /** Returns the settings. */
  getSettings(): Promise<ControlSchemas["Settings"]> {
    return this.#control.json("GET", "/settings")
  }

  /** Replaces the settings; missing ones take the value of new sandboxes. */
  setSettings(settings: ControlSchemas["SettingsChange"]): Promise<ControlSchemas["Settings"]> {
    return this.#control.json("PUT", "/settings", { body: settings })
  }

  /** Changes some settings, such as `{ auth: "issued" }` or `{ rateLimit: 5 }`. */
  patchSettings(settings: ControlSchemas["SettingsChange"]): Promise<ControlSchemas["Settings"]> {
    return this.#control.json("PATCH", "/settings", { body: settings })
  }

  /** Returns the sandbox without its journal as a document. */
  getSnapshot(): Promise<ControlSchemas["Snapshot"]> {
    return this.#control.json("GET", "/snapshot")
  }

  /** Replaces the sandbox by a snapshot. */
  restoreSnapshot(snapshot: ControlSchemas["Snapshot"]): Promise<void> {
    return this.#control.empty("PUT", "/snapshot", { body: snapshot })
  }

  /** Lists all sandboxes of the server. */
  async listSandboxes(): Promise<ControlSchemas["LiveSandbox"][]> {
    const document = await this.#control.json<ControlSchemas["Sandboxes"]>("GET", "/sandboxes", { atRoot: true })
    return document.sandboxes
  }

  /** Deletes a sandbox, by default this one; "default" is reset instead. */
  deleteSandbox(name = this.name): Promise<void> {
    return this.#control.empty("DELETE", `/sandboxes/${encodeURIComponent(name)}`, { atRoot: true })
  }

  // The clock

  /** Returns the clock: `now`, `mode`, and `rate` if it is not 1. */
  getClock(): Promise<ControlSchemas["ClockReading"]> {
    return this.#control.json("GET", "/clock")
  }

  /** Sets the clock: `mode` is "frozen" or "running", `rate` from 0.1 to 10,000 times real time. */
  setClock(clock: ControlSchemas["ClockChange"]): Promise<ControlSchemas["ClockReading"]> {
    return this.#control.json("PUT", "/clock", { body: clock })
  }

  /** Lets the clock run with real time again. */
  releaseClock(): Promise<ControlSchemas["ClockReading"]> {
    return this.#control.json("DELETE", "/clock")
  }

  /**
   * Advances the clock by a duration, to "nextChange", or until a run reaches a stage.
   *
   * @param by a number of milliseconds, a text such as "5s", or a document such as `{ to: "nextChange" }` and
   *   `{ until: { connectionId: "slow", stage: "done" } }`
   */
  advanceClock(by: number | string | ControlSchemas["ClockAdvance"]): Promise<ControlSchemas["ClockReading"]> {
    const body = typeof by === "number" ? { by: `PT${(by / 1000).toFixed(9)}S` } : typeof by === "string" ? { by } : by
    return this.#control.json("POST", "/clock/advance", { body })
  }

  // Connections and runs

  /** Lists the connections with the mock's fields. */
  async listControlConnections(): Promise<ControlSchemas["ConnectionView"][]> {
    return (await this.#control.json<ControlSchemas["Connections"]>("GET", "/connections")).connections
  }

  /** Returns a connection with the mock's fields. */
  getControlConnection(connectionId: string): Promise<ControlSchemas["ConnectionView"]> {
    return this.#control.json("GET", connectionPath(connectionId))
  }

  /** Creates or replaces a connection. */
  putConnection(
    connectionId: string,
    connection: ControlSchemas["ConnectionDocument"] = {},
  ): Promise<ControlSchemas["ConnectionView"]> {
    return this.#control.json("PUT", connectionPath(connectionId), { body: connection })
  }

  /** Deletes a connection and its runs. */
  deleteConnection(connectionId: string): Promise<void> {
    return this.#control.empty("DELETE", connectionPath(connectionId))
  }

  /**
   * Scripts the next refreshes; the last script stays. A text is the outcome of a run that takes no time, such as
   * "fail_source". A script without `pacing` takes as long as runs of the sandbox do by default.
   */
  putScripts(
    connectionId: string,
    ...scripts: (ControlSchemas["Script"] | Outcome)[]
  ): Promise<ControlSchemas["ConnectionView"]> {
    const body = scripts.map(script => (typeof script === "string" ? { outcome: script, pacing: NO_TIME } : script))
    return this.#control.json("PUT", `${connectionPath(connectionId)}/scripts`, { body })
  }

  /** Moves the newest active run, or the given one, to its next stage. */
  advanceRun(connectionId: string, run: { jobId?: string } = {}): Promise<ControlSchemas["ConnectionRunDto"]> {
    return this.#control.json("POST", `${connectionPath(connectionId)}/advance`, { query: run })
  }

  /** Lists the runs, the newest first, with their timelines. */
  async listRuns(filters: { connectionId?: string } = {}): Promise<ControlSchemas["RunView"][]> {
    return (await this.#control.json<ControlSchemas["Runs"]>("GET", "/runs", { query: filters })).runs
  }

  // Faults

  /** Adds a fault, such as `{ effect: { type: "status", status: 503 }, times: 1 }`. */
  addFault(fault: ControlSchemas["Fault"]): Promise<ControlSchemas["ActiveFault"]>
  /** Adds the faults of a profile, such as `{ profile: "flaky-network" }`. */
  addFault(faults: { profile: string }): Promise<ControlSchemas["ActiveFault"][]>
  async addFault(
    fault: ControlSchemas["Fault"] | { profile: string },
  ): Promise<ControlSchemas["ActiveFault"] | ControlSchemas["ActiveFault"][]> {
    if (!("profile" in fault)) return this.#control.json("POST", "/faults", { body: fault })
    return (await this.#control.json<ControlSchemas["Faults"]>("POST", "/faults", { query: fault })).faults
  }

  /** Lists the faults with their hits. */
  async listFaults(): Promise<ControlSchemas["ActiveFault"][]> {
    return (await this.#control.json<ControlSchemas["Faults"]>("GET", "/faults")).faults
  }

  /** Lists the named sets of faults. */
  async listFaultProfiles(): Promise<ControlSchemas["FaultProfile"][]> {
    return (await this.#control.json<ControlSchemas["FaultProfiles"]>("GET", "/fault-profiles")).profiles
  }

  /** Deletes all faults. */
  deleteFaults(): Promise<void> {
    return this.#control.empty("DELETE", "/faults")
  }

  /** Deletes a fault, and releases the requests that it holds. */
  deleteFault(id: string): Promise<void> {
    return this.#control.empty("DELETE", `/faults/${encodeURIComponent(id)}`)
  }

  // Requests

  /** Lists the requests of clients, the newest first. */
  async listRequests(filters: RequestFilters = {}): Promise<ControlSchemas["Entry"][]> {
    return (await this.#control.json<ControlSchemas["Requests"]>("GET", "/requests", { query: filters })).requests
  }

  /** Deletes all requests and their counts. */
  deleteRequests(): Promise<void> {
    return this.#control.empty("DELETE", "/requests")
  }

  /**
   * Rejects with an `AssertionError` that explains, unless the client has sent the expected requests.
   *
   * `operation`, `connectionId`, `status`, `bodyContains` and `count: { exactly: 2 }` select and count requests;
   * `within: "5s"` waits and `during: "2s"` watches, for less than five minutes; `sequence`, `strict`, `spacing` and
   * `afterRetryAfter` verify order and pace.
   */
  async verify(expected: ControlSchemas["RequestPattern"]): Promise<ControlSchemas["Verification"]> {
    const path = "/requests/verify"
    const verification = await this.#control.json<ControlSchemas["Verification"]>("POST", path, { body: expected })
    if (verification.verdict !== "satisfied") {
      throw new AssertionError({ message: describeUnmet(expected, verification) })
    }
    return verification
  }

  /**
   * Yields the events of the sandbox; the first is the clock. The stream ends with the sandbox, or after `limit`
   * events. It fails after five minutes without an event.
   */
  async *watchEvents({ limit, signal }: { limit?: number; signal?: AbortSignal } = {}): AsyncGenerator<SandboxEvent> {
    const request = { query: { limit }, ...(signal && { signal }) }
    yield* parseEvents(await this.#control.send("GET", "/events", request))
  }

  // The real service

  /** Lists the known behaviours of the vendor's API, and how a real service compares. */
  async getFidelity(): Promise<ControlSchemas["Behaviour"][]> {
    return (await this.#control.json<ControlSchemas["Fidelity"]>("GET", "/fidelity")).behaviours
  }

  /** Returns a seed that repeats what clients saw of a real service; by default with pseudonyms. */
  getLearnedSeed(options: { pseudonymise?: boolean } = {}): Promise<ControlSchemas["LearnedSeed"]> {
    return this.#control.json("GET", "/learned-seed", { query: options })
  }

  /**
   * Adds the requests of a HAR file to the journal and compares them with the known behaviours.
   *
   * @param har the document
   * @param options `host` selects the requests to that host
   */
  addRecording(har: object, options: { host?: string } = {}): Promise<ControlSchemas["RecordingSummary"]> {
    return this.#control.json("POST", "/recordings", { body: har, query: options })
  }

  /** Deletes the sandbox, if it exists: the server creates it at the first request. */
  async [Symbol.asyncDispose](): Promise<void> {
    try {
      await this.deleteSandbox()
    } catch (error) {
      if (!(error instanceof ControlError && error.status === NOT_FOUND)) throw error
    }
  }
}

function connectionPath(connectionId: string): string {
  return `/connections/${encodeURIComponent(connectionId)}`
}
