import { execFile } from "node:child_process"
import { accessSync, constants, statSync } from "node:fs"
import { delimiter, join } from "node:path"
import { ServerError } from "./errors.js"

export const OLDEST_JAVA = 17

/**
 * Returns the path of the java command: that of JAVA_HOME, or of the PATH; undefined if there is none.
 *
 * @throws {ServerError} if it is older than Java 17
 */
export async function findJava(): Promise<string | undefined> {
  const home = process.env.JAVA_HOME
  const java = (home && findCommand("java", [join(home, "bin")])) || findCommand("java")
  const version = java && (await javaVersion(java))
  if (!version) return undefined
  if (version < OLDEST_JAVA) {
    throw new ServerError(
      `${java} is Java ${version}, but must be Java ${OLDEST_JAVA} or newer. ` +
        "Install a newer JDK or JRE, and set JAVA_HOME to its directory.",
    )
  }
  return java
}

/** Returns the path of a command in these directories, by default those of the PATH; undefined if there is none. */
export function findCommand(name: string, directories = process.env.PATH?.split(delimiter) ?? []): string | undefined {
  const file = process.platform === "win32" ? `${name}.exe` : name
  return directories.filter(Boolean).map(directory => join(directory, file)).find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** Returns the major version; undefined if the command is a stub without a Java, as on macOS. */
function javaVersion(java: string): Promise<number | undefined> {
  return new Promise(resolve => {
    execFile(java, ["-version"], (error, _, output) => {
      const version = error ? undefined : /version "(?:1\.)?(\d+)/.exec(output)?.[1]
      resolve(version === undefined ? undefined : Number(version))
    })
  })
}
