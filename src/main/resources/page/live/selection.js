// The connections that are selected for a batch.

import {setText} from "./dom.js";

/** The vendor's limit of a batch. */
const MOST = 100;

export class Selection {
  #ids = new Set();
  #parts;
  #changed;

  /**
   * @param parts the elements: selection, selected, batch, all, none
   * @param found returns the IDs of the connections that the list shows
   * @param start starts a batch of IDs; returns whether it was accepted
   */
  constructor(parts, {found, start, changed}) {
    this.#parts = parts;
    this.#changed = changed;
    parts.all.addEventListener("click", () => this.#replace(found().slice(0, MOST)));
    parts.none.addEventListener("click", () => this.#replace([]));
    parts.batch.addEventListener("click", async () => await start([...this.#ids]) && this.#replace([]));
  }

  has(id) {
    return this.#ids.has(id);
  }

  set(id, isSelected) {
    if (isSelected) {
      this.#ids.add(id);
    } else {
      this.#ids.delete(id);
    }
    this.#show();
  }

  /** Drops the connections that no longer exist. */
  keepOnly(exists) {
    this.#ids.forEach(id => exists(id) || this.#ids.delete(id));
    this.#show();
  }

  #replace(ids) {
    this.#ids = new Set(ids);
    this.#show();
    this.#changed();
  }

  #show() {
    const {selection, selected, batch} = this.#parts;
    selection.hidden = this.#ids.size === 0;
    setText(selected, `${this.#ids.size} selected${this.#ids.size > MOST ? `; a batch has at most ${MOST}` : ""}`);
    batch.disabled = this.#ids.size > MOST;
  }
}
