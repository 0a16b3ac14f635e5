// The words in which two texts differ: those that only the first has are struck out, the other's are underlined.
import { el } from "./dom.js";

const SOM = { new: "ins", gone: "del" };

/** Show stretches of text, each [kind, text]. */
export const ordat = (found) => el("p", { class: "ordat" }, found.map(([kind, text]) => (kind === "same" ? text : el(SOM[kind], {}, text))));
