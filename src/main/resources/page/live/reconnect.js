// Maintains the connection to the server: opens the stream, reads the state, and retries when either fails.

import {follow} from "./events.js";

const FIRST_WAIT = 500;
const LONGEST_WAIT = 10_000;

/**
 * Runs while the page is open. "show" receives the state: {name: "connecting" | "live" | "lost", "locked",
 * "off", "rejected", ...} and returns a promise for states that need an action of the user.
 */
export async function keepConnected({load, received, show}) {
  let wait = FIRST_WAIT;
  for (;;) {
    const lost = new AbortController();
    try {
      await follow(lost.signal, async () => {
        await load();
        wait = FIRST_WAIT;
        show({name: "live"});
      }, received);
    } catch (error) {
      lost.abort();
      await recover(error, wait, show);
      wait = Math.min(2 * wait, LONGEST_WAIT);
    }
  }
}

/** Waits for a token, a click, or the end of the pause. */
function recover(error, wait, show) {
  switch (error.status) {
    case 401:
      return show({name: "locked"});
    case 404:
      return show({name: "off"});
    case 400:
      return show({name: "rejected", message: error.message});
    default:
      return show({name: "lost", message: error.status ? error.message : "", wait});
  }
}
