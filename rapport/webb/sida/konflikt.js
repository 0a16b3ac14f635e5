// Where two have written the same, each in their way: the three texts, and a person decides.
import { el, fyll } from "./dom.js";
import { ordat } from "./ordat.js";

const ORD = { min: "Din text", deras: "Den andras text", fran: "Så stod det innan", taMin: "Använd min ruta", taDeras: "Använd den andras",
  skiljer: "Det som skiljer: din text är struken, den andras understruken" };

/** Ask which text is to stand; `valj(entry)` is called with it, its `sida` min or deras, and waited for. What is not decided stays. */
export function fragaVilken(strid, valj, ord = { ...ORD, rubrik: `Två har ändrat svaret på fråga ${strid.fraga}` }) {
  const place = document.getElementById("fonster");
  const mine = el("textarea", { id: "min-text", rows: 10, lang: "sv", spellcheck: true }, strid.min.markdown);
  const wrong = el("p", { class: "error", role: "alert" });
  const decide = (entry) => async () => {
    try {
      await valj(entry); // nothing can be written meanwhile: the window stands in front of it
      if (wrong.isConnected) place.close();
    } catch (error) {
      wrong.textContent = error.message;
    }
  };
  fyll(place,
    el("h2", { id: "fonster-rubrik" }, ord.rubrik),
    el("p", {}, "Ingenting är borta. Välj vilken text som ska gälla, eller skriv ihop dem i den första rutan."),
    strid.ord ? [el("h3", {}, ord.skiljer), ordat(strid.ord)] : null,
    el("div", { class: "tre" },
      el("section", {}, el("h3", {}, el("label", { for: "min-text" }, ord.min)), mine, andrat(strid.min, strid.deras),
        el("button", { type: "button", class: "viktig", id: "ta-min", onclick: () => decide({ ...strid.min, markdown: mine.value, sida: "min" })() }, ord.taMin)),
      el("section", {}, el("h3", {}, ord.deras), last(strid.deras), andrat(strid.deras, strid.min),
        el("button", { type: "button", id: "ta-deras", onclick: decide({ ...strid.deras, sida: "deras" }) }, ord.taDeras)),
      strid.fran ? el("section", {}, el("h3", {}, ord.fran), last(strid.fran)) : null),
    wrong, el("p", {}, el("button", { type: "button", onclick: () => place.close() }, "Bestäm senare")));
  if (!place.open) place.showModal();
}

const last = (entry) => el("pre", { class: "text", tabindex: "0" }, entry.markdown || "(tomt)");

const NAMN = { status: "status", ansvarig: "ansvarig", kommentar: "anteckning", kryssat: "kryss", tillat: "godtaget" };
const skriven = (value) => (typeof value === "object" && !Array.isArray(value)
  ? Object.entries(value ?? {}).map(([regel, skal]) => `${regel}, ${skal}`).join("; ") : String(value));

function andrat(own, other) {
  const differ = Object.keys(NAMN).filter((key) => skriven(own[key]) !== skriven(other[key]));
  return differ.length
    ? el("p", { class: "blek" }, differ.map((key) => `${NAMN[key]}: ${skriven(own[key]) || "inget"}`).join(" · "))
    : null;
}
