// Keeps the page in touch with the server: opens the stream, reads the state, and tries again when either is lost.

import {follow} from "./events.js";

const FIRST_WAIT = 500;
const LONGEST_WAIT = 10_000;

/**
 * Runs for as long as the page is open. "show" is told the state: {name: "connecting" | "live" | "lost", "locked",
 * "off", "refused", ...} and returns, for those that need a person, a promise of their going on.
 */
export async function stayInTouch({load, received, show}) {
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
      await goOn(error, wait, show);
      wait = Math.min(2 * wait, LONGEST_WAIT);
    }
  }
}

/** Waits for whatever can mend it: a token, a click, or time. */
function goOn(error, wait, show) {
  switch (error.status) {
    case 401:
      return show({name: "locked"});
    case 404:
      return show({name: "off"});
    case 400:
      return show({name: "refused", message: error.message});
    default:
      return show({name: "lost", message: error.status ? error.message : "", wait});
  }
}
