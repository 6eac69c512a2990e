// The form of a new fault.

import {field, make, select} from "./dom.js";

const EFFECTS = [
  ["status", "an error status"],
  ["delay", "a delay"],
  ["spread", "delays that vary"],
  ["hold", "a hold until the fault is removed"],
  ["disconnect", "no answer: the connection is closed"],
  ["truncate", "half of the answer"],
  ["slow", "a slow answer"],
  ["malformed", "a body that is not JSON"],
];

const OPERATIONS = [["", "any operation"], ...[
  "refreshConnection", "getRefreshStatus", "getConnection", "listConnections", "refreshBatch", "getRefreshBatchStatus",
  "issueToken",
].map(name => [name, name])];

/** The fields of the effects: name, label, attributes. Durations are written as the API takes them. */
const FIELDS = {
  status: [
    ["status", "Status", {type: "number", min: 400, max: 599, value: "503", required: true}],
    ["message", "Message", {placeholder: "default"}],
    ["retryAfter", "Retry-After", {placeholder: "none, or 2s"}],
  ],
  delay: [["for", "For", {value: "2s", required: true}]],
  spread: [["median", "Median", {value: "200ms", required: true}], ["p99", "99 % within", {value: "3s", required: true}]],
  slow: [["over", "Over", {value: "5s", required: true}]],
};

/** @param add adds a fault; returns whether the server accepted it */
export function faultForm(add, {connectionId = ""} = {}) {
  const effect = select("effect", EFFECTS);
  const own = make("div", {className: "fields"});
  const showOwn = () => own.replaceChildren(...(FIELDS[effect.value] ?? []).map(toField));
  const form = make("form", {className: "fields"},
    field("Effect", effect),
    own,
    field("Operation", select("operation", OPERATIONS, "refreshConnection")),
    toField(["connectionId", "Connection", {placeholder: "any", value: connectionId, autocomplete: "off"}]),
    toField(["times", "Times", {type: "number", min: 1, max: 1000000, placeholder: "always", value: "1"}]),
    toField(["probability", "Probability", {type: "number", min: 0, max: 1, step: "any", placeholder: "1"}]),
    field("When", select("when", [["before", "before the operation"], ["after", "after it took effect"]])),
    make("button", {className: "button primary"}, "Add fault"));
  effect.addEventListener("change", showOwn);
  form.addEventListener("submit", async event => {
    event.preventDefault();
    await add(faultOf(new FormData(form)));
  });
  showOwn();
  return form;
}

const toField = ([name, label, attributes]) => field(label, make("input", {name, ...attributes}));

/** Returns the fault of the filled form; empty fields are left out. */
function faultOf(data) {
  const given = Object.fromEntries([...data].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value));
  const {effect: type, operation, connectionId, times, probability, when, status, ...rest} = given;
  return {
    operation,
    connectionId,
    times: times && Number(times),
    probability: probability && Number(probability),
    when,
    effect: {type: type === "spread" ? "delay" : type, status: status && Number(status), ...rest},
  };
}
