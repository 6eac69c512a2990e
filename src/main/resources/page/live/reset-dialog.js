// Asks for confirmation before a reset, because others may be using the sandbox.

import {partsOf, setText} from "./dom.js";

export function askForReset(sandbox, reset) {
  const dialog = document.getElementById("reset-dialog");
  setText(partsOf(dialog).name, sandbox);
  document.getElementById("reset").addEventListener("click", () => {
    dialog.returnValue = "keep";
    dialog.showModal();
  });
  dialog.addEventListener("close", () => dialog.returnValue === "reset" && reset());
}
