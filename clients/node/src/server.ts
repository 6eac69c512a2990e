import { randomUUID } from "node:crypto"
import { ServerError } from "./errors.js"
import { Sandbox } from "./sandbox.js"
import { ServerProcess } from "./server-process.js"

export interface ServerOptions {
  /** Options of the server, such as `--wdata-mock.validation=strict`; ignored if a server runs already. */
  options?: readonly string[]
  /** The URL of a server that runs already; by default that of the environment variable WDATA_MOCK_URL. */
  url?: string
  /** Milliseconds until the start fails; by default a minute, or five with Docker, which may have to pull the image. */
  timeout?: number
}

/**
 * A server in a child process, on a free port of the loopback interface. It ends with this process, and does not keep
 * it alive. Without a Java 17 or newer it runs in Docker.
 */
export class Server {
  private constructor(
    /** The URL of the server. */
    readonly url: string,
    private readonly process: ServerProcess | undefined,
  ) {}

  /**
   * Starts a server, or uses the one that runs already.
   *
   * @throws {ServerError} if there is no Java and no Docker, or the server does not start; with the end of its log
   */
  static async start({ options = [], url, timeout }: ServerOptions = {}): Promise<Server> {
    const running = url ?? process.env.WDATA_MOCK_URL
    if (running) return new Server(requireUrl(running), undefined)
    const child = await ServerProcess.spawn(options)
    try {
      return new Server(await child.ready(timeout), child)
    } catch (error) {
      await child.stop(0)
      throw error
    }
  }

  /** Returns a sandbox; without a name, a new one. The server creates it at the first request. */
  sandbox(name = `node-${randomUUID()}`): Sandbox {
    return new Sandbox(this.url, name, { explain: async () => this.process?.failure() })
  }

  /** Calls `report` with the exit code and the end of the log if the child process ends before `close()`. */
  onFailure(report: (reason: string) => void): void {
    this.process?.onFailure(report)
  }

  /** Ends the process, if this object has started one. */
  async close(): Promise<void> {
    await this.process?.stop()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }
}

function requireUrl(text: string): string {
  if (!/^https?:$/.test(URL.canParse(text) ? new URL(text).protocol : "")) {
    throw new ServerError(`The URL of the server was "${text}", but must be one such as http://localhost:8080`)
  }
  return text.replace(/\/+$/, "")
}

let shared: Promise<Server> | undefined

/** Returns the server of this process, which starts at the first call; `options` apply to that call only. */
export function sharedServer(options?: ServerOptions): Promise<Server> {
  return (shared ??= Server.start(options))
}

/** Ends the server of this process, if it has started; the next call of `sharedServer` starts another one. */
export async function closeSharedServer(): Promise<void> {
  const closing = shared
  shared = undefined
  await (await closing?.catch(() => undefined))?.close()
}

/**
 * Returns a new sandbox, or the one with this name, on the server of this process. The server starts at the first call
 * and ends with the process. With the environment variable WDATA_MOCK_URL, uses the server there.
 *
 * @throws {ServerError} if the server does not start
 */
export async function sandbox(name?: string): Promise<Sandbox> {
  return (await sharedServer()).sandbox(name)
}

