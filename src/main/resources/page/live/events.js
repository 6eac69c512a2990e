// The sandbox's server-sent events, read with fetch because EventSource cannot send a token.

import {inSandbox} from "./address.js";
import {controlHeaders, errorOf} from "./api.js";

/** The server sends a comment every 5 seconds; without one, the connection counts as lost. */
const TIMEOUT = 15_000;

/**
 * Reads the stream until it ends, which is always an error. "opened" is called when it is open; events are queued until
 * its promise is fulfilled, except clock events, which would become outdated.
 */
export async function follow(signal, opened, received) {
  const response = await fetch(inSandbox("__mock/events"), {
    headers: {...controlHeaders(), Accept: "text/event-stream"},
    cache: "no-store",
    signal,
  });
  if (!response.ok) {
    throw await errorOf(response);
  }
  let kept = [];
  const deliver = event =>
    kept && event.type !== "clock" ? kept.push(event) : received(event.type, event.data);
  const reading = read(response.body, deliver);
  await Promise.race([opened(), reading]);
  const early = kept;
  kept = null;
  early.forEach(deliver);
  await reading;
  throw new Error("The event stream ended");
}

async function read(body, deliver) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const {value, done} = await inTime(reader.read());
    if (done) {
      return;
    }
    const blocks = (rest + value).replaceAll("\r\n", "\n").split("\n\n");
    rest = blocks.pop();
    blocks.map(parse).filter(event => event.data !== undefined).forEach(deliver);
  }
}

function inTime(reading) {
  let alarm;
  const silence = new Promise((_, fail) => {
    alarm = setTimeout(() => fail(new Error("The event stream timed out")), TIMEOUT);
  });
  return Promise.race([reading, silence]).finally(() => clearTimeout(alarm));
}

/** Parses the lines of an event; comments have no data. */
function parse(block) {
  let type = "message";
  const data = [];
  for (const line of block.split("\n")) {
    const [, field, value] = /^([^:]*):? ?(.*)$/.exec(line);
    if (field === "event") {
      type = value;
    } else if (field === "data") {
      data.push(value);
    }
  }
  return {type, data: data.length ? JSON.parse(data.join("\n")) : undefined};
}
