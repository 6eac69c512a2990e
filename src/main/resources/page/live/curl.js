// A request of the journal as a curl command for a POSIX shell.

import {inSandbox} from "./address.js";

/** Headers that curl sets itself, or that only a browser sends. */
const OWN =
  /^(host|content-length|connection|accept-encoding|user-agent|transfer-encoding|origin|referer|sec-.*|cookie)$/i;
const REDACTED = "[redacted]";

const quote = text => `'${text.replaceAll("'", "'\\''")}'`;

/** Returns the command; a redacted value becomes "any", or the variable TOKEN if only issued tokens are accepted. */
export function toCurl({method, path, query, headers, body}, auth) {
  const url = inSandbox("").href + path.slice(1) + (query ? "?" + query : "");
  const lines = Object.entries(headers)
    .filter(([name]) => !OWN.test(name))
    .flatMap(([name, values]) => values.map(value => header(`${name}: ${value}`, auth)));
  return [
    `curl -g -X ${/^[A-Z]+$/.test(method) ? method : quote(method)} ${quote(url)}`,
    ...lines,
    ...(body ? [`--data-raw ${quote(body)}`] : []),
  ].join(" \\\n  ");
}

function header(line, auth) {
  if (!line.includes(REDACTED)) {
    return `-H ${quote(line)}`;
  }
  return auth === "issued"
    ? `-H ${quote(line.split(REDACTED)[0])}"$TOKEN"`
    : `-H ${quote(line.replaceAll(REDACTED, "any"))}`;
}
