/**
 * A stateful mock server of the connections API of Workiva Wdata.
 *
 * {@link sandbox} returns an isolated part of the server with its own connections, clock and journal, and a client of
 * its control API. {@link Server} starts a server of its own as a child process.
 */
export { ControlError, ServerError } from "./errors.js"
export { Sandbox, type SandboxOptions } from "./sandbox.js"
export { sandbox, Server, type ServerOptions } from "./server.js"
export type { ControlSchemas, Outcome, RequestFilters, SandboxEvent, WdataPaths, WdataSchemas } from "./schemas.js"
