// Joins frequent calls of an action.

const PAUSE = 300;

/** Returns a function that runs the action soon: once for all calls until then. Failures are left to the next call. */
export function coalesced(action) {
  let waiting = false;
  return () => {
    if (!waiting) {
      waiting = true;
      setTimeout(() => {
        waiting = false;
        action().catch(() => {});
      }, PAUSE);
    }
  };
}
