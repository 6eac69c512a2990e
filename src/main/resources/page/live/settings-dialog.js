// The settings of the sandbox, and its snapshots.

import * as api from "./api.js";
import {sandbox} from "./address.js";
import {openDialog, section} from "./dialog.js";
import {button, field, make, select} from "./dom.js";
import {saveFile} from "./files.js";

const AUTH = [["any", "any bearer token"], ["issued", "only issued tokens"], ["off", "no token"]];
const VALIDATION = [["lenient", "lenient: tolerated and noted"], ["strict", "strict: rejected"]];
const OVERLAP = [["reject", "rejected with 409"], ["allow", "allowed"]];
const BY = [["sandbox", "the sandbox"], ["operation", "an operation of a workspace"]];

/** @param reload reads everything again, after a snapshot was restored */
export function showSettings(store, reload) {
  const {auth, validation, overlap, rateLimit} = store.settings;
  const limit = typeof rateLimit === "number" ? {requests: rateLimit} : rateLimit ?? {};
  const result = make("p", {className: "quiet small", role: "status"});
  const form = make("form", {className: "fields"},
    field("Authorization", select("auth", AUTH, auth)),
    field("Validation", select("validation", VALIDATION, validation)),
    field("Overlapping refreshes are", select("overlap", OVERLAP, overlap)),
    field("Requests", make("input", {
      name: "requests", type: "number", min: 1, max: 100000, placeholder: "no rate limit", value: limit.requests ?? "",
    })),
    field("Per", make("input", {name: "per", value: limit.per ?? "1s", required: true})),
    field("Counted for", select("by", BY, limit.by)),
    make("button", {className: "button primary"}, "Set settings"));
  const file = make("input", {type: "file", accept: ".json,application/json"});
  const dialog = openDialog("Settings of the sandbox",
    section("Settings", form, result),
    section("Snapshot",
      make("p", {className: "quiet small"}, "Connections, runs, faults, settings and clock, without the requests."),
      make("div", {className: "actions"},
        button("Save to a file", () => dialog.attempt(async () =>
          saveFile(await api.snapshot(), `wdata-mock-${sandbox}.json`))),
        field("Load from a file", file))));
  const attempt = async (action, done) => {
    result.textContent = "";
    if (await dialog.attempt(action)) {
      result.textContent = done;
    }
  };
  form.addEventListener("submit", event => {
    event.preventDefault();
    attempt(async () => {
      await api.patchSettings(changesOf(new FormData(form)));
      await store.loadConnections();
    }, "Saved.");
  });
  file.addEventListener("change", () => file.files.length && attempt(async () => {
    await api.restore(file.files[0]);
    await reload();
    dialog.close();
  }));
}

function changesOf(data) {
  const {requests, per, by, ...changes} = Object.fromEntries(data);
  return {...changes, rateLimit: requests ? {requests: Number(requests), per, by} : null};
}
