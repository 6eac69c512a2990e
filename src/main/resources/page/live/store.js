// The state of the sandbox on this page. Views read it; each change is published.

import * as api from "./api.js";
import {coalesced} from "./coalesced.js";
import {nextAt, toRun} from "./run.js";

const MAX_RUNS = 2000;
/** The journal of the server does not store more. */
const MAX_REQUESTS = 1000;

/** The operations that concern no connection. */
const ELSEWHERE = ["listConnections", "getRefreshBatchStatus", "issueToken"];

export class Store extends EventTarget {
  connections = [];
  /** The runs, the newest first. */
  runs = [];
  /** The entries of the journal, the newest first. */
  requests = [];
  total = 0;
  settings = {};
  faults = [];
  /** The URL of the real service that answers instead of the mock, or undefined. */
  upstream;
  /** The known behaviours of the vendor's API, some with a comparison. */
  behaviours = [];
  #byId = new Map();
  #jobs = new Map();
  #latest = new Map();

  /** Reads connections, settings and faults again, which no event reports. */
  loadSoon = coalesced(() => this.loadConnections());
  #loadFaultsSoon = coalesced(() => this.loadFaults());

  /** Reads everything. */
  async load() {
    const [{upstream}, {behaviours}, runs, requests] = await Promise.all([
      api.index(), api.fidelity(), api.runs(), api.requests(MAX_REQUESTS), this.#loadConnections(),
    ]);
    Object.assign(this, {upstream, behaviours});
    this.runs = [];
    this.#jobs.clear();
    this.#latest.clear();
    runs.runs.slice(0, MAX_RUNS).reverse().forEach(entry => this.#put(toRun(entry)));
    this.requests = requests.requests;
    this.total = requests.total;
    this.#changed("loaded");
  }

  /** Reads what no event reports: connections, settings and faults. */
  async loadConnections() {
    await this.#loadConnections();
    this.#changed();
  }

  async loadFaults() {
    ({faults: this.faults} = await api.faults());
    this.#changed();
  }

  /** Reads the comparison with a real service, which no event reports. */
  async loadBehaviours() {
    ({behaviours: this.behaviours} = await api.fidelity());
    this.#changed();
  }

  async #loadConnections() {
    const [{connections}, settings, {faults}] = await Promise.all([
      api.connections(), api.settings(), api.faults(),
    ]);
    Object.assign(this, {connections, settings, faults});
    this.#byId = new Map(connections.map(connection => [connection.connectionId, connection]));
  }

  get defaultScript() {
    return this.settings.defaultScript;
  }

  /** The faults that apply to a connection. */
  faultsOf(connectionId) {
    return this.faults.filter(fault => !isUsedUp(fault) && !ELSEWHERE.includes(fault.operation)
      && (fault.connectionId ?? connectionId) === connectionId);
  }

  /** Reads the runs of one connection, or all. */
  async loadRuns(connectionId) {
    const {runs} = await api.runs(connectionId);
    runs.slice(0, MAX_RUNS).reverse().forEach(entry => this.#put(toRun(entry)));
    this.#changed();
  }

  putConnection(connection) {
    const isNew = !this.#byId.has(connection.connectionId);
    this.#byId.set(connection.connectionId, connection);
    this.connections = isNew ? [...this.connections, connection] : this.connections.map(known =>
      known.connectionId === connection.connectionId ? connection : known);
    this.#changed();
  }

  putRun(entry) {
    const isNew = !this.#jobs.has(entry.jobId);
    this.#put(toRun(entry));
    this.#changed();
    if (isNew && this.connection(entry.connectionId)?.scripts.length > 1) {
      // It may have used a script, which no event reports.
      this.loadSoon();
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
    if (entry.faultId) {
      this.#loadFaultsSoon(); // it may be used up
    }
  }

  name(connectionId) {
    return this.connection(connectionId)?.name ?? connectionId;
  }

  connection(connectionId) {
    return this.#byId.get(connectionId);
  }

  /** The newest run of a connection, or undefined. */
  latest(connectionId) {
    return this.#latest.get(connectionId);
  }

  /** The next instant at which the clock moves a run, or null. */
  nextChange(now) {
    const next = this.runs.reduce((first, run) => Math.min(first, nextAt(run, now) ?? Infinity), Infinity);
    return next === Infinity ? null : next;
  }

  #put(run) {
    const known = this.#jobs.get(run.jobId);
    if (known) {
      Object.assign(known, run);
      return;
    }
    this.runs = [run, ...this.runs];
    this.#jobs.set(run.jobId, run);
    this.#latest.set(run.connectionId, run);
    if (this.runs.length > MAX_RUNS) {
      const oldest = this.runs.pop();
      this.#jobs.delete(oldest.jobId);
      if (this.#latest.get(oldest.connectionId) === oldest) {
        this.#latest.delete(oldest.connectionId);
      }
    }
  }

  #changed(type = "changed") {
    this.dispatchEvent(new Event(type));
  }
}

const isUsedUp = ({times, hits}) => times !== undefined && hits >= times;
