// The URLs of the sandbox that this page shows, relative to the page's own address, because a proxy may add a prefix.

const page = new URL(".", document.baseURI);
const below = /^(.*\/)sandbox\/([^/]+)\/$/.exec(page.pathname);

export const sandbox = below ? decodeURIComponent(below[2]) : "default";

const root = below ? new URL(below[1], page) : page;

/** The URL of a path below the sandbox's base URL, such as "__mock/clock". */
export const inSandbox = path => new URL(path, page);

/** The URL of a path below the root of the server. */
export const atRoot = path => new URL(path, root);

/** The address of the page of another sandbox. */
export const pageOf = name => (name === "default" ? root : new URL(`sandbox/${encodeURIComponent(name)}/`, root));

/** The address of this page that shows a connection. */
export const linkTo = connectionId => new URL(`#connection=${encodeURIComponent(connectionId)}`, page).href;

/** The part of an address that shows a request of the journal. */
export const hashOfRequest = seq => `#request=${seq}`;

/** The value of "connection" or "request" in the address of the page, or null. */
export const linked = name => new URLSearchParams(location.hash.slice(1)).get(name);
