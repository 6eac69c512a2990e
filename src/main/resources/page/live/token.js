// The token of the control API, stored for this tab only.

import {atRoot} from "./address.js";

const KEY = "wdata-mock.control-token " + atRoot("").pathname;

export const read = () => sessionStorage.getItem(KEY);
export const keep = token => sessionStorage.setItem(KEY, token);
export const forget = () => sessionStorage.removeItem(KEY);
