// The menu of a row, as a list of actions below its button. Only one is open at a time.

import {button, make} from "./dom.js";

let close = () => {};

/** Opens or closes the menu of a button; items are [text, action] pairs. */
export function toggleMenu(opener, items) {
  const wasOpen = opener.getAttribute("aria-expanded") === "true";
  close();
  if (!wasOpen) {
    open(opener, items);
  }
}

function open(opener, items) {
  const run = action => () => {
    close();
    opener.focus();
    action();
  };
  const entries = items.map(([text, action]) => button(text, run(action), "menu-item"));
  entries.forEach(entry => entry.setAttribute("role", "menuitem"));
  const menu = make("div", {className: "row-menu", role: "menu"}, ...entries);
  menu.setAttribute("aria-label", opener.getAttribute("aria-label"));
  const outside = event => menu.contains(event.target) || opener.contains(event.target) || close();
  close = () => {
    close = () => {};
    document.removeEventListener("pointerdown", outside);
    opener.setAttribute("aria-expanded", "false");
    menu.remove();
  };
  menu.addEventListener("keydown", event => {
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (step) {
      event.preventDefault();
      entries.at((entries.indexOf(document.activeElement) + step) % entries.length).focus();
    } else if (event.key === "Escape" || event.key === "Tab") {
      close();
      opener.focus();
    }
  });
  document.addEventListener("pointerdown", outside);
  opener.setAttribute("aria-expanded", "true");
  opener.after(menu);
  entries[0].focus();
}
