import { execFileSync, spawn } from "node:child_process"
import { text } from "node:stream/consumers"
import { setTimeout as delay } from "node:timers/promises"

export interface Finished {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs a command to its end, with these environment variables in addition; undefined removes one. */
export async function run(command: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<Finished> {
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] })
  const code = new Promise<number | null>(resolve => child.once("close", resolve))
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: await code, stdout, stderr }
}

/** Returns the process IDs of the Javas that a process has started. */
export function javasOf(parent: number): number[] {
  try {
    return execFileSync("pgrep", ["-P", String(parent), "java"], { encoding: "utf8" }).trim().split("\n").map(Number)
  } catch {
    return []
  }
}

/** Waits until a process has ended; fails after a minute. */
export async function awaitEnd(pid: number): Promise<void> {
  const deadline = Date.now() + 60_000
  while (isRunning(pid)) {
    if (Date.now() > deadline) throw new Error(`Process ${pid} still runs`)
    await delay(20)
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
