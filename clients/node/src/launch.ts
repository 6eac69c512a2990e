import { execFile } from "node:child_process"
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import { ServerError } from "./errors.js"
import { findCommand, findJava, OLDEST_JAVA } from "./java.js"

/** What runs the server: a Java of this machine or, without one, Docker. */
export type Runtime = { kind: "java"; command: string } | { kind: "docker"; command: string }

/** The port of the server in its container, unless an option changes it. */
export const CONTAINER_PORT = 8080

/** For short-lived JVMs: a quick start matters more than peak performance. */
const SHORT_LIVED = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]

/** Variables of this package. The server rejects unknown variables that start with WDATA_MOCK_. */
const OWN_VARIABLES = ["WDATA_MOCK_URL", "WDATA_MOCK_IMAGE"]

/**
 * Returns what can run the server.
 *
 * @throws {ServerError} if there is neither a Java nor Docker, or if the Java is too old
 */
export async function findRuntime(): Promise<Runtime> {
  const java = await findJava()
  if (java) return { kind: "java", command: java }
  const docker = findCommand("docker")
  if (docker) return { kind: "docker", command: docker }
  const home = process.env.JAVA_HOME
  const atHome = home ? `in JAVA_HOME (${home})` : "JAVA_HOME is not set"
  throw new ServerError(
    `There is neither a Java (${atHome}, nor on the PATH) nor Docker. ` +
      `Install a JDK or JRE, ${OLDEST_JAVA} or newer, or set WDATA_MOCK_URL to the URL of a server that runs already.`,
  )
}

/**
 * Returns the arguments of java for a server with these options. The server itself knows which options of the JVM make
 * its start quick; they name the archive of classes of an earlier start, if there is one.
 *
 * @throws {ServerError} if the java command cannot run the server
 */
export async function javaArguments(java: string, options: readonly string[]): Promise<string[]> {
  const jar = fileURLToPath(new URL("../server/wdata-mock.jar", import.meta.url))
  const question = [...SHORT_LIVED, "-cp", jar, "io.wdatamock.launch.JvmOptions"]
  try {
    const { stdout } = await promisify(execFile)(java, question, { env: serverEnvironment() })
    const jvmOptions = stdout.split(/\r?\n/).filter(line => line)
    return [...jvmOptions, ...SHORT_LIVED, "-jar", jar, ...options]
  } catch (error) {
    throw new ServerError(`${java} cannot run the server: ${error instanceof Error ? error.message : error}`)
  }
}

/**
 * Returns the arguments of docker for a server with these options. Settings in environment variables apply as well.
 *
 * @param publish the address and port on this machine and the port in the container, such as "127.0.0.1::8080"
 */
export function dockerArguments(name: string, publish: string, options: readonly string[]): string[] {
  const settings = Object.keys(serverEnvironment()).filter(variable => variable.startsWith("WDATA_MOCK_"))
  const environment = settings.flatMap(variable => ["--env", variable])
  return ["run", "--rm", "-i", "--name", name, "--publish", publish, ...environment, image(), ...options]
}

/** Returns the environment of the server. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !OWN_VARIABLES.includes(name.toUpperCase())))
}

function image(): string {
  if (process.env.WDATA_MOCK_IMAGE) return process.env.WDATA_MOCK_IMAGE
  const manifest = readFileSync(new URL("../package.json", import.meta.url), "utf8")
  const { version } = JSON.parse(manifest) as { version: string }
  return `wdatamock/wdata-mock:${version}`
}
