// The selection of an existing sandbox, or of a new one by its name.

import * as api from "./api.js";
import {pageOf, sandbox} from "./address.js";
import {element, partsOf, setText} from "./dom.js";

const MOST = 200;

export class SandboxView {
  #menu = document.getElementById("sandboxes");
  #parts = partsOf(this.#menu);

  constructor() {
    setText(this.#parts.current, sandbox);
    document.title = `${sandbox} · wdata-mock`;
    this.#menu.addEventListener("toggle", () => this.#menu.open && this.#list());
    this.#menu.addEventListener("keydown", event => event.key === "Escape" && this.#close());
    document.addEventListener("click", event => this.#menu.contains(event.target) || (this.#menu.open = false));
    this.#parts.form.addEventListener("submit", event => {
      event.preventDefault();
      location.assign(pageOf(this.#parts.form.elements.name.value));
    });
  }

  #close() {
    this.#menu.open = false;
    this.#menu.querySelector("summary").focus();
  }

  async #list() {
    try {
      const {sandboxes} = await api.sandboxes();
      sandboxes.sort((one, other) => other.lastUsed.localeCompare(one.lastUsed));
      this.#parts.list.replaceChildren(...sandboxes.slice(0, MOST).map(entry));
    } catch (error) {
      this.#parts.list.replaceChildren(element("li", error.message));
    }
  }
}

function entry({name, lastUsed}) {
  const link = element("a", name);
  link.href = pageOf(name);
  if (name === sandbox) {
    link.setAttribute("aria-current", "page");
  }
  const item = document.createElement("li");
  item.append(link, element("span", `used ${lastUsed.slice(11, 19)} UTC`, "quiet small"));
  return item;
}
