// The six areas with their bars, and each question's status: the way to every answer.
import { el, fyllOm, antal } from "./dom.js";

const TECKEN = { klar: "●", granskas: "◐", utkast: "○", "ej påbörjad": "·" };

/** Show the menu; on a narrow page it is folded until it is asked for. */
export function meny(rapport, oppen) {
  const place = document.getElementById("omraden");
  fyllOm(place, [rapport.omraden, oppen], () => {
    const open = place.querySelector("details")?.open ?? matchMedia("(min-width: 62rem)").matches;
    const lists = rapport.omraden.map((omrade) => omradet(omrade, oppen));
    return [el("details", { open }, el("summary", {}, "Frågorna"), ...lists)];
  });
}

function omradet(omrade, oppen) {
  return el("section", { class: omrade.kvar < 0 ? "over" : "" },
    el("h2", {}, `${omrade.nummer} ${omrade.namn}`),
    stapel(omrade),
    el("p", { class: "kvar" }, omrade.text, omrade.olast ? " (en fil är oläst)" : ""),
    el("ul", {}, omrade.fragor.map((fraga) => el("li", {}, rad(fraga, oppen)))));
}

function rad(fraga, oppen) {
  const faults = [fraga.fel && antal(fraga.fel, "fel", "fel"), fraga.varningar && antal(fraga.varningar, "varning", "varningar")];
  const said = [fraga.lage, ...faults.filter(Boolean)].join(", ");
  return el("a", { href: `#/fraga/${fraga.id}`, id: `till-${fraga.id}`, "aria-current": fraga.id === oppen ? "page" : null, title: fraga.text },
    el("span", { class: `prick ${fraga.lage.replace(" ", "-")}`, "aria-hidden": "true" }, TECKEN[fraga.lage] ?? "○"),
    el("span", { class: "id" }, fraga.id),
    el("span", { class: "kort" }, fraga.kort),
    el("span", { class: "dold" }, ` (${said})`),
    fraga.fel ? el("span", { class: "bricka error", "aria-hidden": "true" }, String(fraga.fel)) : null,
    !fraga.fel && fraga.varningar ? el("span", { class: "bricka warning", "aria-hidden": "true" }, String(fraga.varningar)) : null);
}

/** An area's bar: how full it is, and how much goes over its limit. */
export function stapel(omrade) {
  const bar = el("div", { class: "stapel", "aria-hidden": "true" }, el("span", { class: "fyllt" }), el("span", { class: "over" }));
  const whole = Math.max(omrade.grans, omrade.tecken, 1);
  bar.style.setProperty("--fyllt", `${(100 * Math.min(omrade.tecken, omrade.grans)) / whole}%`);
  bar.style.setProperty("--over", `${(100 * Math.max(0, omrade.tecken - omrade.grans)) / whole}%`);
  return bar;
}
