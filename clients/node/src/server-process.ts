import { type ChildProcess, execFile, spawn } from "node:child_process"
import { randomUUID } from "node:crypto"
import { closeSync, fstatSync, mkdtempSync, openSync, readFileSync, readSync, rmSync } from "node:fs"
import type { Socket } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as delay } from "node:timers/promises"
import { promisify } from "node:util"
import { ServerError } from "./errors.js"
import {
  CONTAINER_PORT,
  dockerArguments,
  findRuntime,
  javaArguments,
  type Runtime,
  serverEnvironment,
} from "./launch.js"

const POLL_MS = { java: 20, docker: 200 }
const STOP_MS = 10_000
/** How long after a lost connection the end of the process is awaited. */
const LAST_WORDS_MS = 1_000
const SHOWN_LINES = 20
const SHOWN_BYTES = 16 * 1024

/** The server's process. It ends when its standard input is closed, so also when this process ends in any way. */
export class ServerProcess {
  /** How the process ended; undefined while it runs. */
  #end: string | undefined
  #stopping = false
  readonly #exit: Promise<void>
  #log: number | undefined

  private constructor(
    private readonly runtime: Runtime,
    private readonly child: ChildProcess,
    private readonly directory: string,
    private readonly container: string,
    log: number,
  ) {
    this.#log = log
    this.#exit = new Promise(resolve => {
      const ended = (reason: string) => {
        this.#end ??= reason
        resolve()
      }
      child.once("error", error => ended(`with an error: ${error.message}`))
      child.once("exit", (code, signal) => ended(signal ? `by ${signal}` : `with exit code ${code}`))
    })
    // Neither the process nor the pipe to it keeps this process alive.
    child.unref()
    const stdin = child.stdin as Socket
    stdin.on("error", () => {})
    stdin.unref()
  }

  /** Starts the server with these options on a free port of the loopback interface. It is not ready yet. */
  static async spawn(options: readonly string[]): Promise<ServerProcess> {
    const runtime = await findRuntime()
    const directory = mkdtempSync(join(tmpdir(), "wdata-mock-"))
    const container = `wdata-mock-${randomUUID()}`
    const own = ["--wdata-mock.exit-on-stdin-close=true", ...options]
    const args =
      runtime.kind === "java"
        ? await javaArguments(runtime.command, [
            "--server.port=0",
            `--wdata-mock.port-file=${join(directory, "port")}`,
            ...own,
          ])
        : dockerArguments(container, `127.0.0.1::${CONTAINER_PORT}`, own)
    const log = openSync(join(directory, "log"), "a+")
    const child = spawn(runtime.command, args, {
      stdio: ["pipe", log, log],
      env: serverEnvironment(),
      windowsHide: true,
    })
    return new ServerProcess(runtime, child, directory, container, log)
  }

  /**
   * Waits until the server is ready, and returns its URL.
   *
   * @param timeout in milliseconds; by default a minute, or five with Docker, which may have to pull the image
   * @throws {ServerError} if it ends or is not ready in time
   */
  async ready(timeout = this.runtime.kind === "java" ? 60_000 : 300_000): Promise<string> {
    const deadline = Date.now() + timeout
    for (;;) {
      const url = await (this.runtime.kind === "java" ? this.#javaUrl() : this.#dockerUrl())
      if (url) {
        remove(this.directory) // the log stays open
        return url
      }
      if (this.#end) throw this.#startError(`; it ended ${this.#end}`)
      if (Date.now() > deadline) throw this.#startError(` within ${timeout / 1000} s`)
      await delay(POLL_MS[this.runtime.kind])
    }
  }

  /** After a lost connection, returns how the server ended; undefined if it still runs. */
  async failure(): Promise<string | undefined> {
    await Promise.race([this.#exit, delay(LAST_WORDS_MS)])
    return this.#end && this.#explanation()
  }

  /** Calls `report` with the reason if the process ends before `stop()`. */
  onFailure(report: (reason: string) => void): void {
    void this.#exit.then(() => this.#stopping || report(this.#explanation()))
  }

  /**
   * Ends the process, and waits for its end.
   *
   * @param patience how long the process may take to end by itself, in milliseconds
   */
  async stop(patience = STOP_MS): Promise<void> {
    this.#stopping = true
    this.child.stdin?.end()
    this.child.ref()
    const timer = setTimeout(() => this.#kill(), patience)
    await this.#exit
    clearTimeout(timer)
    if (this.#log !== undefined) closeSync(this.#log)
    this.#log = undefined
    remove(this.directory)
  }

  #kill(): void {
    if (this.runtime.kind === "docker") execFile(this.runtime.command, ["kill", this.container], () => {})
    this.child.kill("SIGKILL")
  }

  async #javaUrl(): Promise<string | undefined> {
    try {
      return `http://127.0.0.1:${readFileSync(join(this.directory, "port"), "utf8")}`
    } catch {
      return undefined // not written yet
    }
  }

  async #dockerUrl(): Promise<string | undefined> {
    try {
      const args = ["port", this.container, `${CONTAINER_PORT}/tcp`]
      const { stdout } = await promisify(execFile)(this.runtime.command, args)
      const url = `http://${stdout.split("\n")[0]}`
      return (await fetch(`${url}/actuator/health/readiness`)).ok ? url : undefined
    } catch {
      return undefined // the container does not run yet, or does not accept connections
    }
  }

  #startError(reason: string): ServerError {
    const subject = this.runtime.kind === "docker" ? "There is no Java, and in Docker the" : "The"
    return new ServerError(`${subject} server did not start${reason}:\n${this.#endOfLog()}`)
  }

  #explanation(): string {
    return `The server ended ${this.#end}:\n${this.#endOfLog()}`
  }

  #endOfLog(): string {
    if (this.#log === undefined) return ""
    const size = fstatSync(this.#log).size
    const buffer = Buffer.alloc(Math.min(size, SHOWN_BYTES))
    const length = readSync(this.#log, buffer, 0, buffer.length, size - buffer.length)
    return buffer.toString("utf8", 0, length).trimEnd().split("\n").slice(-SHOWN_LINES).join("\n")
  }
}

function remove(directory: string): void {
  try {
    rmSync(directory, { recursive: true, force: true })
  } catch {
    // Windows does not remove files that are open. They are in the directory of temporary files.
  }
}
