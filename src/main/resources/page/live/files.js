// Files and the clipboard.

import {make} from "./dom.js";

/** Offers a blob as a download. */
export function saveFile(blob, name) {
  const link = make("a", {href: URL.createObjectURL(blob), download: name});
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Copies a text; the asynchronous clipboard exists only at secure origins such as localhost. */
export async function copy(text) {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(text);
    return;
  }
  const field = make("textarea", {value: text, className: "visually-hidden"});
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
}
