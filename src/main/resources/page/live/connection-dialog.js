// The form of a new connection.

import {openDialog, section} from "./dialog.js";
import {field, make, select} from "./dom.js";
import * as words from "./words.js";

const ACCESS = [
  ["open", "open"], ["forbidden", "forbidden: 403"], ["locked", "locked: 423"], ["unwritable", "unwritable"],
];

/** @param save saves the document of a connection under an ID that does not exist yet */
export function showNewConnection(exists, save) {
  const text = (name, placeholder) => make("input", {name, placeholder, autocomplete: "off", spellcheck: false});
  const id = text("connectionId", "payroll");
  id.required = true;
  const types = words.types.map(type => [type, words.type(type)]);
  const form = make("form", {className: "fields"},
    field("ID", id),
    field("Name", text("name", "none")),
    field("Workspace", text("workspaceId", "workspace-1")),
    field("Source", select("sourceType", types, "wdata_query")),
    field("Destination", select("destinationType", types, "spreadsheet_section")),
    field("Access", select("access", ACCESS)),
    field("Description", text("description", "none")),
    make("button", {className: "button primary"}, "Add connection"));
  const dialog = openDialog("Add a connection", section("Connection", form));
  form.addEventListener("submit", async event => {
    event.preventDefault();
    const {connectionId, ...document} = Object.fromEntries([...new FormData(form)].filter(([, value]) => value));
    id.setCustomValidity(exists(connectionId) ? "There is a connection with this ID" : "");
    if (form.reportValidity() && await dialog.attempt(() => save(connectionId, document))) {
      dialog.close();
    }
  });
  id.addEventListener("input", () => id.setCustomValidity(""));
  id.focus();
}
