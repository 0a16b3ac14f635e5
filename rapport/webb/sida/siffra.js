// A figure in the text, opened: what it shows and where it comes from; it can be chosen anew, or its expression changed.
import { skicka } from "./api.js";
import { dialog, knappar } from "./dialog.js";
import { el, lugnt } from "./dom.js";
import { valjSiffra } from "./siffraval.js";
import { visaSpar } from "./spar.js";

const inre = (uttryck) => uttryck.trim().replace(/^\{\{|\}\}$/g, "").trim();

/** Show a figure; a promise of { figur, varde } to put in its place, "bort", or null to leave it. */
export async function visaSiffra(one, on) {
  const given = await visa(one, on);
  return given?.omval ? valjSiffra(on, given.omval) : given;
}

function visa({ uttryck, fel, arTabell }, on) {
  return dialog("Siffra ur en tabell", (close) => {
    const trace = el("div", { class: "sparet", role: "status" }, el("p", { class: "blek" }, "Räknas …"));
    const field = el("textarea", { id: "uttryck", rows: 3, spellcheck: false, autocomplete: "off", "aria-describedby": "uttryck-hjalp" }, inre(uttryck));
    const choices = el("button", { type: "button", id: "valj-om", hidden: true, onclick: () => close({ omval: newest.vald }) }, "Välj något annat ur tabellen …");
    let newest = null;

    async function look() {
      const asked = field.value;
      try {
        const found = await skicka("siffra", { uttryck: asked });
        if (asked !== field.value) return null; // it has been written on since
        newest = wrongKind(found) ?? found;
        field.setAttribute("aria-invalid", String(Boolean(newest.fel)));
        choices.hidden = !newest.vald;
        visaSpar(trace, newest);
      } catch (error) {
        on.fel(error);
      }
      return newest;
    }

    const wrongKind = (found) => (found.fel || Array.isArray(found.varde) === arTabell ? null
      : { fel: arTabell ? "Uttrycket ger en siffra, men här står en tabell." : "Uttrycket ger en tabell, men här står en siffra i löpande text.",
        rad: "Ta bort den här och sätt in en ny där den ska stå." });

    async function save(event) {
      event.preventDefault();
      const found = await look();
      if (!found || found.fel) field.focus();
      else close(inre(found.figur) === inre(uttryck) ? null : { figur: found.figur, varde: found.varde });
    }

    field.addEventListener("input", lugnt(look, 200));
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey) void save(event);
    });
    void look();
    return el("form", { novalidate: true, onsubmit: save },
      trace,
      el("p", { class: "knappar" }, choices),
      el("details", { open: Boolean(fel) }, el("summary", {}, "Ändra uttrycket"),
        el("label", { for: "uttryck" }, "Uttryck"), field,
        el("p", { id: "uttryck-hjalp", class: "blek" }, "Värdet och vad som är fel visas medan du skriver. Enter sparar.")),
      knappar(["Klar", null], ["Ta bort siffran", () => close("bort")], ["Avbryt", () => close()]));
  });
}
