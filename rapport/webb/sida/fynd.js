// What was found in the answer: each with where it is, why, and what can be done at once.
import { el, fyllOm, antal } from "./dom.js";
import { skalFor, tillatna } from "./tillat.js";

const NIVA = { error: "Fel", warning: "Varning", info: "Upplysning" };
const ORDNING = ["error", "warning", "info"];

/** Show the findings; `on` has visa(fynd), ratta(fynd), ord(fynd), tillat(fynd) and taTillbaka(regel). */
export function visaFynd(place, svar, on) {
  const open = svar.fynd.filter((one) => !skalFor(one, svar));
  open.sort((one, other) => ORDNING.indexOf(one.niva) - ORDNING.indexOf(other.niva) || mangd(one, open) - mangd(other, open));
  place.classList.toggle("gammalt", !svar.fynd_galler);
  fyllOm(place, [svar.fynd, svar.fynd_galler, svar.tillat], () => [
    el("h2", { id: "fynd-rubrik" }, open.length ? antal(open.length, "anmärkning", "anmärkningar") : "Inga anmärkningar"),
    el("ul", { class: "fynd" }, open.map((one, at) => kort(one, at, svar, on))),
    tillatna(svar, on.taTillbaka)]);
}

// Many of one rule are mostly small things: they stand after what is said once or twice.
const mangd = ({ regel }, all) => Number(all.filter((one) => one.regel === regel).length > 2);

function kort(one, at, svar, on) {
  const others = one.andra.filter((other) => other.fraga && other.fraga !== svar.id);
  return el("li", { class: one.niva, tabindex: "-1", "data-nr": String(svar.fynd.indexOf(one)) },
    el("p", {}, el("b", {}, `${NIVA[one.niva]}: `), one.text),
    one.rad ? el("p", { class: "rad" }, one.rad) : null,
    others.length ? el("p", { class: "blek" }, "Jämför svar ", others.flatMap((other, number) =>
      [number ? ", " : null, el("a", { href: `#/fraga/${other.fraga}` }, other.fraga)])) : null,
    el("p", { class: "knappar" },
      one.fix !== null && one.utdrag ? el("button", { type: "button", id: `ratta-${at}`, class: "viktig", onclick: () => on.ratta(one) }, rattning(one)) : null,
      one.utdrag ? el("button", { type: "button", id: `visa-${at}`, onclick: () => on.visa(one) }, "Visa i texten") : null,
      one.ord ? el("button", { type: "button", id: `ord-${at}`, onclick: () => on.ord(one) }, "Lägg till i ordlistan") : null,
      one.tillatbar ? el("button", { type: "button", id: `tillat-${at}`, onclick: () => on.tillat(one) }, "Godta utan rättning …") : null,
      el("code", { class: "blek" }, one.regel)));
}

const kortat = (text) => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
const HART = "\u00a0"; // looks as any other blank
const som = (one) => (one.fix.includes(HART) && !one.utdrag.includes(HART) ? " med hårt blanksteg" : "");
const rattning = (one) => (one.fix.trim() ? `Ändra till ”${kortat(one.fix)}”${som(one)}` : `Ta bort ”${kortat(one.utdrag)}”`);
