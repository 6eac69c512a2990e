// The state of the connection to the server, and the actions to restore it.

import {partsOf, setData, setText} from "./dom.js";
import * as token from "./token.js";

const LOST = "The server does not respond";

export class LinkView {
  #link = document.getElementById("link");
  #lamp = partsOf(this.#link);
  #notice = document.getElementById("notice");
  #parts = partsOf(this.#notice);
  #main = document.getElementById("main");

  /** Shows a state; the promise is fulfilled when the page should try again. */
  show(state) {
    switch (state.name) {
      case "live":
        this.#main.hidden = false;
        this.#notice.hidden = true;
        return this.#setLamp("live", "Live");
      case "locked":
        return this.#askForToken();
      case "off":
        return this.#stop("The control API is disabled", "This page uses the control API, which is disabled on this "
          + "server (wdata-mock.control.enabled=false). The vendor's API and Swagger UI are available.");
      case "rejected":
        return this.#stop("Invalid sandbox name", state.message);
      default:
        return this.#wait(state);
    }
  }

  #setLamp(name, text) {
    setData(this.#link, "state", name);
    setText(this.#lamp.text, text);
  }

  #showNotice(title, text, {form = false, retry = false}) {
    setText(this.#parts.title, title);
    setText(this.#parts.text, text);
    this.#parts.token.hidden = !form;
    this.#parts.retry.hidden = !retry;
    this.#notice.hidden = false;
  }

  #stop(title, text) {
    this.#main.hidden = true;
    this.#setLamp("stopped", "Not connected");
    this.#showNotice(title, text, {retry: true});
    return this.#retried();
  }

  #askForToken() {
    const wrong = token.read() !== null;
    token.forget();
    this.#main.hidden = true;
    this.#setLamp("stopped", "Locked");
    this.#showNotice("The control API is locked", wrong ? "Wrong token." : "Enter the token that "
      + "wdata-mock.control.token sets. It is stored for this tab only.", {form: true});
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
    this.#setLamp("lost", "Reconnecting");
    this.#showNotice(message || LOST, "The page shows the last known state and retries automatically.", {retry: true});
    const tried = this.#retried();
    await Promise.race([tried, new Promise(done => setTimeout(done, wait))]);
  }

  #retried() {
    return new Promise(done => (this.#parts.retry.onclick = done));
  }
}
