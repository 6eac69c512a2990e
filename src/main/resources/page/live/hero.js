// The diagram at the top: the stages of a refresh and the newest run.

import {partsOf, setData, setIcon, setOptional, setText, stamp} from "./dom.js";
import {SHOWN, STAGES, sideAt, stateAt, verdictOf} from "./run.js";
import * as words from "./words.js";

const SIDES = ["source", "destination"];
/** The space above the figure while it stays in view, in pixels. */
const FIGURE_MARGIN = 10;
const DEFAULT = "always-succeeds";

export class Hero {
  #store;
  #root = document.getElementById("hero");
  #parts = partsOf(this.#root);
  #stages = STAGES.map(stage => {
    const row = stamp("t-stage");
    setText(row.name, stage[0].toUpperCase() + stage.slice(1));
    row.node.dataset.stage = stage;
    this.#parts.stages.append(row.node);
    return row;
  });

  constructor(store, refresh) {
    this.#store = store;
    new ResizeObserver(measure).observe(this.#root);
    this.#parts.start.addEventListener("click", () => refresh(this.#chosen().connectionId));
  }

  /** The connection that the button refreshes: that of the run shown, or one whose refreshes succeed. */
  #chosen() {
    const isOpen = connection => connection?.access === "open";
    return [this.#store.runs[0]?.connectionId, DEFAULT].map(id => this.#store.connection(id)).find(isOpen)
      ?? this.#store.connections.find(isOpen);
  }

  update(now) {
    const chosen = this.#chosen();
    this.#parts.start.disabled = !chosen;
    setText(this.#parts["start-text"], chosen ? `Refresh “${chosen.name ?? chosen.connectionId}”` : "Refresh");
    const run = this.#store.runs[0];
    if (run) {
      this.#showRun(run, now);
    } else {
      this.#showRule(chosen);
    }
  }

  #showTypes(connection) {
    for (const side of SIDES) {
      setText(this.#parts[side + "-type"], connection ? words.type(connection[side + "Type"]) : "");
    }
  }

  #setIdle(idle) {
    setData(this.#parts.stages, "idle", idle);
    setData(this.#parts.caption, "idle", idle);
  }

  #showRule(connection) {
    this.#showTypes(connection);
    this.#setIdle("true");
    setText(this.#parts.caption, "What a client sees, stage by stage. Refresh a connection and watch it happen here.");
    setOptional(this.#parts.error, null);
    STAGES.forEach((stage, index) => {
      this.#showStage(this.#stages[index], "rule", "");
      SIDES.forEach(side => this.#showCell(this.#stages[index], side, SHOWN[stage][side], "rule", 0));
    });
  }

  #showRun(run, now) {
    const state = stateAt(run, now);
    this.#showTypes(this.#store.connection(run.connectionId));
    this.#setIdle("false");
    setText(this.#parts.caption, caption(this.#store.name(run.connectionId), state));
    setOptional(this.#parts.error, state.done ? run.entry.error : null);
    STAGES.forEach((stage, index) => this.#showStep(this.#stages[index], stage, state, now));
  }

  #showStep(row, stage, state, now) {
    const passed = state.passed.find(step => step.stage === stage);
    const coming = state.ahead.find(step => step.stage === stage);
    const skipped = !passed && !coming && (state.done || endsBefore(state));
    const place = passed === state.current ? "current" : passed ? "passed" : skipped ? "skipped" : "ahead";
    this.#showStage(row, place, timing(state, stage, place, now));
    for (const side of SIDES) {
      const status = skipped ? "skipped" : (passed ?? coming ?? SHOWN[stage])[side];
      const fill = place === "current" ? sideAt(state, side, now).fraction : place === "passed" ? 1 : 0;
      // The elapsed part has the colour of the result.
      const after = state.passed[state.passed.indexOf(passed) + 1];
      this.#showCell(row, side, status, place, fill, place === "passed" && status === "running" ? after[side] : status);
    }
  }

  #showStage(row, place, time) {
    setData(row.node, "place", place);
    setText(row.time, time);
    if (place === "current") {
      row.node.setAttribute("aria-current", "step");
    } else {
      row.node.removeAttribute("aria-current");
    }
  }

  #showCell(row, side, status, place, fill, colour = status) {
    const cell = row[side + "-status"].closest(".cell");
    setData(cell, "status", status);
    setData(cell, "colour", colour);
    setData(cell, "endless", String(fill === null));
    setText(row[side + "-status"], status === "skipped" ? "not reached" : words.status(status));
    setIcon(row[side + "-icon"], status);
    row[side + "-fill"].style.setProperty("--part", fill === null ? 1 : fill);
  }
}

/** Measures what the styles need to keep the figure in view: the height above it, and its own with the margin below. */
function measure([{target}]) {
  if (!target.offsetHeight) {
    return; // hidden: with an upstream, the banner is what stays in view
  }
  const figure = target.querySelector(".figure");
  const lead = figure.getBoundingClientRect().top - target.getBoundingClientRect().top - FIGURE_MARGIN;
  document.documentElement.style.setProperty("--lead", `${lead}px`);
  document.documentElement.style.setProperty("--figure", `${target.offsetHeight - lead}px`);
}

/** Whether the run will skip stages. */
const endsBefore = state => state.ahead.at(-1)?.stage === "done";

function caption(name, state) {
  if (!state.done) {
    return `${name} · started at ${words.timeOfDay(state.began)}`;
  }
  const verdict = {complete: "completed", error: "failed", cancelled: "was cancelled"}[verdictOf(state.current)];
  const took = state.current.at - state.began;
  return `${name} · ${verdict} ${took ? `after ${words.duration(took)}` : "immediately"}`;
}

function timing(state, stage, place, now) {
  if (place === "current") {
    const next = state.ahead[0];
    return next ? `${words.left(next.at - now)} left` : stage === "done" ? "" : "until advanced or polled";
  }
  if (place === "passed") {
    const index = state.passed.findIndex(step => step.stage === stage);
    return words.duration(state.passed[index + 1].at - state.passed[index].at);
  }
  const coming = state.ahead.findIndex(step => step.stage === stage);
  const next = state.ahead[coming + 1];
  return coming >= 0 && next ? words.duration(next.at - state.ahead[coming].at) : "";
}
