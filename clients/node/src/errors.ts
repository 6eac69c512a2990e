/** The control API rejected a request. The message names the value and the remedy. */
export class ControlError extends Error {
  override readonly name = "ControlError"

  constructor(
    /** The HTTP status. */
    readonly status: number,
    message: string,
  ) {
    super(message)
  }
}

/** There is no server: it did not start, has ended, or does not respond. The message has the reason. */
export class ServerError extends Error {
  override readonly name = "ServerError"
}
