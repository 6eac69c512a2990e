// The journal, the newest entry first; an entry expands to its details.

import {element, partsOf, setData, setText, stamp} from "./dom.js";
import {WindowList} from "./window-list.js";
import * as words from "./words.js";

export class JournalView {
  #store;
  #parts = partsOf(document.getElementById("journal"));
  #list = new WindowList(this.#parts.list, {keyOf: entry => entry.seq, create, update: describe, estimate: 84});

  constructor(store) {
    this.#store = store;
  }

  update() {
    const {requests, total} = this.#store;
    this.#list.show(requests);
    this.#parts.empty.hidden = requests.length > 0;
    setText(this.#parts.count, total > requests.length ? `${requests.length} of ${total}` : String(total));
  }
}

function create() {
  const row = stamp("t-request");
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

function fill({body, entry}) {
  const query = entry.query ? "?" + entry.query : "";
  const facts = document.createElement("dl");
  addFact(facts, "Request", `${entry.method} ${entry.path}${query}`);
  addFact(facts, "Number", `${entry.seq}${entry.durationMs === undefined ? "" : `, took ${Math.round(entry.durationMs * 10) / 10} ms`}`);
  if (entry.faultId) {
    addFact(facts, "Fault", entry.faultId);
  }
  entry.notes.forEach(note => addFact(facts, "Tolerated", note));
  body.replaceChildren(
    facts,
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
