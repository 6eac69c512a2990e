import type { components as control, operations } from "./generated/mock.js"
import type { components as wdata } from "./generated/wdata.js"

/** The documents of the control API, by the names of its OpenAPI document. */
export type ControlSchemas = control["schemas"]

/** The documents of the vendor's API, by the names of its OpenAPI document. */
export type WdataSchemas = wdata["schemas"]

/** The paths of the vendor's API, for clients that are typed by them. */
export type { paths as WdataPaths } from "./generated/wdata.js"

/** How a run ends, such as "succeed" and "fail_source". */
export type Outcome = ControlSchemas["Script"]["outcome"]

/** The filters of the journal; `limit` is 1 to 1,000. */
export type RequestFilters = NonNullable<operations["listRequests"]["parameters"]["query"]>

/** An event of a sandbox. */
export type SandboxEvent =
  | { event: "clock"; data: ControlSchemas["ClockReading"] }
  | { event: "run"; data: ControlSchemas["RunView"] }
  | { event: "request"; data: ControlSchemas["Entry"] }
  | { event: "reset"; data: Record<string, never> }
