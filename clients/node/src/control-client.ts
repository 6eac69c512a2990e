import { ControlError, ServerError } from "./errors.js"

// Tests may replace the global one.
const { fetch } = globalThis

export interface ControlRequest {
  query?: Record<string, string | number | boolean | null | undefined>
  body?: unknown
  /** Whether the path is below the root of the server instead of the sandbox. */
  atRoot?: boolean
  signal?: AbortSignal
}

/** Sends requests to the control API of a sandbox. */
export class ControlClient {
  constructor(
    private readonly serverUrl: string,
    private readonly baseUrl: string,
    private readonly token: string | undefined,
    private readonly explain: () => Promise<string | undefined>,
  ) {}

  /** Returns the document of a response. */
  async json<T>(method: string, path: string, request?: ControlRequest): Promise<T> {
    return (await (await this.send(method, path, request)).json()) as T
  }

  /** Sends a request without a document in its response. */
  async empty(method: string, path: string, request?: ControlRequest): Promise<void> {
    await (await this.send(method, path, request)).arrayBuffer()
  }

  /**
   * @throws {ControlError} if the server rejects the request
   * @throws {ServerError} if there is no server
   */
  async send(method: string, path: string, request: ControlRequest = {}): Promise<Response> {
    const { query = {}, body, atRoot = false, signal = null } = request
    const url = new URL(`${atRoot ? this.serverUrl : this.baseUrl}/__mock${path}`)
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined && value !== null) url.searchParams.set(name, String(value))
    }
    const headers: Record<string, string> = { Accept: "application/json, text/event-stream" }
    if (this.token) headers.Authorization = `Bearer ${this.token}`
    if (body !== undefined) headers["Content-Type"] = "application/json"
    const content = body === undefined ? null : JSON.stringify(body)
    const response = await this.#reach(url, { method, headers, signal, body: content })
    if (!response.ok) throw new ControlError(response.status, detail(await response.text()))
    return response
  }

  async #reach(url: URL, init: RequestInit): Promise<Response> {
    try {
      return await fetch(url, init)
    } catch (error) {
      if (init.signal?.aborted) throw error
      const { cause } = error as Error
      const reason = cause instanceof Error ? cause.message || (cause as NodeJS.ErrnoException).code : String(error)
      const ended = await this.explain()
      throw new ServerError(ended ?? `The server at ${this.serverUrl} does not respond: ${reason}`, { cause: error })
    }
  }
}

/** Returns the `detail` of a problem document, or the whole text of another one. */
function detail(text: string): string {
  try {
    return String((JSON.parse(text) as { detail?: unknown }).detail ?? text)
  } catch {
    return text
  }
}
