// The journal, the newest entry first; an entry expands to its details.

import {toCurl} from "./curl.js";
import {button, element, partsOf, setData, setText, stamp} from "./dom.js";
import {copy} from "./files.js";
import {WindowList} from "./window-list.js";
import * as words from "./words.js";

const MOST_SEARCHED = 2000;

export class JournalView {
  #store;
  #parts = partsOf(document.getElementById("journal"));
  #list = new WindowList(this.#parts.list, {
    keyOf: entry => entry.seq,
    create: () => create(this.#store),
    update: describe,
    estimate: 84,
  });
  #texts = new WeakMap();
  #linked = null;

  constructor(store) {
    this.#store = store;
    this.#parts.filter.addEventListener("input", () => this.update());
    this.#parts.filter.addEventListener("submit", event => event.preventDefault());
  }

  update() {
    const {requests, total} = this.#store;
    const found = this.#isFiltered() ? requests.filter(entry => this.#matches(entry)) : requests;
    this.#list.show(found);
    this.#parts.empty.hidden = found.length > 0;
    setText(this.#parts.empty, requests.length ? "No request matches." : "No requests yet.");
    setText(this.#parts.count, total > found.length ? `${found.length} of ${total}` : String(total));
  }

  /** Scrolls to a request, marks and expands it; returns whether it is stored. */
  reveal(seq) {
    const entry = this.#store.requests.find(request => request.seq === seq);
    if (!entry) {
      return false;
    }
    if (!this.#matches(entry)) {
      this.#parts.filter.reset();
    }
    this.update();
    this.#linked?.removeAttribute("data-linked");
    const {node, details} = this.#list.reveal(seq);
    this.#linked = node;
    setData(node, "linked", "true");
    details.open = true;
    details.firstElementChild.focus({preventScroll: true});
    return true;
  }

  #isFiltered() {
    const {text, status, fault} = this.#parts.filter.elements;
    return Boolean(text.value.trim() || status.value || fault.checked);
  }

  #matches(entry) {
    const {text, status, fault} = this.#parts.filter.elements;
    const group = entry.status === undefined ? "none" : String(entry.status)[0];
    return (!status.value || status.value === group)
      && (!fault.checked || entry.faultId !== undefined)
      && this.#text(entry).includes(text.value.trim().toLowerCase());
  }

  #text(entry) {
    const text = this.#texts.get(entry) ?? textOf(entry);
    this.#texts.set(entry, text);
    return text;
  }
}

/** The text that the search looks at, without the rest of long bodies. */
function textOf({body, responseBody, ...entry}) {
  return [
    entry.operation, entry.method, entry.path, entry.query, ...entry.connectionIds, entry.status, entry.explanation,
    ...entry.notes, entry.faultId, body?.slice(0, MOST_SEARCHED), responseBody?.slice(0, MOST_SEARCHED),
  ].join("\n").toLowerCase();
}

function create(store) {
  const row = {...stamp("t-request"), store};
  row.details = row.node.firstElementChild;
  row.isInUse = () => row.details.open;
  row.details.addEventListener("toggle", () => row.details.open && fill(row));
  return row;
}

function describe(row, entry) {
  if (row.entry === entry) {
    return;
  }
  row.entry = entry;
  setText(row.code, entry.status === undefined ? (entry.durationMs === undefined ? "…" : "cut") : String(entry.status));
  row.code.title = entry.status === undefined ? "no response" : "";
  setData(row.code, "kind", entry.status === undefined ? "open" : String(entry.status)[0]);
  setText(row.operation, entry.operation ?? `${entry.method} ${entry.path}`);
  setText(row.subject, entry.connectionIds.join(", "));
  setText(row.time, words.timeOfDay(Date.parse(entry.at)));
  setText(row.explanation, entry.explanation ?? "");
  if (row.details.open) {
    fill(row);
  }
}

function fill({body, entry, store}) {
  const query = entry.query ? "?" + entry.query : "";
  const facts = document.createElement("dl");
  addFact(facts, "Request", `${entry.method} ${entry.path}${query}`);
  addFact(facts, "Number", `${entry.seq}${entry.durationMs === undefined ? "" : `, took ${Math.round(entry.durationMs * 10) / 10} ms`}`);
  if (entry.faultId) {
    addFact(facts, "Fault", entry.faultId);
  }
  entry.notes.forEach(note => addFact(facts, "Tolerated", note));
  const curl = button("Copy as curl", async () => {
    await copy(toCurl(entry, store.upstream === undefined ? store.settings.auth : "issued"));
    setText(curl, "Copied");
  });
  body.replaceChildren(
    facts,
    curl,
    ...block("Headers", Object.entries(entry.headers).map(([name, values]) => `${name}: ${values.join(", ")}`).join("\n")),
    ...block("Body", pretty(entry.body)),
    ...block("Response", pretty(entry.responseBody)),
  );
}

function addFact(list, name, value) {
  list.append(element("dt", name), element("dd", value));
}

function block(title, text) {
  if (!text) {
    return [];
  }
  const pre = element("pre", text);
  pre.tabIndex = 0; // makes it scrollable by keyboard
  pre.setAttribute("role", "group");
  pre.setAttribute("aria-label", title);
  return [element("h3", title), pre];
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
