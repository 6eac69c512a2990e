// How the responses of a real service compare with the known behaviours, the contradictions first.

import {hashOfRequest} from "./address.js";
import {coalesced} from "./coalesced.js";
import {keyed, make, partsOf, setData, setIcon, setText, stamp} from "./dom.js";
import * as words from "./words.js";

/** The icons of the statuses whose colours fit. */
const STATUS = {contradicted: "error", confirmed: "complete"};

export class ComparisonView {
  #store;
  #root = document.getElementById("comparison");
  #link = document.getElementById("to-comparison");
  #parts = partsOf(this.#root);
  #showLinked;
  #shown;
  #isStale = false;
  #isInView = false;
  #isOffered = false;
  #show = keyed(this.#parts.list, keyOf, () => stamp("t-behaviour"), (row, behaviour) => this.#describe(row, behaviour));
  #reloadSoon = coalesced(() => this.#reload());

  /** @param showLinked shows the request in the address of the page */
  constructor(store, showLinked) {
    this.#store = store;
    this.#showLinked = showLinked;
    this.#parts.details.addEventListener("toggle", () => {
      this.update();
      this.#refresh();
    });
    new IntersectionObserver(entries => {
      this.#isInView = entries.at(-1).isIntersecting;
      this.#refresh();
    }).observe(this.#root);
  }

  /** Takes note of a request, whose response may have been compared. */
  received({durationMs}) {
    if (durationMs !== undefined) {
      this.#isStale = true;
      this.#refresh();
    }
  }

  /** Shows the behaviours, if the section is open. */
  update() {
    const {behaviours, upstream} = this.#store;
    if (behaviours !== this.#shown) {
      this.#offer(upstream !== undefined, behaviours.some(isCompared));
    }
    if (behaviours !== this.#shown && this.#parts.details.open) {
      this.#shown = behaviours;
      const compared = behaviours.filter(isCompared);
      const contradicted = compared.filter(isContradicted);
      setText(this.#parts.totals, totals(behaviours.length, compared.length, contradicted.length));
      this.#show([...contradicted, ...compared.filter(behaviour => !isContradicted(behaviour))]);
    }
  }

  /** Offers the section where there is something to compare; at first open if requests are forwarded. */
  #offer(isForwarding, hasComparison) {
    const offered = isForwarding || hasComparison;
    this.#root.hidden = !offered;
    this.#link.hidden = !offered;
    if (offered && !this.#isOffered) {
      this.#parts.details.open = isForwarding;
    }
    this.#isOffered = offered;
  }

  /** Reads the comparison again if requests have arrived and the section is seen. */
  #refresh() {
    if (this.#isStale && this.#isSeen()) {
      this.#reloadSoon();
    }
  }

  #isSeen() {
    return this.#isInView && this.#parts.details.open && !document.hidden;
  }

  async #reload() {
    if (!this.#isSeen()) {
      return;
    }
    this.#isStale = false;
    try {
      await this.#store.loadBehaviours();
    } catch (error) {
      this.#isStale = true;
      throw error;
    }
  }

  #describe(row, behaviour) {
    const {contradicted, confirmed, witnesses} = behaviour.comparison;
    const verdict = contradicted ? "contradicted" : "confirmed";
    setData(row.verdict, "status", STATUS[verdict]);
    setIcon(row.icon, STATUS[verdict]);
    setText(row["verdict-text"], verdict);
    setText(row.sentence, behaviour.behaviour);
    const counts = [[contradicted, "contradicted"], [confirmed, "confirmed"]].filter(([count]) => count);
    setText(row.facts, [
      behaviour.operation ?? "all operations",
      behaviour.basis,
      counts.map(([count, what]) => `${what} ${words.times(count)}`).join(", "),
    ].join(" · "));
    const numbers = witnesses.join(" ");
    if (row.witnesses.dataset.numbers !== numbers) {
      row.witnesses.dataset.numbers = numbers;
      row.witnesses.replaceChildren(...witnesses.flatMap(seq => [" ", this.#witness(seq)]));
    }
  }

  #witness(seq) {
    const link = make("a", {href: hashOfRequest(seq)}, `request ${seq}`);
    // The address changes only at the first click.
    link.addEventListener("click", () => link.hash === location.hash && this.#showLinked());
    return link;
  }
}

const keyOf = ({operation, behaviour}) => `${operation} ${behaviour}`;
const isCompared = ({comparison}) => comparison !== undefined;
const isContradicted = ({comparison}) => comparison.contradicted > 0;

function totals(all, compared, contradicted) {
  return compared
    ? `${compared} of ${all} behaviours compared: ${contradicted} contradicted, ${compared - contradicted} confirmed`
    : "No response has been compared yet. Send requests to this server with your client.";
}
