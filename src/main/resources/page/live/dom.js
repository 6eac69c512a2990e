// Functions for the document. Data from the server is always inserted as text.

/** Copies a template, and returns its parts by name. */
export function stamp(id) {
  const node = document.getElementById(id).content.firstElementChild.cloneNode(true);
  return {node, ...partsOf(node)};
}

/** The parts of an element by name. */
export function partsOf(root) {
  const parts = {};
  for (const part of root.querySelectorAll("[data-part]")) {
    parts[part.dataset.part] = part;
  }
  return parts;
}

export function setText(node, text) {
  if (node.textContent !== text) {
    node.textContent = text;
  }
}

/** Shows a text, or hides its element where there is none. */
export function setOptional(node, text) {
  node.hidden = !text;
  setText(node, text ?? "");
}

export function setData(node, name, value) {
  if (node.dataset[name] !== value) {
    node.dataset[name] = value;
  }
}

export function setIcon(use, name) {
  const href = "#i-" + name;
  if (use.getAttribute("href") !== href) {
    use.setAttribute("href", href);
  }
}

export function element(name, text, className) {
  const node = document.createElement(name);
  node.textContent = text;
  if (className) {
    node.className = className;
  }
  return node;
}

/** Updates the children of a list from items by key: creates, updates, moves and removes them. */
export function keyed(list, keyOf, create, update) {
  const rows = new Map();
  return items => {
    const kept = new Set(items.map(keyOf));
    for (const [key, row] of rows) {
      if (!kept.has(key)) {
        row.node.remove();
        rows.delete(key);
      }
    }
    let place = list.firstElementChild;
    for (const item of items) {
      const key = keyOf(item);
      const row = rows.get(key) ?? create(item);
      rows.set(key, row);
      update(row, item);
      if (row.node === place) {
        place = place.nextElementSibling;
      } else {
        list.insertBefore(row.node, place);
      }
    }
  };
}

/** Creates an element with properties and children; texts become text nodes. */
export function make(name, properties = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key in node) {
      node[key] = value;
    } else {
      node.setAttribute(key, value);
    }
  }
  node.append(...children);
  return node;
}

/** Creates a button that runs an action. */
export function button(text, action, className = "button") {
  const node = make("button", {type: "button", className}, text);
  node.addEventListener("click", action);
  return node;
}

/** Creates a field with its label. */
export const field = (label, control, className = "field") => make("label", {className}, label + " ", control);

/** Creates a selection of [value, text] pairs. */
export function select(name, options, value) {
  const node = make("select", {name}, ...options.map(([key, text]) => make("option", {value: key}, text)));
  node.value = value ?? options[0][0];
  return node;
}
