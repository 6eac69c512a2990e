// The state of the sandbox on this page. Views read it; each change is published.

import * as api from "./api.js";
import {stateAt, toRun} from "./run.js";

const MAX_RUNS = 200;
const MAX_REQUESTS = 100;

export class Store extends EventTarget {
  connections = [];
  /** The runs, the newest first. */
  runs = [];
  /** The entries of the journal, the newest first. */
  requests = [];
  total = 0;
  defaultScript = null;
  faults = [];

  /** Reads everything. */
  async load() {
    const [runs, requests] = await Promise.all([
      api.runs(), api.requests(MAX_REQUESTS), this.#loadConnections(),
    ]);
    this.runs = runs.runs.slice(0, MAX_RUNS).map(toRun);
    this.requests = requests.requests;
    this.total = requests.total;
    this.#changed("loaded");
  }

  /** Reads what no event reports: connections, settings and faults. */
  async loadConnections() {
    await this.#loadConnections();
    this.#changed();
  }

  async #loadConnections() {
    const [{connections}, {defaultScript}, {faults}] = await Promise.all([
      api.connections(), api.settings(), api.faults(),
    ]);
    Object.assign(this, {connections, defaultScript, faults});
  }

  /** The faults that name a connection. */
  faultsOf(connectionId) {
    return this.faults.filter(fault => fault.connectionId === connectionId);
  }

  /** Reads the runs of one connection, or all. */
  async loadRuns(connectionId) {
    const {runs} = await api.runs(connectionId);
    runs.slice(0, MAX_RUNS).reverse().forEach(entry => this.#put(toRun(entry)));
    this.#changed();
  }

  putConnection(connection) {
    this.connections = this.connections.map(known =>
      known.connectionId === connection.connectionId ? connection : known);
    this.#changed();
  }

  putRun(entry) {
    const isNew = !this.runs.some(run => run.jobId === entry.jobId);
    this.#put(toRun(entry));
    this.#changed();
    if (isNew && this.#connection(entry.connectionId)?.scripts.length > 1) {
      // It may have used a script, which no event reports.
      this.loadConnections().catch(() => {});
    }
  }

  putRequest(entry) {
    const known = this.requests.findIndex(request => request.seq === entry.seq);
    if (known >= 0) {
      this.requests[known] = entry;
    } else {
      this.requests = [entry, ...this.requests].slice(0, MAX_REQUESTS);
      this.total = Math.max(this.total, entry.seq);
    }
    this.#changed();
  }

  name(connectionId) {
    return this.#connection(connectionId)?.name ?? connectionId;
  }

  #connection(connectionId) {
    return this.connections.find(known => known.connectionId === connectionId);
  }

  /** The newest run of a connection, or undefined. */
  latest(connectionId) {
    return this.runs.find(run => run.connectionId === connectionId);
  }

  /** The runs that are not done. */
  active(now) {
    return this.runs.filter(run => !stateAt(run, now).done);
  }

  /** The next instant at which the clock moves a run, or null. */
  nextChange(now) {
    const instants = this.runs.flatMap(run => stateAt(run, now).ahead.slice(0, 1)).map(step => step.at);
    return instants.length ? Math.min(...instants) : null;
  }

  #put(run) {
    const known = this.runs.findIndex(other => other.jobId === run.jobId);
    if (known >= 0) {
      this.runs[known] = run;
    } else {
      this.runs = [run, ...this.runs].slice(0, MAX_RUNS);
    }
  }

  #changed(type = "changed") {
    this.dispatchEvent(new Event(type));
  }
}
