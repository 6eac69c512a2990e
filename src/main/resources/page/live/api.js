// Calls the control API, and the vendor's API for a refresh of the mock's own. It does not read statuses from the
// vendor's API, because polls advance polled runs.

import {atRoot, inSandbox} from "./address.js";
import * as token from "./token.js";

/** The token for sandboxes that accept any token. */
let bearer = "live-page";

/** An error response. */
export class ApiError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** The headers of every request of the control API. */
export function controlHeaders() {
  const known = token.read();
  return known === null ? {} : {Authorization: `Bearer ${known}`};
}

/** Returns the error of a response. */
export async function errorOf(response) {
  return new ApiError(response.status, messageOf(await response.text()) || `The server returned ${response.status}`);
}

const control = (method, path, body) => send(inSandbox("__mock/" + path), {
  method,
  headers: {...controlHeaders(), ...(body === undefined ? {} : {"Content-Type": "application/json"})},
  body: body === undefined ? undefined : JSON.stringify(body),
});

const connection = id => `connections/${encodeURIComponent(id)}`;

export const index = () => send(inSandbox("__mock"), {headers: controlHeaders()});
export const fidelity = () => control("GET", "fidelity");
export const clock = () => control("GET", "clock");
export const setClock = change => control("PUT", "clock", change);
export const advanceClock = by => control("POST", "clock/advance", {by});
export const advanceToNextChange = () => control("POST", "clock/advance", {to: "nextChange"});
export const releaseClock = () => control("DELETE", "clock");
export const reset = () => control("POST", "reset");
export const patchSettings = changes => control("PATCH", "settings", changes);
export const settings = () => control("GET", "settings");
export const faults = () => control("GET", "faults");
export const addFault = fault => control("POST", "faults", fault);
export const deleteFault = id => control("DELETE", `faults/${encodeURIComponent(id)}`);
export const deleteFaults = () => control("DELETE", "faults");
export const faultProfiles = () => control("GET", "fault-profiles");
export const addFaultProfile = name => control("POST", `faults?profile=${encodeURIComponent(name)}`);
export const connections = () => control("GET", "connections");
export const putConnection = (id, document) => control("PUT", connection(id), document);
export const putScripts = (id, scripts) => control("PUT", connection(id) + "/scripts", scripts);
export const nextStage = id => control("POST", connection(id) + "/advance");
export const requests = limit => control("GET", `requests?limit=${limit}`);
export const runs = id => control("GET", id === undefined ? "runs" : `runs?connectionId=${encodeURIComponent(id)}`);
export const sandboxes = () => send(atRoot("__mock/sandboxes"), {headers: controlHeaders()});

/** Returns a snapshot as a file. */
export const snapshot = () => send(inSandbox("__mock/snapshot"), {headers: controlHeaders()}, response => response.blob());

/** Restores a snapshot from a file. */
export const restore = file => send(inSandbox("__mock/snapshot"), {
  method: "PUT",
  headers: {...controlHeaders(), "Content-Type": "application/json"},
  body: file,
});

/** Starts a run like a client. */
export const refresh = id => post(`connections/${encodeURIComponent(id)}/refresh`, {});

/** Starts a batch like a client. */
export const refreshBatch = ids => post("connections/batch/refresh", ids.map(connectionId => ({connectionId})));

/**
 * Sends a request of the vendor's API. Requests a token first if the sandbox accepts only issued ones. Asks the server
 * each time whether it forwards such requests, because it may have been restarted with an upstream in the meantime.
 */
async function post(path, body) {
  const {upstream} = await index();
  if (upstream !== undefined) {
    throw new ApiError("Not sent", `this page starts no refreshes of the real service ${upstream}`);
  }
  const attempt = () => send(inSandbox("api/v1/" + path), {
    method: "POST",
    headers: {Authorization: `Bearer ${bearer}`, "Content-Type": "application/json"},
    body: JSON.stringify(body),
  });
  try {
    return await attempt();
  } catch (error) {
    if (error.status !== 401) {
      throw error;
    }
    bearer = await issuedToken();
    return attempt();
  }
}

async function issuedToken() {
  const form = {grant_type: "client_credentials", client_id: "live-page", client_secret: "live-page"};
  const issued = await send(inSandbox("oauth2/token"), {method: "POST", body: new URLSearchParams(form)});
  return issued.access_token;
}

async function send(url, request, read = response => response.json()) {
  const response = await fetch(url, {cache: "no-store", ...request});
  if (!response.ok) {
    throw await errorOf(response);
  }
  return response.status === 204 ? undefined : read(response);
}

/** Returns the message of an error in any of the server's three formats. */
function messageOf(text) {
  try {
    const error = JSON.parse(text);
    return error.detail ?? error.error_description ?? [error.body].flat().join(" ");
  } catch {
    return text;
  }
}
