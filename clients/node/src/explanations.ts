import { ControlError, ServerError } from "./errors.js"
import type { Sandbox } from "./sandbox.js"
import type { ControlSchemas } from "./schemas.js"

const MAX_REPORTED = 50

/** Returns a line for each request, the oldest first, and why it was answered that way. */
export async function explainRequests(sandbox: Sandbox): Promise<string> {
  try {
    const requests = await sandbox.listRequests({ limit: MAX_REPORTED })
    return requests.reverse().flatMap(describeRequest).join("\n") || "The client sent no request."
  } catch (error) {
    if (error instanceof ControlError || error instanceof ServerError) {
      return `The requests cannot be read: ${error.message}`
    }
    throw error
  }
}

function describeRequest(request: ControlSchemas["Entry"]): string[] {
  const line = `#${request.seq} ${request.method} ${request.path}: ${request.status ?? "no response"}`
  return request.explanation ? [line, `    ${request.explanation}`] : [line]
}

/** Returns what was expected, how many requests matched, and how the nearest ones differ. */
export function describeUnmet(
  expected: ControlSchemas["RequestPattern"],
  { verdict, matched, nearest, violations = [] }: ControlSchemas["Verification"],
): string {
  return [
    `Expected ${JSON.stringify(expected)}`,
    `  verdict: ${verdict}, matched: ${matched}`,
    ...violations.map(violation => `  ${violation.message}`),
    ...nearest.flatMap(request => [
      `  #${request.seq} ${request.operation ?? "no operation"}`,
      ...request.differences.map(difference => `     ${difference}`),
    ]),
  ].join("\n")
}
