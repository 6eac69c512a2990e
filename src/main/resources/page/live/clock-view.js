// The time of the clock, and the buttons that freeze and advance it.

import {partsOf, setData, setIcon, setText} from "./dom.js";
import * as words from "./words.js";

export class ClockView {
  #root = document.getElementById("clock");
  #parts = partsOf(this.#root);
  #clock;
  #store;

  /** @param act the actions of its buttons: set(change), toNextChange(), advance(by), release() */
  constructor(clock, store, act) {
    this.#clock = clock;
    this.#store = store;
    const {toggle, next, real, free} = this.#parts;
    toggle.addEventListener("click", () => act.set({mode: clock.frozen ? "running" : "frozen"}));
    next.addEventListener("click", () => act.toNextChange());
    real.addEventListener("click", () => act.release());
    for (const button of this.#root.querySelectorAll("[data-advance]")) {
      button.addEventListener("click", () => act.advance(button.dataset.advance));
    }
    free.addEventListener("submit", event => {
      event.preventDefault();
      act.advance(`PT${Number(free.querySelector("input").value).toFixed(3)}S`);
    });
  }

  tick(now) {
    const {frozen} = this.#clock;
    setData(this.#root, "mode", frozen ? "frozen" : "running");
    setText(this.#parts["mode-text"], frozen ? "Frozen" : "Running");
    setIcon(this.#parts.mode.querySelector("use"), frozen ? "freeze" : "run");
    setText(this.#parts.time, words.timeOfDay(now, frozen));
    setText(this.#parts.date, words.date(now));
    setText(this.#parts["toggle-text"], frozen ? "Resume" : "Freeze");
    setIcon(this.#parts.toggle.querySelector("use"), frozen ? "run" : "freeze");
    this.#parts.next.disabled = this.#store.nextChange(now) === null;
  }
}
