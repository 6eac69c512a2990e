// Connects the parts of the page: events change the store; the store and the clock update the views.

import {linked, sandbox} from "./address.js";
import * as api from "./api.js";
import {Clock} from "./clock.js";
import {ClockView} from "./clock-view.js";
import {ComparisonView} from "./comparison-view.js";
import {showNewConnection} from "./connection-dialog.js";
import {keepConnected} from "./reconnect.js";
import {ConnectionsView} from "./connections-view.js";
import {setOptional, setText} from "./dom.js";
import {showFaults} from "./faults-dialog.js";
import {Hero} from "./hero.js";
import {JournalView} from "./journal-view.js";
import {LinkView} from "./link-view.js";
import {askForReset} from "./reset-dialog.js";
import {RunsView} from "./runs-view.js";
import {SandboxView} from "./sandbox-view.js";
import {showSettings} from "./settings-dialog.js";
import {Store} from "./store.js";
import {UpstreamView} from "./upstream-view.js";
import {Watch} from "./watch.js";

const IDLE_PAUSE = 250;
/** Up to this number of connections, their runs are read one by one. */
const MOST_SINGLE = 3;

const store = new Store();
const clock = new Clock();
const watch = new Watch(store);
const link = new LinkView();
const hero = new Hero(store, refresh);
const connections = new ConnectionsView(store, {
  refresh, advance, setScripts, loseNextAnswer, startBatch, addConnection, showFaults: id => showFaults(store, id),
});
const runs = new RunsView(store);
const journal = new JournalView(store);
const upstream = new UpstreamView(store);
const comparison = new ComparisonView(store, showLinked);
const reading = new ClockView(clock, {
  set: change => move(() => api.setClock(change)),
  advance: by => move(() => api.advanceClock(by)),
  release: () => move(() => api.releaseClock()),
  toNextChange: () => move(api.advanceToNextChange),
});
const faultCount = document.getElementById("fault-count");
const toast = document.getElementById("toast");
const reducedMotion = matchMedia("(prefers-reduced-motion: reduce)");
let moves = Promise.resolve();
let drawn = true;
let pause = 0;

new SandboxView();
document.getElementById("faults").addEventListener("click", () => showFaults(store));
document.getElementById("settings").addEventListener("click", () => showSettings(store, load));
addEventListener("hashchange", showLinked);
askForReset(sandbox, () => attempt(null, api.reset));
store.addEventListener("changed", redraw);
store.addEventListener("loaded", () => {
  watch.begin(clock.now());
  redraw();
});
document.addEventListener("visibilitychange", () => document.hidden || catchUp());
frame();
keepConnected({load, received, show});

function show(state) {
  const isFirst = state.name === "live" && document.getElementById("main").hidden;
  const shown = link.show(state);
  if (isFirst) {
    showLinked();
  }
  return shown;
}

/** Shows the connection or the request that the address names. */
function showLinked() {
  const id = linked("connection");
  const seq = linked("request");
  if (id !== null && !connections.reveal(id)) {
    setOptional(toast, `This sandbox has no connection “${id}”.`);
  }
  if (seq !== null) {
    setOptional(toast, journal.reveal(Number(seq)) ? null : `Request ${seq} is no longer stored.`);
  }
}

/** Reads everything again. */
async function load() {
  setClock(await api.clock());
  await store.load();
}

/** Redraws with the next frame, without waiting for the pause to end. */
function redraw() {
  if (drawn && pause) {
    clearTimeout(pause);
    pause = 0;
    requestAnimationFrame(frame);
  }
  drawn = false;
}

/** Redraws changes; every frame while a run is active. */
function frame() {
  pause = 0;
  const now = clock.now();
  if (!drawn) {
    drawn = true;
    connections.update();
    journal.update();
    upstream.update();
    comparison.update();
    setText(faultCount, store.faults.length ? String(store.faults.length) : "");
  }
  const finished = watch.announceChanges(now);
  loadFinished(new Set(finished.map(run => run.connectionId)));
  hero.update(now);
  connections.tick(now);
  runs.tick(now);
  reading.tick(now);
  const flowing = !clock.frozen && store.nextChange(now) !== null;
  if (flowing && !reducedMotion.matches) {
    requestAnimationFrame(frame);
  } else {
    pause = setTimeout(() => requestAnimationFrame(frame), IDLE_PAUSE);
  }
}

/** Reads the errors and metadata of finished runs. */
function loadFinished(ids) {
  if (ids.size > MOST_SINGLE) {
    store.loadRuns().catch(() => {});
  } else {
    ids.forEach(id => store.loadRuns(id).catch(() => {}));
  }
}

function received(type, data) {
  switch (type) {
    case "run":
      return store.putRun(data);
    case "request":
      comparison.received(data);
      return store.putRequest(data);
    case "clock":
      return setClock(data);
    case "reset":
      return load().catch(() => {});
  }
}

/** Handles a clock that was set back, which reverts stages of runs. */
function setClock(reading) {
  if (clock.set(reading)) {
    store.loadRuns().catch(() => {});
  }
  redraw();
}

async function refresh(id) {
  await attempt(id, () => api.refresh(id));
}

async function advance(id) {
  await attempt(id, () => api.nextStage(id));
}

async function setScripts(id, scripts) {
  store.putConnection(await api.putScripts(id, scripts));
}

/** Starts a batch; returns whether the server accepted it. */
function startBatch(ids) {
  return attempt(null, () => api.refreshBatch(ids));
}

function addConnection() {
  showNewConnection(id => store.connection(id) !== undefined, async (id, document) => {
    store.putConnection(await api.putConnection(id, document));
    connections.reveal(id);
  });
}

/** Adds a fault that makes the next refresh take effect without an answer. */
async function loseNextAnswer(connectionId) {
  await attempt(connectionId, async () => {
    await api.addFault({
      operation: "refreshConnection", connectionId, times: 1, when: "after", effect: {type: "disconnect"},
    });
    await store.loadFaults();
  });
}

/** Runs clock changes one after the other, so that each starts from the result of the previous one. */
function move(change) {
  moves = moves.then(() => attempt(null, async () => setClock(await change())));
  return moves;
}

/** Runs an action, and shows or announces its error; returns whether it succeeded. */
async function attempt(id, action) {
  try {
    await action();
    showError(id, null);
    return true;
  } catch (error) {
    showError(id, error.status ? `${error.status}: ${error.message}` : "No response was received");
    return false;
  }
}

function showError(id, message) {
  if (id === null || !message) {
    setOptional(toast, message);
  }
  if (id !== null) {
    connections.showError(id, message);
  }
  if (id !== null && message) {
    watch.say(message);
  }
}

/** Reads again, after the page was hidden, what no event reports. */
async function catchUp() {
  try {
    setClock(await api.clock());
    await store.loadConnections();
    await store.loadBehaviours();
  } catch {
    // The stream fails as well and reports it.
  }
}
