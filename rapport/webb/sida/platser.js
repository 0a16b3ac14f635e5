// The places where a text becomes another: what goes, and what comes instead.
import { el } from "./dom.js";

/** Show them: [[what goes, what comes]…], under the names they have here. */
export const platser = (all, bort, in_) => el("dl", {}, all.map(([gone, come]) => [
  gone.trim() ? [el("dt", {}, bort), el("dd", {}, el("del", {}, gone.trim()))] : [],
  come.trim() ? [el("dt", {}, in_), el("dd", {}, el("ins", {}, come.trim()))] : [],
].flat()).flat());
