// A new report: the region, the year, and last year's to go on from.
import { el, fyll, sag } from "./dom.js";
import { hamta, laddaUpp, skicka } from "./api.js";

/** Show what begins a report; `rapport` is the one that is open, where one is. */
export async function ny(place, on, rapport = null) {
  const offer = await hamta("ny");
  if (!rapport) document.title = "Ny redovisning";
  const said = el("p", { class: "ruta", role: "status", hidden: true });
  const region = el("input", { id: "ny-region", list: "regionerna", required: true, autocomplete: "off" });
  region.value = rapport?.region ?? "";
  const year = el("input", { id: "ny-ar", inputmode: "numeric", required: true, autocomplete: "off" });
  year.value = String(rapport?.ar ? rapport.ar + 1 : offer.ar);
  const number = el("input", { id: "ny-nummer", autocomplete: "off" });
  const here = offer.forra.find((one) => one.namn === rapport?.mapp);
  const last = el("select", { id: "ny-forra" }, el("option", { value: "" }, "Ingen: börja tom"),
    offer.forra.map((one) => el("option", { value: one.id, selected: one === here }, `${one.namn} (i ${one.i})`)));
  const file = el("input", { id: "ny-fil", type: "file", accept: ".docx", onchange: () => take(file.files[0]) });
  const button = el("button", { type: "submit", class: "viktig", id: "ny-skapa" }, "Skapa redovisningen");
  fyll(place, el("h1", {}, "Ny redovisning"), said,
    el("form", { class: "framsida", onsubmit: (event) => {
      event.preventDefault();
      void make();
    } },
    el("p", {}, el("label", { for: "ny-region" }, "Region"), region, el("datalist", { id: "regionerna" }, offer.regioner.map((one) => el("option", { value: one })))),
    el("p", {}, el("label", { for: "ny-ar" }, "År som redovisas"), year),
    el("p", {}, el("label", { for: "ny-nummer" }, "Diarienummer (kan läggas till senare)"), number),
    el("p", {}, el("label", { for: "ny-forra" }, "Förra redovisningen, vars svar blir utkast"), last),
    el("p", {}, el("label", { for: "ny-fil" }, "… eller som Worddokument"), file),
    el("p", { class: "blek" }, offer.mapp ? `Redovisningen läggs i mappen ${offer.mapp}.` : `Redovisningen blir en ny mapp i ${offer.plats}.`),
    el("p", { class: "knappar" }, button)));

  async function take(document_) {
    if (!document_) return;
    try {
      const kept = await laddaUpp(document_);
      last.append(el("option", { value: kept.id, selected: true }, kept.namn));
      last.value = kept.id;
      show(`${kept.namn} är inläst.`, "");
    } catch (error) {
      show(error.message, "error");
    }
  }

  async function make() {
    button.disabled = true;
    show("Redovisningen skapas …", "");
    try {
      const made = await skicka("ny", { region: region.value, ar: year.value.trim(), diarienummer: number.value, forra: last.value });
      done(made);
    } catch (error) {
      show(error.message, "error");
      button.disabled = false;
    }
  }

  function done({ mapp, sagt, oppnad }) {
    fyll(place, el("h1", {}, "Redovisningen är skapad"),
      el("p", {}, `Den ligger i ${mapp}.`), el("ul", {}, sagt.map((text) => el("li", {}, text))),
      oppnad ? el("p", {}, el("button", { type: "button", class: "viktig", id: "ny-oppna", onclick: () => {
        history.replaceState(null, "", "#/");
        location.reload();
      } }, "Öppna den"))
        : el("p", {}, "Stäng den här sidan, och öppna den nya mappen på samma sätt som du öppnade den här."));
    sag("Redovisningen är skapad.");
  }

  function show(text, look) {
    said.hidden = false;
    said.className = `ruta ${look}`;
    said.textContent = text;
    sag(text);
    on.kontakt();
  }
}
