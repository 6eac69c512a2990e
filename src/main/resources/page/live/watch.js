// Announces stage changes of runs to screen readers.

import {setText} from "./dom.js";
import {stageAt, stateAt, verdictOf} from "./run.js";

const MAX_SENTENCES = 3;
const VERDICTS = {complete: "complete", error: "failed", cancelled: "cancelled"};
const SENTENCES = {
  queued: "queued",
  source: "source running",
  destination: "source complete, destination running",
};

export class Watch {
  #store;
  #seen = new Map();
  #announcer = document.getElementById("announcer");

  constructor(store) {
    this.#store = store;
  }

  /** Records the current stages of all runs, without announcing them. */
  begin(now) {
    this.#seen = new Map(this.#store.runs.map(run => [run.jobId, stageAt(run, now)]));
  }

  /** Announces the changes since the last call; returns the runs that the clock has finished since then. */
  announceChanges(now) {
    const before = this.#seen;
    this.begin(now);
    const moved = this.#store.runs.filter(run => before.get(run.jobId) !== this.#seen.get(run.jobId));
    const sentences = moved.map(run => `${this.#store.name(run.connectionId)}: ${sentence(run, now)}`);
    const more = sentences.length - MAX_SENTENCES;
    if (sentences.length) {
      this.say(sentences.slice(0, MAX_SENTENCES).join(". ") + (more > 0 ? `. And ${more} more` : ""));
    }
    return moved.filter(run => stateAt(run, now).done && run.known < run.steps.length);
  }

  say(text) {
    setText(this.#announcer, text);
  }
}

function sentence(run, now) {
  const {current} = stateAt(run, now);
  return SENTENCES[current.stage] ?? VERDICTS[verdictOf(current)];
}
