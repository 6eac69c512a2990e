// The form for the scripts of a connection.

import {element, setOptional, setText, stamp} from "./dom.js";
import * as words from "./words.js";

export class ScriptForm {
  #parts = stamp("t-script");
  #apply;
  #after;
  #own = {};

  /** @param apply saves the scripts; rejects with the error of the server */
  constructor(connection, apply) {
    this.#apply = apply;
    setOptional(this.#parts.description, connection.description);
    for (const [value, label] of words.outcomes) {
      const option = element("option", label);
      option.value = value;
      this.#parts.outcome.append(option);
    }
    this.node.addEventListener("change", () => this.#showFields());
    this.node.addEventListener("submit", event => {
      event.preventDefault();
      this.#send(this.#scripts());
    });
    this.#parts.clear.addEventListener("click", () => this.#send([]));
    // The form edits the next script; it keeps later ones and removes used ones.
    const next = connection.nextScript ?? 0;
    this.#after = connection.scripts.slice(next + 1);
    setOptional(this.#parts.sequence, words.place(connection));
    this.#fill(connection.scripts[next]);
  }

  get node() {
    return this.#parts.node;
  }

  focus() {
    this.#parts.outcome.focus();
  }

  #fill(script) {
    const fields = this.node.elements;
    this.#own = script ?? {};
    const pacing = script?.pacing;
    fields.outcome.value = script?.outcome ?? "succeed";
    fields.pacing.value = pacing?.type ?? "default";
    if (pacing?.type === "polled") {
      fields.reads.value = pacing.reads;
    } else if (pacing?.type === "timed") {
      ["queued", "source", "destination"].forEach(stage => fields[stage].value = words.millis(pacing[stage]) / 1000);
    }
    this.#showFields();
  }

  #showFields() {
    const fields = this.node.elements;
    for (const set of this.node.querySelectorAll("fieldset")) {
      set.hidden = set.dataset.for !== fields.pacing.value;
      set.disabled = set.hidden;
    }
    fields.once.parentElement.hidden = fields.outcome.value === "succeed" || this.#after.length > 0;
  }

  #scripts() {
    const fields = this.node.elements;
    const outcome = fields.outcome.value;
    const {pacing, ...kept} = this.#own.outcome === outcome ? this.#own : {};
    const script = {...kept, outcome, ...this.#pacing(fields)};
    const once = fields.once.checked && !fields.once.parentElement.hidden;
    return once ? [script, {outcome: "succeed", ...this.#pacing(fields)}] : [script, ...this.#after];
  }

  #pacing(fields) {
    const seconds = stage => `PT${Number(fields[stage].value).toFixed(3)}S`;
    switch (fields.pacing.value) {
      case "instant":
        return {pacing: {type: "timed", queued: "PT0S", source: "PT0S", destination: "PT0S"}};
      case "timed":
        return {pacing: {
          type: "timed", queued: seconds("queued"), source: seconds("source"), destination: seconds("destination"),
        }};
      case "polled":
        return {pacing: {type: "polled", reads: Number(fields.reads.value)}};
      case "manual":
        return {pacing: {type: "manual"}};
      default:
        return {};
    }
  }

  async #send(scripts) {
    try {
      await this.#apply(scripts);
      setText(this.#parts.result, "Saved. Applies from the next refresh.");
    } catch (error) {
      setText(this.#parts.result, error.message);
    }
  }
}
