// The banner that names the real service, if requests are forwarded to one.

import {partsOf, setText} from "./dom.js";

export class UpstreamView {
  #store;
  #banner = document.getElementById("upstream");
  #parts = partsOf(this.#banner);

  constructor(store) {
    this.#store = store;
    new ResizeObserver(measure).observe(this.#banner);
  }

  /** Shows the banner, and hides what acts on the mock's own connections (see upstream.css). */
  update() {
    const {upstream} = this.#store;
    this.#banner.hidden = upstream === undefined;
    setText(this.#parts.url, upstream ?? "");
    document.body.toggleAttribute("data-upstream", upstream !== undefined);
  }
}

/** Measures what the styles need to place the columns below the banner. */
function measure([{target}]) {
  if (target.offsetHeight) {
    document.documentElement.style.setProperty("--figure", `${target.offsetHeight}px`);
  }
}
