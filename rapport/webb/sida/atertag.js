// What was typed and was not saved, in a tab that is gone: taken back where nothing else has changed, else offered.
import { el, fyll, sag } from "./dom.js";
import { skrivande } from "./skrivare.js";
import * as utkast from "./utkast.js";

const KASTA = "Kasta den";

/** Offer the drafts of an answer that tabs left which are gone; what the server has received of them is none. */
export function erbjud(place, svar, flikar, taBack) {
  const left = utkast.kvar(svar, flikar, skrivande());
  fyll(place, left.map((draft) => rutan(draft)));
  if (left.length) sag("Det finns text i svaret som inte hann sparas.");

  function rutan(draft) {
    const when = new Date(draft.tid).toLocaleString("sv-SE", { weekday: "long", hour: "2-digit", minute: "2-digit" });
    const nej = el("p", { class: "error", role: "alert" });
    const box = el("section", { class: "ruta", "aria-label": "Text som inte hann sparas" },
      el("p", {}, el("b", {}, "Här finns text som inte hann sparas"), ` (${when}).`),
      el("details", {}, el("summary", {}, "Visa den"), el("pre", { class: "text", tabindex: "0" }, textOf(draft, svar))),
      el("p", { class: "knappar" },
        el("button", { type: "button", class: "viktig", id: "ta-tillbaka", onclick: () => {
          fyll(nej);
          taBack(draft).then(() => box.remove(), (error) => fyll(nej, error.message));
        } }, "Ta tillbaka den"),
        el("button", { type: "button", id: "kasta", onclick: ({ target }) => {
          if (target.textContent === KASTA) {
            target.textContent = "Kasta den för gott";
          } else {
            utkast.slapp(svar.id, draft.skrivare);
            box.remove();
          }
        } }, KASTA)), nej);
    return box;
  }
}

const orden = (block) => (Array.isArray(block) ? block.map(orden).join("\n") : block && typeof block === "object"
  ? block.text ?? Object.values(block).filter((one) => typeof one === "object").map(orden).join(" ") : "");

function textOf({ varden }, svar) {
  if (varden.markdown !== undefined) return varden.markdown;
  return varden.dokument ? orden(varden.dokument) : Object.entries(varden).map(([key, value]) => `${key}: ${key === "tillat" ? Object.values(value).join("; ") : value}`).join("\n") || svar.markdown;
}
