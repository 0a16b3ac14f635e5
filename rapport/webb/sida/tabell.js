// One of the tables that figures come from, as it was read, with the rows of a figure marked.
import { hamta } from "./api.js";
import { antal, el, fyll, tal } from "./dom.js";

/** Row numbers in few signs, for an address: 2-5,9. */
export function skrivet(rader) {
  const spans = [];
  for (const one of rader) {
    if (spans.length && one === spans.at(-1)[1] + 1) spans.at(-1)[1] = one;
    else spans.push([one, one]);
  }
  return spans.map(([from, to]) => (from === to ? from : `${from}-${to}`)).join(",");
}

/** The row numbers that an address has; at most a thousand. */
export function rader(text = "") {
  const spans = text.split(",").map((span) => span.split("-").map(Number)).filter((span) => span.every(Number.isInteger) && span[0]);
  return spans.flatMap(([from, to = from]) => Array.from({ length: Math.max(0, Math.min(to - from + 1, 1000)) }, (_, at) => from + at)).slice(0, 1000);
}

/** Show a table. */
export async function tabell(place, namn, given) {
  const wanted = new Set(rader(given));
  const found = await hamta(`tabell/${encodeURIComponent(namn)}?rader=${[...wanted].join(",")}`);
  const shown = found.rader.length;
  fyll(place,
    el("h1", {}, `Tabellen ${found.namn}`),
    el("p", {}, `${found.kalla}, ${antal(found.antal, "rad", "rader")}.`,
      shown < found.antal ? ` Här visas ${tal(shown)} av dem.` : "",
      wanted.size ? ` ${antal(wanted.size, "rad som siffran kommer ur är märkt", "rader som siffran kommer ur är märkta")} med ●.` : ""),
    el("div", { class: "tabellen", tabindex: "0", role: "region", "aria-label": `Tabellen ${found.namn}` },
      el("table", {},
        el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "Rad"), found.kolumner.map((one) =>
          el("th", { scope: "col", class: one.slag === "tal" ? "hoger" : null }, one.rubrik)))),
        el("tbody", {}, found.rader.map(({ nr, celler }) => {
          const isUsed = wanted.has(nr);
          return el("tr", { class: isUsed ? "vald" : null },
            el("th", { scope: "row" }, isUsed ? [el("span", { "aria-hidden": "true" }, "● "), el("span", { class: "dold" }, "märkt ")] : null, String(nr)),
            celler.map((cell, at) => el("td", { class: found.kolumner[at].slag === "tal" ? "hoger" : null }, cell)));
        })))));
  place.querySelector("tr.vald")?.scrollIntoView({ block: "center" });
}
