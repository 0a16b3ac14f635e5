// Where two have written the same, each in their way: the three texts, and a person decides.
import { el, fyll } from "./dom.js";

/** Ask which text is to stand; `valj(entry)` is called with it, and waited for. What is not decided stays as a draft. */
export function fragaVilken(strid, valj) {
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
    el("h2", { id: "fonster-rubrik" }, `Två har ändrat svaret på fråga ${strid.fraga}`),
    el("p", {}, "Ingenting är borta. Välj vilken text som ska gälla, eller skriv ihop dem i din ruta."),
    el("div", { class: "tre" },
      el("section", {}, el("h3", {}, el("label", { for: "min-text" }, "Din text")), mine, andrat(strid.min, strid.deras),
        el("button", { type: "button", class: "viktig", id: "ta-min", onclick: () => decide({ ...strid.min, markdown: mine.value })() }, "Använd min ruta")),
      el("section", {}, el("h3", {}, "Den andras text"), last(strid.deras), andrat(strid.deras, strid.min),
        el("button", { type: "button", id: "ta-deras", onclick: decide(strid.deras) }, "Använd den andras")),
      strid.fran ? el("section", {}, el("h3", {}, "Så stod det innan"), last(strid.fran)) : null),
    wrong, el("p", {}, el("button", { type: "button", onclick: () => place.close() }, "Bestäm senare")));
  if (!place.open) place.showModal();
}

const last = (entry) => el("pre", { class: "text", tabindex: "0" }, entry.markdown || "(tomt)");

const NAMN = { status: "status", ansvarig: "ansvarig", kommentar: "anteckning", kryssat: "kryss" };

function andrat(own, other) {
  const differ = Object.keys(NAMN).filter((key) => String(own[key]) !== String(other[key]));
  return differ.length
    ? el("p", { class: "blek" }, differ.map((key) => `${NAMN[key]}: ${String(own[key]) || "inget"}`).join(" · "))
    : null;
}
