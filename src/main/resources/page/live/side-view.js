// One side of a run in a row: status as text and icon, progress, and remaining time.

import {setData, setIcon, setText} from "./dom.js";
import {sideAt} from "./run.js";
import * as words from "./words.js";

/** Shows a status by icon, word and colour. */
export function showStatus(parts, side, status) {
  setIcon(parts[side + "-icon"], status);
  setText(parts[side + "-status"], words.status(status));
  setData(parts[side + "-status"].closest(".status"), "status", status);
}

/** Shows a side with its progress and remaining time. */
export function showSide(parts, side, state, now) {
  const {status, fraction, until, startsIn, waits} = sideAt(state, side, now);
  showStatus(parts, side, status);
  const fill = parts[side + "-fill"];
  setData(fill.parentElement, "status", status);
  setData(fill.parentElement, "endless", String(fraction === null));
  fill.style.setProperty("--part", fraction ?? 1);
  setText(parts[side + "-left"], hint({status, until, startsIn, waits}));
}

/** Shows a side that has not run yet. */
export function showNever(parts, side) {
  const fill = parts[side + "-fill"];
  const text = parts[side + "-status"];
  setData(fill.parentElement, "status", "never");
  setData(text.closest(".status"), "status", "never");
  fill.style.setProperty("--part", 0);
  setText(text, side === "source" ? "never run" : "");
  setText(parts[side + "-left"], "");
}

function hint({status, until, startsIn, waits}) {
  if (until) {
    return `${words.left(until)} left`;
  }
  if (startsIn !== undefined) {
    return `in ${words.left(startsIn)}`;
  }
  return waits && status === "running" ? "no scheduled end" : "";
}
