// The list of connections, each with its newest run.

import {linkTo} from "./address.js";
import {partsOf, setData, setOptional, setText, stamp} from "./dom.js";
import {copy} from "./files.js";
import {toggleMenu} from "./menu.js";
import {stateAt} from "./run.js";
import {ScriptForm} from "./script-form.js";
import {Selection} from "./selection.js";
import {showNever, showSide} from "./side-view.js";
import * as words from "./words.js";
import {WindowList} from "./window-list.js";

/** The result of a refresh for access modes that prevent it. */
const ACCESS = {
  forbidden: "Returns 403",
  locked: "A refresh returns 423",
  unwritable: "A refresh fails at the destination",
};

export class ConnectionsView {
  #store;
  #act;
  #root = document.getElementById("connections");
  #parts = partsOf(this.#root);
  #filter = document.getElementById("filter");
  #texts = new WeakMap();
  #rejections = new Map();
  #found = [];
  #linked = null;
  #selection;
  #list = new WindowList(this.#parts.list, {
    keyOf: connection => connection.connectionId,
    create: connection => this.#create(connection.connectionId),
    update: (row, connection) => this.#describe(row, connection),
    estimate: 110,
  });

  /**
   * @param act the actions of its buttons: refresh(id), advance(id), setScripts(id, scripts), loseNextAnswer(id),
   *     showFaults(id), startBatch(ids), addConnection()
   */
  constructor(store, act) {
    this.#store = store;
    this.#act = act;
    this.#filter.addEventListener("input", () => this.update());
    this.#parts.add.addEventListener("click", () => act.addConnection());
    this.#selection = new Selection(this.#parts, {
      found: () => this.#found.map(connection => connection.connectionId),
      start: act.startBatch,
      changed: () => this.update(),
    });
  }

  /** Shows the connections that match the filter. */
  update() {
    const {connections} = this.#store;
    const wanted = this.#filter.value.trim().toLowerCase();
    const found = connections.filter(connection => this.#text(connection).includes(wanted));
    this.#found = found;
    this.#selection.keepOnly(id => this.#store.connection(id));
    this.#list.show(found);
    setText(this.#parts.count, wanted ? `${found.length} of ${connections.length}` : String(connections.length));
    setOptional(this.#parts.empty, found.length ? null
      : wanted ? `No connection contains “${this.#filter.value.trim()}”.` : "This sandbox has no connections.");
  }

  /** Shows the progress of their runs. */
  tick(now) {
    this.#list.rows.forEach(row => this.#showRun(row, now));
  }

  /** Scrolls to a connection and marks it; returns whether it exists. */
  reveal(id) {
    this.#filter.value = "";
    this.#linked = id;
    this.update();
    const row = this.#list.reveal(id);
    row?.refresh.focus({preventScroll: true});
    return row !== undefined;
  }

  /** Shows or removes the error of the last request for a connection. */
  showError(id, message) {
    this.#rejections.set(id, message);
    const row = this.#list.rows.get(id);
    if (row) {
      setOptional(row.rejection, message);
    }
  }

  #text(connection) {
    const text = this.#texts.get(connection) ?? textOf(connection);
    this.#texts.set(connection, text);
    return text;
  }

  #create(id) {
    const row = {...stamp("t-connection"), id, isInUse: () => !row.drawer.hidden};
    row.refresh.addEventListener("click", () => this.#act.refresh(id));
    row.advance.addEventListener("click", () => this.#act.advance(id));
    row.select.addEventListener("change", () => this.#selection.set(id, row.select.checked));
    row.open.addEventListener("click", () => this.#toggle(row));
    row.menu.addEventListener("click", () => toggleMenu(row.menu, [
      ["Lose the next answer", () => this.#act.loseNextAnswer(id)],
      ["Add a fault…", () => this.#act.showFaults(id)],
      ["Copy a link", () => copy(linkTo(id))],
    ]));
    row.drawer.id = "drawer-" + id;
    row.open.setAttribute("aria-controls", row.drawer.id);
    return row;
  }

  #describe(row, connection) {
    const name = connection.name ?? connection.connectionId;
    row.connection = connection;
    setText(row.name, name);
    setText(row.key, connection.connectionId);
    setText(row.script, ACCESS[connection.access] ?? words.scripts(connection.scripts, this.#store.defaultScript));
    setOptional(row["script-place"], connection.access === "open" ? words.place(connection) : null);
    this.#showFaults(row, this.#store.faultsOf(connection.connectionId));
    setText(row["source-type"], words.type(connection.sourceType));
    setText(row["destination-type"], words.type(connection.destinationType));
    setOptional(row.rejection, this.#rejections.get(row.id));
    setOptional(row.access, connection.access === "open" ? null : connection.access);
    for (const button of ["refresh", "advance", "open"]) {
      row[button].setAttribute("aria-label", `${row[button].textContent.trim()}: ${name}`);
    }
    row.menu.setAttribute("aria-label", `More: ${name}`);
    row.select.setAttribute("aria-label", `Select for a batch: ${name}`);
    row.select.checked = this.#selection.has(row.id);
    setData(row.node, "linked", String(row.id === this.#linked));
  }

  /** A fault of a refresh replaces the sentence about its result. */
  #showFaults(row, faults) {
    const more = faults.length > 1 ? ` and ${faults.length - 1} more` : "";
    setOptional(row.fault, faults.length ? words.fault(faults[0]) + more : "");
    row.script.hidden = faults.some(({operation}) => (operation ?? "refreshConnection") === "refreshConnection");
  }

  #showRun(row, now) {
    const run = this.#store.latest(row.id);
    const state = run && stateAt(run, now);
    for (const side of ["source", "destination"]) {
      if (state) {
        showSide(row, side, state, now);
      } else {
        showNever(row, side);
      }
    }
    setData(row.node, "active", String(Boolean(state && !state.done)));
    setOptional(row.error, state?.done ? run.entry.error : null);
    this.#offerAdvance(row, Boolean(state && !state.done));
  }

  /** Moves the focus when the focused button is removed, so that keyboard users keep their position. */
  #offerAdvance(row, offered) {
    if (!offered && document.activeElement === row.advance) {
      row.refresh.focus();
    }
    row.advance.hidden = !offered;
  }

  #toggle(row) {
    const open = row.drawer.hidden;
    row.drawer.hidden = !open;
    row.open.setAttribute("aria-expanded", String(open));
    row.drawer.replaceChildren();
    if (open) {
      const form = new ScriptForm(row.connection, scripts => this.#act.setScripts(row.id, scripts));
      row.drawer.append(form.node);
      form.focus();
    }
  }
}

function textOf({connectionId, name, description, sourceType, destinationType, workspaceId}) {
  return [connectionId, name, description, words.type(sourceType), words.type(destinationType), workspaceId]
    .join("\n").toLowerCase();
}
