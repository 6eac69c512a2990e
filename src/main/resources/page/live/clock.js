// The sandbox's clock, computed from the server's last reading and its age.

export class Clock {
  #shown = Date.now();
  #asked = performance.now();
  mode = "running";

  /** Takes over what the server says; returns whether that is earlier than what was shown. */
  set({now, mode}) {
    const before = this.now();
    this.#shown = Date.parse(now);
    this.#asked = performance.now();
    this.mode = mode;
    return this.#shown < before - 1000;
  }

  get frozen() {
    return this.mode === "frozen";
  }

  /** What it shows, in milliseconds since 1970. */
  now() {
    return this.frozen ? this.#shown : this.#shown + performance.now() - this.#asked;
  }
}
