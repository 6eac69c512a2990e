// The faults of the sandbox: the active ones, profiles, and a form for another.

import * as api from "./api.js";
import {openDialog, section} from "./dialog.js";
import {button, make} from "./dom.js";
import {faultForm} from "./fault-form.js";
import * as words from "./words.js";

/** Opens the dialog, with the form filled in for a connection if one is given. */
export async function showFaults(store, connectionId) {
  const list = make("ul", {className: "fault-list"});
  const profiles = make("div");
  const dialog = openDialog("Faults",
    section("In effect", list),
    profiles,
    section("Add a fault", faultForm(fault => change(() => api.addFault(fault)), {connectionId})));
  const change = action => dialog.attempt(async () => {
    await action();
    await store.loadFaults();
  });
  let shown;
  const update = () => {
    if (shown !== store.faults) {
      shown = store.faults;
      list.replaceChildren(...entries(shown, change));
    }
  };
  store.addEventListener("changed", update);
  dialog.node.addEventListener("close", () => store.removeEventListener("changed", update));
  update();
  await dialog.attempt(async () => {
    const known = (await api.faultProfiles()).profiles;
    const items = known.map(({name, description}) =>
      make("li", {}, make("p", {}, make("strong", {}, name), ` ${description}`), addButton(name, change)));
    profiles.replaceWith(section("Profiles", make("ul", {className: "fault-list"}, ...items)));
  });
}

function addButton(name, change) {
  const add = button("Add", () => change(() => api.addFaultProfile(name)));
  add.setAttribute("aria-label", `Add profile ${name}`);
  return add;
}

function entries(faults, change) {
  if (!faults.length) {
    return [make("li", {className: "quiet"}, "None.")];
  }
  const items = faults.map(fault => {
    const remove = button("Remove", () => change(() => api.deleteFault(fault.id)));
    remove.setAttribute("aria-label", `Remove: ${words.fault(fault)}`);
    const use = `${fault.connectionId ?? "any connection"} · applied ${words.times(fault.hits)}`;
    return make("li", {}, make("p", {}, words.fault(fault), " ", make("span", {className: "quiet small"}, use)), remove);
  });
  return faults.length > 1
    ? [...items, make("li", {}, make("span"), button("Remove all", () => change(api.deleteFaults), "button danger"))]
    : items;
}
