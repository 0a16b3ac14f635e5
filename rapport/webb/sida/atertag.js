// What was typed and was not saved, in a tab that is gone: taken back where nothing else has changed, else offered.
import { el, fyll, sag } from "./dom.js";
import * as utkast from "./utkast.js";

/** Offer the drafts of an answer that tabs left which are gone. */
export function erbjud(place, svar, flikar, taBack) {
  const now = { markdown: svar.markdown, status: svar.status, ansvarig: svar.ansvarig, kommentar: svar.kommentar, kryss: svar.kryssat, tillat: JSON.stringify(svar.tillat) };
  const same = (one, other) => String(one ?? "").trim() === String(other ?? "").trim();
  const left = utkast.lamnade(svar.id, flikar).filter((draft) => {
    const differs = Object.entries(draft.varden).some(([key, value]) =>
      key === "dokument" ? JSON.stringify(value) !== JSON.stringify(svar.dokument) : !same(key === "tillat" ? JSON.stringify(value) : value, now[key]));
    if (!differs) utkast.slapp(svar.id, draft.flik);
    return differs;
  });
  fyll(place, left.map((draft) => rutan(draft)));
  if (left.length) sag("Det finns text i svaret som inte hann sparas.");

  function rutan(draft) {
    const when = new Date(draft.tid).toLocaleString("sv-SE", { weekday: "long", hour: "2-digit", minute: "2-digit" });
    const box = el("section", { class: "ruta", "aria-label": "Text som inte hann sparas" },
      el("p", {}, el("b", {}, "Här finns text som inte hann sparas"), ` (${when}).`),
      el("details", {}, el("summary", {}, "Visa den"), el("pre", { class: "text", tabindex: "0" }, textOf(draft, svar))),
      el("p", { class: "knappar" },
        el("button", { type: "button", class: "viktig", id: "ta-tillbaka", onclick: () => {
          taBack(draft);
          utkast.slapp(svar.id, draft.flik);
          box.remove();
        } }, "Ta tillbaka den"),
        el("button", { type: "button", id: "kasta", onclick: () => {
          utkast.slapp(svar.id, draft.flik);
          box.remove();
        } }, "Kasta den")));
    return box;
  }
}

const orden = (block) => (Array.isArray(block) ? block.map(orden).join("\n") : block && typeof block === "object"
  ? block.text ?? Object.values(block).filter((one) => typeof one === "object").map(orden).join(" ") : "");

function textOf({ varden }, svar) {
  if (varden.markdown !== undefined) return varden.markdown;
  return varden.dokument ? orden(varden.dokument) : Object.entries(varden).map(([key, value]) => `${key}: ${key === "tillat" ? Object.values(value).join("; ") : value}`).join("\n") || svar.markdown;
}
