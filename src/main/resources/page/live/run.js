// Computes the state of a run at an instant from the server's data, in the same way as the server.

export const STAGES = ["queued", "source", "destination", "done"];

/** The statuses of both sides in each stage of a successful refresh. */
export const SHOWN = {
  queued: {source: "not_started", destination: "not_started"},
  source: {source: "running", destination: "not_started"},
  destination: {source: "complete", destination: "running"},
  done: {source: "complete", destination: "complete"},
};

const FINAL = ["complete", "error", "cancelled"];

/** A run from an entry of the control API. */
export function toRun(entry) {
  const passed = entry.timeline.map(({stage, at}) => ({stage, at: Date.parse(at), ...SHOWN[stage]}));
  const last = passed.at(-1);
  last.source = entry.sourceStatus;
  last.destination = entry.destinationStatus;
  const ahead = (entry.expected ?? []).map(next => ({
    stage: next.stage,
    at: Date.parse(next.at),
    source: next.sourceStatus,
    destination: next.destinationStatus,
  }));
  return {entry, jobId: entry.jobId, connectionId: entry.connectionId, steps: [...passed, ...ahead], known: passed.length};
}

/** Returns how many steps of the run are past or current at an instant. */
function countAt({steps, known}, now) {
  let count = known;
  while (count < steps.length && steps[count].at <= now) {
    count++;
  }
  return count;
}

/** Returns the stage of the run at an instant. */
export const stageAt = (run, now) => run.steps[countAt(run, now) - 1].stage;

/** Returns the instant of the next step that the clock causes, or undefined. */
export const nextAt = (run, now) => run.steps[countAt(run, now)]?.at;

/** Returns the run at an instant: its current, past and expected stages. */
export function stateAt(run, now) {
  const count = countAt(run, now);
  const passed = run.steps.slice(0, count);
  const ahead = run.steps.slice(count);
  const current = passed.at(-1);
  return {
    passed,
    ahead,
    current,
    began: passed[0].at,
    done: current.stage === "done",
    fraction: fraction(current, ahead[0], now),
  };
}

/** Returns the status of one side, the elapsed fraction of its stage (null: unknown), and its times. */
export function sideAt(state, side, now) {
  const status = state.current[side];
  const start = state.ahead.find(next => next[side] === "running");
  const end = state.ahead[0];
  if (status === "running") {
    return {status, fraction: state.fraction, until: end?.at - now || null, waits: !end};
  }
  if (status === "not_started" && start) {
    return {status, fraction: 0, startsIn: start.at - now};
  }
  return {status, fraction: FINAL.includes(status) ? 1 : 0, waits: status === "not_started" && !end};
}

/** The result for display: the worse status of both sides. */
export function verdictOf({source, destination}) {
  return [source, destination].includes("error") ? "error" : destination;
}

function fraction(current, next, now) {
  if (current.stage === "done") {
    return 1;
  }
  return next ? Math.min(1, Math.max(0, (now - current.at) / (next.at - current.at))) : null;
}
