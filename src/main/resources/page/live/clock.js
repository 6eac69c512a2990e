// The sandbox's clock, computed from the server's last reading and its age.

export class Clock {
  #reading = Date.now();
  #readAt = performance.now();
  mode = "running";
  /** How many times as fast as real time a running clock is. */
  rate = 1;

  /** Takes over a reading of the server; returns whether it is earlier than the time shown. */
  set({now, mode, rate = 1}) {
    const before = this.now();
    this.#reading = Date.parse(now);
    this.#readAt = performance.now();
    this.mode = mode;
    this.rate = rate;
    return this.#reading < before - 1000 * rate;
  }

  get frozen() {
    return this.mode === "frozen";
  }

  /** Returns the time in milliseconds since 1970. */
  now() {
    return this.frozen ? this.#reading : this.#reading + (performance.now() - this.#readAt) * this.rate;
  }
}
