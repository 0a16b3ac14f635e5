// A figure put in by one who knows no expression: a table, what of it, which column, which rows, and how it is shown.
import { skicka } from "./api.js";
import { dialog, knappar } from "./dialog.js";
import { el, fyll } from "./dom.js";
import { visaSpar } from "./spar.js";

/** Let somebody choose a figure, from `start` where there is one; a promise of { figur, varde }, or null. */
export function valjSiffra(on, start = null) {
  return dialog(start ? "Välj något annat ur tabellen" : "Sätt in siffra ur en tabell", (close) => {
    const steps = el("div", { class: "steg" });
    const trace = el("div", { class: "sparet", role: "status" });
    let now = null;

    /** Ask what can be chosen after some choices, and show that. */
    async function choose(chosen) {
      try {
        now = await skicka("siffra/val", chosen);
      } catch (error) {
        on.fel(error);
        return;
      }
      fyll(steps, now.tabeller.length ? fields(now, choose) : el("p", {}, "Redovisningen har inga tabeller. Lägg till dem, som .csv eller .xlsx, under ", el("a", { href: "#/filer", onclick: () => close() }, "Lägg till filer"), "."));
      if (now.siffra) visaSpar(trace, now.siffra);
      else trace.replaceChildren(el("p", { class: "blek" }, now.tabeller.length ? now.saknas : ""));
      if (!steps.contains(document.activeElement)) steps.querySelector("select")?.focus();
    }

    function put(event) {
      event.preventDefault();
      if (now?.siffra && !now.siffra.fel) close({ figur: now.siffra.figur, varde: now.siffra.varde });
      else [...steps.querySelectorAll("select")].find((one) => !one.value && one.dataset.tom !== "ja")?.focus();
    }

    void choose(start ?? {});
    return el("form", { novalidate: true, onsubmit: put }, steps, trace, knappar([start ? "Byt siffran" : "Sätt in", null], ["Avbryt", () => close()]));
  });
}

function fields({ vald, tabeller, vad, kolumner, rader, former }, choose) {
  // One thing to choose; `changed` gives what is chosen then. `empty` is what stands there while nothing is.
  const field = (id, label, choices, value, changed, empty = "Välj …") => el("p", {}, el("label", { for: id }, label),
    el("select", { id, "data-tom": empty === "Välj …" ? "nej" : "ja", onchange: ({ target }) => choose({ ...vald, ...changed(target.value) }) },
      empty && !choices.some((one) => !one.varde) ? el("option", { value: "" }, empty) : null,
      choices.map((one) => el("option", { value: one.varde, selected: one.varde === value }, [one.text, choices === former ? "" : one.om].filter(Boolean).join(" – ")))));
  const withRow = (at, row) => ({ rader: [...vald.rader.slice(0, at), ...(row ? [row] : []), ...vald.rader.slice(at + 1)], form: "" });
  const condition = ({ kolumner: columns, varden }, at) => {
    const { kolumn, varde } = vald.rader[at] ?? {};
    return el("div", { class: "villkor" },
      field(`rad-${at}`, at ? "och där" : "Bara rader där", columns, kolumn, (given) => withRow(at, given && { kolumn: given, varde: "" }), at ? "inget mer villkor" : "alla rader"),
      kolumn ? field(`varde-${at}`, "är", varden, varde, (given) => withRow(at, { kolumn, varde: given })) : null);
  };
  return [
    field("tabell", "Tabell", tabeller, vald.tabell, (tabell) => ({ tabell, vad: "", kolumn: "", rader: [], form: "" })),
    vad.length ? field("vad", "Vad ska stå i texten?", vad, vald.vad, (given) => ({ vad: given, kolumn: "", form: "" })) : null,
    kolumner.length ? field("kolumn", "Kolumn", kolumner, vald.kolumn, (kolumn) => ({ kolumn, form: "" })) : null,
    vald.vad ? rader.map(condition) : null,
    former.length > 1 ? field("form", "Skrivs som", former, vald.form, (form) => ({ form }), "") : null,
  ];
}
