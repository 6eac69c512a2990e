// The state of the connection to the server, and the actions to restore it.

import {partsOf, setData, setText} from "./dom.js";
import * as token from "./token.js";

const LOST = "The server does not answer";

export class LinkView {
  #link = document.getElementById("link");
  #lamp = partsOf(this.#link);
  #notice = document.getElementById("notice");
  #parts = partsOf(this.#notice);
  #main = document.getElementById("main");

  /** Shows a state; the promise is fulfilled when it is worth another try. */
  show(state) {
    switch (state.name) {
      case "live":
        this.#main.hidden = false;
        this.#notice.hidden = true;
        return this.#light("live", "Live");
      case "locked":
        return this.#askForToken();
      case "off":
        return this.#stop("The control API is switched off", "This page shows and steers a sandbox by its control API, "
          + "which this server has off (wdata-mock.control.enabled=false). Clients of the vendor's API are answered as "
          + "ever, and Swagger UI works.");
      case "refused":
        return this.#stop("There is no such sandbox", state.message);
      default:
        return this.#wait(state);
    }
  }

  #light(name, text) {
    setData(this.#link, "state", name);
    setText(this.#lamp.text, text);
  }

  #say(title, text, {form = false, retry = false}) {
    setText(this.#parts.title, title);
    setText(this.#parts.text, text);
    this.#parts.token.hidden = !form;
    this.#parts.retry.hidden = !retry;
    this.#notice.hidden = false;
  }

  #stop(title, text) {
    this.#main.hidden = true;
    this.#light("stopped", "Not connected");
    this.#say(title, text, {retry: true});
    return this.#retried();
  }

  #askForToken() {
    const wrong = token.read() !== null;
    token.forget();
    this.#main.hidden = true;
    this.#light("stopped", "Locked");
    this.#say("The control API is locked", wrong ? "That was not its token." : "It wants the token that "
      + "wdata-mock.control.token sets. The token stays in this tab.", {form: true});
    const {token: form} = this.#parts;
    const field = form.querySelector("input");
    field.focus();
    return new Promise(done => form.addEventListener("submit", event => {
      event.preventDefault();
      token.keep(field.value);
      form.reset();
      this.#notice.hidden = true;
      done();
    }, {once: true}));
  }

  async #wait({message, wait}) {
    this.#light("lost", "Reconnecting");
    this.#say(message || LOST, "What you see is what was last known. The page tries again by itself.", {retry: true});
    const tried = this.#retried();
    await Promise.race([tried, new Promise(done => setTimeout(done, wait))]);
  }

  #retried() {
    return new Promise(done => (this.#parts.retry.onclick = done));
  }
}
