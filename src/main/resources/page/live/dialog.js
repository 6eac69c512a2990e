// A modal dialog that is built when it is opened, and removed when it is closed.

import {button, make, setOptional} from "./dom.js";

/** Opens a dialog; returns it with close() and attempt(action), which shows the error of an action in the dialog. */
export function openDialog(title, ...content) {
  const error = make("p", {className: "error-text", role: "alert", hidden: true});
  const heading = make("h2", {id: "dialog-title"}, title);
  const node = make("dialog", {className: "tool", "aria-labelledby": "dialog-title"},
    make("div", {className: "tool-head"}, heading, button("Close", () => node.close())),
    ...content,
    error);
  node.addEventListener("close", () => node.remove());
  document.body.append(node);
  node.showModal();
  return {
    node,
    close: () => node.close(),
    async attempt(action) {
      try {
        setOptional(error, null);
        await action();
        return true;
      } catch (failure) {
        setOptional(error, failure.status ? failure.message : "No response was received");
        error.scrollIntoView({block: "nearest"});
        return false;
      }
    },
  };
}

/** Creates a section of a dialog. */
export const section = (title, ...content) => make("section", {className: "tool-part"}, make("h3", {}, title), ...content);
