// One step of a connection's scripts: outcome, pacing, error and metadata of a refresh.

import {make, setText, stamp} from "./dom.js";
import * as words from "./words.js";

const STAGES = ["queued", "source", "destination"];
const METADATA = ["sourceMetadata", "destinationMetadata"];

export class ScriptStep {
  #parts = stamp("t-step");

  /** @param script the script to edit; undefined: a refresh that succeeds */
  constructor(script) {
    const {outcome, pacing, reads, error} = this.#parts;
    outcome.append(...words.outcomes.map(([value, text]) => make("option", {value}, text)));
    outcome.value = script?.outcome ?? "succeed";
    pacing.value = script?.pacing?.type ?? "default";
    if (script?.pacing?.type === "polled") {
      reads.value = script.pacing.reads;
    } else if (script?.pacing?.type === "timed") {
      STAGES.forEach(stage => this.#parts[stage].value = words.millis(script.pacing[stage]) / 1000);
    }
    error.value = script?.error ?? "";
    METADATA.forEach(name => this.#parts[name].value = script?.[name] ? JSON.stringify(script[name]) : "");
    this.#parts.more.open = Boolean(script?.error ?? script?.sourceMetadata ?? script?.destinationMetadata);
    this.node.addEventListener("change", () => this.#showFields());
    this.#showFields();
  }

  get node() {
    return this.#parts.node;
  }

  get outcome() {
    return this.#parts.outcome.value;
  }

  focus() {
    this.#parts.outcome.focus();
  }

  /** Shows the place of the step, and the buttons that make sense there; actions are up, down and remove. */
  place(index, count, actions) {
    const {label, buttons} = this.#parts;
    setText(label, index === 0 ? "A refresh" : "Then one");
    buttons.hidden = count === 1;
    for (const [name, isPossible] of Object.entries({up: index > 0, down: index < count - 1, remove: true})) {
      this.#parts[name].disabled = !isPossible;
      this.#parts[name].onclick = actions[name];
      this.#parts[name].setAttribute("aria-label", `${this.#parts[name].title}: step ${index + 1}`);
    }
  }

  /** Returns the script; throws an error for metadata that is not a JSON object. */
  read() {
    const given = {error: this.#parts.error.value.trim() || undefined};
    METADATA.forEach(name => given[name] = parse(name, this.#parts[name].value));
    return {outcome: this.outcome, ...this.pacing(), ...given};
  }

  pacing() {
    const seconds = stage => `PT${Number(this.#parts[stage].value).toFixed(3)}S`;
    switch (this.#parts.pacing.value) {
      case "instant":
        return {pacing: {type: "timed", queued: "PT0S", source: "PT0S", destination: "PT0S"}};
      case "timed":
        return {pacing: {type: "timed", ...Object.fromEntries(STAGES.map(stage => [stage, seconds(stage)]))}};
      case "polled":
        return {pacing: {type: "polled", reads: Number(this.#parts.reads.value)}};
      case "manual":
        return {pacing: {type: "manual"}};
      default:
        return {};
    }
  }

  #showFields() {
    for (const set of this.node.querySelectorAll("fieldset")) {
      set.hidden = set.dataset.for !== this.#parts.pacing.value;
      set.disabled = set.hidden;
    }
  }
}

function parse(name, text) {
  try {
    return text.trim() ? JSON.parse(text) : undefined;
  } catch (error) {
    throw new Error(`${name} is not JSON: ${error.message}`, {cause: error});
  }
}
