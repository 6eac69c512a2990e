// The time of the clock, and the buttons that freeze and advance it.

import {partsOf, setData, setIcon, setText} from "./dom.js";
import * as words from "./words.js";

export class ClockView {
  #root = document.getElementById("clock");
  #parts = partsOf(this.#root);
  #clock;
  #rate = null;

  /** @param act the actions of its buttons: set(change), toNextChange(), advance(by), release(), which return promises */
  constructor(clock, act) {
    this.#clock = clock;
    const {toggle, next, real, free, rate} = this.#parts;
    toggle.addEventListener("click", () => act.set({mode: clock.frozen ? "running" : "frozen"}));
    next.addEventListener("click", () => act.toNextChange());
    real.addEventListener("click", () => act.release());
    rate.addEventListener("change", async () => {
      await act.set({mode: "running", rate: Number(rate.value)});
      this.#rate = null; // shows the rate that the server reports
    });
    for (const button of this.#root.querySelectorAll("[data-advance]")) {
      button.addEventListener("click", () => act.advance(button.dataset.advance));
    }
    free.addEventListener("submit", event => {
      event.preventDefault();
      act.advance(`PT${Number(free.querySelector("input").value).toFixed(3)}S`);
    });
  }

  tick(now) {
    const {frozen, rate} = this.#clock;
    setData(this.#root, "mode", frozen ? "frozen" : "running");
    setText(this.#parts["mode-text"], frozen ? "Frozen" : rate === 1 ? "Running" : `Running ${rate}×`);
    this.#showRate();
    setIcon(this.#parts.mode.querySelector("use"), frozen ? "freeze" : "run");
    setText(this.#parts.time, words.timeOfDay(now, frozen));
    setText(this.#parts.date, words.date(now));
    setText(this.#parts["toggle-text"], frozen ? "Resume" : "Freeze");
    setIcon(this.#parts.toggle.querySelector("use"), frozen ? "run" : "freeze");
  }

  /** Selects the rate of the clock; one that is not among the options gets an option. */
  #showRate() {
    const {rate} = this.#clock;
    if (rate !== this.#rate) {
      this.#rate = rate;
      const {rate: field} = this.#parts;
      if (![...field.options].some(option => option.value === String(rate))) {
        field.add(new Option(`${rate}×`, rate));
      }
      field.value = String(rate);
    }
  }
}
