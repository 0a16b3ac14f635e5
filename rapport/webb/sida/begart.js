// What the question asks for: ticked where the answers show it; the words that do are there for her to judge.
import { el } from "./dom.js";

let visas = false; // whether the words are looked at, in every question

/** Return the list of what an answer is asked for, as elements. */
export function begart({ id, begar }) {
  if (!begar.length) return [];
  const found = begar.filter((one) => one.fraga);
  return [
    el("h2", { class: "liten" }, "Frågan begär"),
    el("ul", { class: "bock" }, begar.map((one) => rad(one, id))),
    found.length ? el("details", { class: "orden", open: visas, ontoggle: ({ target }) => { visas = target.open; } },
      el("summary", { id: "begart-ord" }, "Orden som visar det"),
      el("ul", {}, found.map((one) => el("li", {}, `${one.text}: ”${one.ord}”${i(one, id)}`)))) : null,
  ];
}

const i = ({ fraga }, id) => (fraga === id ? "" : ` i ${fraga}`);

const rad = (one, id) => el("li", { class: one.fraga ? "ja" : "" },
  el("span", { "aria-hidden": "true" }, one.fraga ? "✓ " : "○ "), one.text,
  one.fraga ? el("span", { class: "blek" }, i(one, id)) : null,
  el("span", { class: "dold" }, one.fraga ? " (finns)" : " (saknas)"));
