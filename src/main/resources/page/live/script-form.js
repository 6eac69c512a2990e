// The form for the scripts of a connection: the steps that its next refreshes take, one after the other.

import {setOptional, setText, stamp} from "./dom.js";
import {ScriptStep} from "./script-step.js";
import * as words from "./words.js";

export class ScriptForm {
  #parts = stamp("t-script");
  #apply;
  #steps;

  /** @param apply saves the scripts; rejects with the error of the server */
  constructor(connection, apply) {
    this.#apply = apply;
    setOptional(this.#parts.description, connection.description);
    setOptional(this.#parts.sequence, words.place(connection));
    // The form begins with the next script; used ones are removed.
    const rest = connection.scripts.slice(connection.nextScript ?? 0);
    this.#steps = (rest.length ? rest : [undefined]).map(script => new ScriptStep(script));
    this.node.addEventListener("change", () => this.#showOnce());
    this.node.addEventListener("submit", event => {
      event.preventDefault();
      this.#send(() => this.#scripts());
    });
    this.#parts.clear.addEventListener("click", () => this.#send(() => []));
    this.#parts.add.addEventListener("click", () =>
      this.#change(steps => [...steps, new ScriptStep()], this.#steps.length));
    this.#showSteps();
  }

  get node() {
    return this.#parts.node;
  }

  focus() {
    this.#steps[0].focus();
  }

  #change(edit, focused) {
    this.#steps = edit([...this.#steps]);
    this.#showSteps();
    this.#steps[Math.min(focused, this.#steps.length - 1)].focus();
  }

  #showSteps() {
    this.#parts.steps.replaceChildren(...this.#steps.map(step => step.node));
    const move = (from, to) => () => this.#change(steps => (steps.splice(to, 0, ...steps.splice(from, 1)), steps), to);
    this.#steps.forEach((step, index) => step.place(index, this.#steps.length, {
      up: move(index, index - 1),
      down: move(index, index + 1),
      remove: () => this.#change(steps => steps.toSpliced(index, 1), index),
    }));
    this.#showOnce();
  }

  #showOnce() {
    this.#parts.once.parentElement.hidden = this.#steps.length > 1 || this.#steps[0].outcome === "succeed";
  }

  #scripts() {
    const scripts = this.#steps.map(step => step.read());
    const once = this.#parts.once.checked && !this.#parts.once.parentElement.hidden;
    return once ? [...scripts, {outcome: "succeed", ...this.#steps[0].pacing()}] : scripts;
  }

  async #send(scripts) {
    try {
      await this.#apply(scripts());
      setText(this.#parts.result, "Saved. Applies from the next refresh.");
    } catch (error) {
      setText(this.#parts.result, error.message);
    }
  }
}
