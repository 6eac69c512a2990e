// Packs the built package with the version of all artifacts: npm run package -- DIRECTORY
// The version is set in a copy, so the working tree stays as it is. Prints the path of the tarball.

import { execFileSync } from "node:child_process"
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { fileURLToPath } from "node:url"

const home = fileURLToPath(new URL("..", import.meta.url))
const root = join(home, "../..")
const destination = resolve(process.argv[2] ?? home)

const config = await readFile(join(root, ".mvn/maven.config"), "utf8")
const version = /-Drevision=([^\s-]+)/.exec(config)?.[1]
if (!version) throw new Error("There is no -Drevision in .mvn/maven.config")

const { scripts, devDependencies, ...published } = JSON.parse(await readFile(join(home, "package.json"), "utf8"))

const staging = await mkdtemp(join(tmpdir(), "wdata-mock-package-"))
try {
  for (const part of ["dist", "server", "README.md"]) {
    await cp(join(home, part), join(staging, part), { recursive: true })
  }
  await cp(join(root, "LICENSE"), join(staging, "LICENSE"))
  await writeFile(join(staging, "package.json"), JSON.stringify({ ...published, version }, null, 2))
  const options = ["pack", "--silent", "--pack-destination", destination]
  const tarball = execFileSync("npm", options, { cwd: staging, encoding: "utf8", shell: process.platform === "win32" })
  console.log(join(destination, tarball.trim()))
} finally {
  await rm(staging, { recursive: true })
}
