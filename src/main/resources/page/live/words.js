// The texts of the page.

const STATUSES = {
  not_started: "not started", running: "running", complete: "complete", error: "error", cancelled: "cancelled",
};

const OUTCOMES = {
  succeed: "succeeds",
  fail_source: "fails at the source",
  fail_destination: "fails at the destination",
  cancel_source: "is cancelled at the source",
  cancel_destination: "is cancelled at the destination",
  fail_initiation: "fails at its initiation",
  stall_source: "stalls at the source",
  stall_destination: "stalls at the destination",
};

export const outcomes = Object.entries(OUTCOMES);
export const status = name => STATUSES[name] ?? name;

/** "wdata_query" as "Wdata query". */
export function type(name) {
  const words = (name ?? "unknown").replaceAll("_", " ").replace(/\besg\b/, "ESG");
  return words[0].toUpperCase() + words.slice(1);
}

/** The types of sources and destinations. */
export const types = [
  "spreadsheet", "spreadsheet_section", "presentation", "presentation_chart", "presentation_embedded_table", "document",
  "document_chart", "document_embedded_table", "wdata_query", "wdata_shared_query", "wdata_table", "wdata_table_dataset",
  "report", "esg_program", "chart_visual", "table_visual", "unknown_record_type",
];

/** A length of time in milliseconds, rounded for display. */
export function duration(ms) {
  const seconds = Math.max(0, ms) / 1000;
  if (seconds < 10) {
    return `${Number(seconds.toFixed(2))} s`;
  }
  if (seconds < 60) {
    return `${Math.round(seconds)} s`;
  }
  const minutes = Math.floor(seconds / 60);
  const rest = Math.floor(seconds % 60);
  return minutes >= 120 ? `${Math.round(minutes / 60)} h` : `${minutes} min${rest ? ` ${rest} s` : ""}`;
}

/** The remaining time of a wait, in readable steps. */
export function left(ms) {
  const seconds = Math.max(0, ms) / 1000;
  return seconds < 10 ? `${(Math.ceil(seconds * 10) / 10).toFixed(1)} s` : duration(Math.ceil(seconds) * 1000);
}

export const timeOfDay = (ms, precise) => new Date(ms).toISOString().slice(11, precise ? 23 : 19);
export const date = ms => new Date(ms).toISOString().slice(0, 10) + " UTC";

/** The milliseconds of an ISO 8601 duration as Java writes it. */
export function millis(iso) {
  const [, hours = 0, minutes = 0, seconds = 0] = /^PT(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?$/.exec(iso) ?? [];
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
}

/** Describes the scripts of a connection. */
export function scripts(list, defaultScript) {
  const first = script(list[0] ?? defaultScript, defaultScript);
  const sentence = list.slice(1).reduce((words, next) => `${words}, then ${OUTCOMES[next.outcome]}`, first);
  return sentence[0].toUpperCase() + sentence.slice(1) + (list.length ? "" : " (default script)");
}

/** The position of the next script if there are several. */
export const place = ({scripts, nextScript}) =>
  scripts.length > 1 ? `Script ${nextScript + 1} of ${scripts.length} is next` : null;

const EFFECTS = {
  delay: "is delayed", hold: "is held", disconnect: "gets no response", truncate: "gets a truncated response",
  slow: "gets a slow response", malformed: "gets a body that is not JSON",
};

/** "once", "3 times". */
export const times = count => (count === 1 ? "once" : `${count} times`);

const ALWAYS_AFTER = ["truncate", "slow", "malformed"];

/** Describes an active fault. */
export function fault({operation, effect, when, times: limit, hits = 0, probability = 1}) {
  const what = effect.type === "status" ? `returns ${effect.status}` : EFFECTS[effect.type] ?? effect.type;
  const after = when === "after" && !ALWAYS_AFTER.includes(effect.type) ? " after it took effect" : "";
  const often = limit === undefined ? "" : limit > hits ? `, ${times(limit - hits)}` : ", used up";
  const chance = probability < 1 ? `, with probability ${probability}` : "";
  return `Fault: ${operation ?? "a request"} ${what}${after}${often}${chance}`;
}

function script({outcome, pacing}, defaultScript) {
  const words = OUTCOMES[outcome] ?? outcome;
  return outcome === "fail_initiation" ? words : words + pace(outcome, pacing ?? defaultScript?.pacing);
}

function pace(outcome, pacing) {
  if (!pacing || pacing.type === "manual") {
    return pacing ? ", advanced manually" : "";
  }
  if (pacing.type === "polled") {
    return pacing.reads === 1 ? ", a stage per poll" : `, a stage per ${pacing.reads} polls`;
  }
  const stages = outcome.endsWith("_source") ? ["queued", "source"] : ["queued", "source", "destination"];
  const total = stages.reduce((sum, stage) => sum + millis(pacing[stage]), 0);
  return outcome.startsWith("stall") ? "" : total === 0 ? " immediately" : ` after ${duration(total)}`;
}
