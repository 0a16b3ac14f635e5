// What the report is: what stands on its front page and in its head, and what it is compared with.
import { el, fyll, sag } from "./dom.js";
import { hamta, skicka } from "./api.js";

const FALT = [
  ["region", "Region", "Står på dokumentets första sida."],
  ["år", "År som redovisas", ""],
  ["diarienummer", "Diarienummer", "Redovisningens eget nummer, i sidhuvudet."],
  ["ansvarig", "Samordnare", "Den som håller ihop redovisningen. Kommer inte med i dokumentet."],
  ["förra", "Förra redovisningen", "Mappen eller Worddokumentet som svaren jämförs med, sett från den här mappen."],
  ["kommentar", "Anteckning", "Kommer aldrig med i dokumentet."],
];

/** Show the facts, to be changed. */
export async function framsida(place, on) {
  let was = await hamta("framsida");
  const said = el("p", { class: "ruta", role: "status", hidden: true });
  const inputs = new Map();
  const field = ([key, name, about]) => {
    const input = el(key === "kommentar" ? "textarea" : "input", { id: `om-${key}`, autocomplete: "off", rows: key === "kommentar" ? 3 : null, "aria-describedby": about ? `om-${key}-vad` : null });
    input.value = was[key];
    inputs.set(key, input);
    return el("p", {}, el("label", { for: input.id }, name), input, about ? el("span", { class: "blek", id: `om-${key}-vad` }, about) : null);
  };
  const head = el("select", { id: "om-sidhuvud" }, ["ja", "nej"].map((one) => el("option", { value: one, selected: one === (was.sidhuvud || "ja") }, one)));
  inputs.set("sidhuvud", head);
  const form = el("form", { class: "framsida", onsubmit: (event) => {
    event.preventDefault();
    void save();
  } }, FALT.map(field),
  el("p", {}, el("label", { for: "om-sidhuvud" }, "Region, år och diarienummer i sidhuvudet"), head),
  el("p", { class: "knappar" }, el("button", { type: "submit", class: "viktig", id: "spara-framsida" }, "Spara")));
  fyll(place, el("h1", {}, "Om redovisningen"), el("p", { class: "blek" }, "Ändra det som inte stämmer, och välj Spara."), said, form,
    el("p", {}, el("a", { href: "#/ny", id: "ny-fran" }, "Börja en ny redovisning med de här svaren som utkast")));

  async function save() {
    const till = {};
    for (const [key, input] of inputs) if (input.value !== (was[key] || (key === "sidhuvud" ? "ja" : ""))) till[key] = input.value;
    try {
      if (Object.keys(till).length) was = await skicka("framsida", { till, fran: was });
      show("Sparat.", "bra");
    } catch (error) {
      show(error.message, "error");
      on.kontakt();
    }
  }

  function show(text, look) {
    said.hidden = false;
    said.className = `ruta ${look}`;
    said.textContent = text;
    sag(text);
  }
}
