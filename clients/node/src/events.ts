import type { SandboxEvent } from "./schemas.js"

/** Parses a stream of server-sent events whose data are JSON documents on one line. */
export async function* parseEvents(response: Response): AsyncGenerator<SandboxEvent> {
  let event = ""
  for await (const line of lines(response)) {
    if (line.startsWith("event:")) event = line.slice(6).trim()
    else if (line.startsWith("data:")) yield { event, data: JSON.parse(line.slice(5)) } as SandboxEvent
  }
}

async function* lines(response: Response): AsyncGenerator<string> {
  if (!response.body) return
  const decoder = new TextDecoder()
  let rest = ""
  for await (const bytes of response.body) {
    const parts = (rest + decoder.decode(bytes as Uint8Array, { stream: true })).split("\n")
    rest = parts.pop() ?? ""
    yield* parts
  }
}
