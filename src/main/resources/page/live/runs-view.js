// The newest runs of the sandbox, the newest first.

import {keyed, partsOf, setData, setOptional, setText, stamp} from "./dom.js";
import {stateAt} from "./run.js";
import {showStatus} from "./side-view.js";
import * as words from "./words.js";

const FEW = 6;
const MANY = 50;

export class RunsView {
  #store;
  #parts = partsOf(document.getElementById("runs"));
  #most = FEW;
  #now = 0;
  #show = keyed(this.#parts.list, run => run.jobId, () => stamp("t-run"), (row, run) => this.#describe(row, run));

  constructor(store) {
    this.#store = store;
    this.#parts.more.addEventListener("click", () => {
      this.#most = this.#most === FEW ? MANY : FEW;
      setText(this.#parts.more, this.#most === FEW ? "Show more" : "Show fewer");
      this.tick(this.#now);
    });
  }

  tick(now) {
    this.#now = now;
    const {runs} = this.#store;
    this.#show(runs.slice(0, this.#most));
    this.#parts.empty.hidden = runs.length > 0;
    this.#parts.more.hidden = runs.length <= FEW;
  }

  #describe(row, run) {
    const state = stateAt(run, this.#now);
    setText(row.name, this.#store.name(run.connectionId));
    setText(row.when, when(state));
    setData(row.node, "done", String(state.done));
    showStatus(row, "source", state.current.source);
    showStatus(row, "destination", state.current.destination);
    setOptional(row.error, state.done ? run.entry.error : null);
  }
}

function when(state) {
  const started = words.timeOfDay(state.began);
  const took = state.current.at - state.began;
  return state.done ? `${started} · ${took ? words.duration(took) : "immediately"}` : `${started} · ${state.current.stage}`;
}
