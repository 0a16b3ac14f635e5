// What a figure shows and where it comes from: which table, which rows, what was skipped; or what is wrong with it.
import { el } from "./dom.js";
import { skrivet } from "./tabell.js";

/** Show a figure, as the server has told of it. */
export function visaSpar(place, siffra) {
  const text = Array.isArray(siffra.varde) ? "Tabell" : siffra.varde;
  if (siffra.fel) {
    place.replaceChildren(el("p", { class: "felrad" }, siffra.fel), siffra.rad ? el("p", {}, siffra.rad) : "");
    return;
  }
  place.replaceChildren(
    el("p", { class: "varde" }, el("span", { class: "dold" }, "Värdet är "), el("b", {}, text)),
    ...(siffra.spar?.delar ?? []).map((part) => (Array.isArray(part)
      ? el("ul", { class: "spar" }, part.map((line) => el("li", {}, line))) : el("p", {}, part))),
    ...(siffra.tabeller ?? []).map((one) => el("p", {},
      el("a", { href: `#/tabell/${one.namn}/${skrivet(one.rader)}`, target: "_blank" }, `Visa tabellen ${one.namn}`),
      el("span", { class: "blek" }, ` (${one.kalla}, öppnas i en egen flik)`))));
}
