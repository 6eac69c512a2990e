// A list of any length that keeps only the rows near the view in the document, and those in use.

/** Up to this length, all rows are rendered. */
const ALL = 60;
/** How far beyond the view rows are rendered, in pixels, so that Tab and scrolling find the next one. */
const BEYOND = 400;

export class WindowList {
  rows = new Map();
  #list;
  #keyOf;
  #create;
  #update;
  #items = [];
  #heights = new Map();
  #estimate;
  #waiting = false;
  #resized = new ResizeObserver(entries => this.#measure(entries.map(entry => entry.target)) && this.#schedule());

  /**
   * @param keyOf the key of an item
   * @param create creates the row of an item: {node, isInUse()}; a row in use stays in the document
   * @param update shows an item in its row
   * @param estimate the height of a row in pixels, until rows are measured
   */
  constructor(list, {keyOf, create, update, estimate}) {
    this.#list = list;
    this.#keyOf = keyOf;
    this.#create = create;
    this.#update = update;
    this.#estimate = estimate;
    document.addEventListener("scroll", () => this.#schedule(), {capture: true, passive: true});
    addEventListener("resize", () => this.#schedule());
  }

  /** Shows these items. */
  show(items) {
    this.#items = items;
    this.#render(true);
  }

  /** Scrolls to the row of an item and returns it; undefined if the list has no such item. */
  reveal(key) {
    const index = this.#items.findIndex(item => this.#keyOf(item) === key);
    if (index < 0) {
      return undefined;
    }
    this.#render(false, index);
    const row = this.rows.get(key);
    row.node.scrollIntoView({block: "center"});
    return row;
  }

  #schedule() {
    if (!this.#waiting && this.#items.length > ALL) {
      this.#waiting = true;
      requestAnimationFrame(() => {
        this.#waiting = false;
        this.#render(false);
      });
    }
  }

  #render(all, extra) {
    const keys = this.#items.map(this.#keyOf);
    const wanted = this.#wanted(keys, extra);
    const kept = new Set(wanted.map(index => keys[index]));
    for (const [key, row] of this.rows) {
      if (!kept.has(key)) {
        this.#resized.unobserve(row.node);
        row.node.remove();
        this.rows.delete(key);
      }
    }
    const added = [];
    let place = this.#list.firstElementChild;
    for (const index of wanted) {
      const key = keys[index];
      const isNew = !this.rows.has(key);
      const row = this.rows.get(key) ?? this.#create(this.#items[index]);
      if (isNew) {
        this.rows.set(key, row);
        row.node.windowKey = key;
        added.push(row.node);
      }
      if (isNew || all) {
        this.#update(row, this.#items[index]);
      }
      if (row.node === place) {
        place = place.nextElementSibling;
      } else {
        this.#list.insertBefore(row.node, place);
      }
    }
    if (this.#items.length > ALL) {
      this.#measure(added);
    }
    added.forEach(node => this.#resized.observe(node));
    this.#space(keys, wanted);
  }

  /** The indices of the rows to render: those near the view, and those with the focus or in use. */
  #wanted(keys, extra) {
    if (keys.length <= ALL) {
      return [...keys.keys()];
    }
    const from = -this.#list.getBoundingClientRect().top - BEYOND;
    const to = from + innerHeight + 2 * BEYOND;
    const indices = new Set(extra === undefined ? [] : [extra]);
    let top = 0;
    for (let index = 0; index < keys.length; index++) {
      const row = this.rows.get(keys[index]);
      const bottom = top + this.#height(keys[index]);
      if (bottom >= from && top <= to) {
        indices.add(index);
      } else if (row?.node.contains(document.activeElement)) {
        [index - 1, index, index + 1].filter(near => near in keys).forEach(near => indices.add(near));
      } else if (row?.isInUse()) {
        indices.add(index);
      }
      top = bottom;
    }
    return [...indices].sort((one, other) => one - other);
  }

  /** Reserves the space of the rows that are not rendered, and reports their number to screen readers. */
  #space(keys, wanted) {
    const isWindow = keys.length > ALL;
    const gap = (from, to) => {
      let sum = 0;
      for (let index = from; index < to; index++) {
        sum += this.#height(keys[index]);
      }
      return sum ? `${sum}px` : "";
    };
    let next = 0;
    for (const index of wanted) {
      const {node} = this.rows.get(keys[index]);
      node.style.marginTop = gap(next, index);
      next = index + 1;
      setNumber(node, "aria-setsize", isWindow && keys.length);
      setNumber(node, "aria-posinset", isWindow && index + 1);
    }
    this.#list.style.paddingBottom = gap(next, keys.length);
  }

  #height(key) {
    return this.#heights.get(key) ?? this.#estimate;
  }

  /** Stores the heights of rows; returns whether any has changed. */
  #measure(nodes) {
    let changed = false;
    const isFirst = this.#heights.size === 0;
    for (const node of nodes) {
      const height = node.offsetHeight;
      changed ||= this.#heights.get(node.windowKey) !== height;
      height && this.#heights.set(node.windowKey, height);
    }
    if (isFirst && this.#heights.size) {
      this.#estimate = [...this.#heights.values()].reduce((sum, height) => sum + height, 0) / this.#heights.size;
    }
    return changed;
  }
}

function setNumber(node, name, value) {
  if (value === false) {
    node.removeAttribute(name);
  } else if (node.getAttribute(name) !== String(value)) {
    node.setAttribute(name, value);
  }
}
