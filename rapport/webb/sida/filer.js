// Files that somebody has dropped on the page, or chosen: colleagues' documents, tables, papers.
import { el, fyll, sag } from "./dom.js";
import { laddaUpp, skicka } from "./api.js";
import { kollegor } from "./kollegor.js";
import { papper } from "./papper.js";

const SLAG = { svar: "En kollegas svar", tabell: "En tabell till siffrorna", papper: "Ett papper till källorna" };
const KAN = { ".docx": ["svar", "papper"], ".pdf": ["papper", "svar"], ".txt": ["papper", "svar"], ".xlsx": ["tabell", "papper"], ".csv": ["tabell"], ".tsv": ["tabell"] };
const filer = []; // kept while the page is open, whatever view is shown

/** Show what has come, and take in more. */
export function laggTillFiler(place, rapport) {
  const said = el("div", { class: "ruta", role: "status", hidden: true });
  const input = el("input", { type: "file", id: "filer", hidden: true, multiple: true, accept: ".docx,.csv,.tsv,.xlsx,.pdf,.txt,.md", onchange: () => tagEmot([...input.files]) });
  const rows = el("ul", { class: "uppladdade" });
  const found = el("div");
  fyll(place,
    el("h1", {}, "Lägg till filer"),
    el("p", {}, "Kollegors ifyllda formulär (.docx, .pdf, .txt) slås ihop med svaren, svar för svar. Tabeller (.xlsx, .csv) läggs bland siffrorna och papper (.pdf, .docx, .txt) bland källorna. Inget skrivs förrän du har sett vad det blir."),
    el("div", { class: "slapp" }, el("p", {}, "Släpp filerna här på sidan, eller"), el("button", { type: "button", id: "valj-filer", onclick: () => input.click() }, "Välj filer …"), input),
    said, rows, found);
  visa();
  return { tagEmot };

  async function tagEmot(chosen) {
    const refused = [];
    for (const file of chosen) {
      if (file.name.startsWith("~$")) {
        refused.push(`${file.name} är Words märke för att dokumentet är öppet, och hoppas över.`);
        continue;
      }
      say(`${file.name} läses in …`);
      try {
        filer.push(await laddaUpp(file));
      } catch (error) {
        refused.push(error.message);
      }
    }
    input.value = "";
    visa();
    say(refused.join("\n"), "error");
  }

  function visa() {
    fyll(rows, filer.map((one) => el("li", {}, el("b", {}, one.namn), val(one),
      el("button", { type: "button", id: `bort-${one.id}`, onclick: () => bort(one) }, "Ta bort", el("span", { class: "dold" }, ` ${one.namn}`)))));
    const own = (slag) => filer.filter((one) => one.slag === slag);
    const parts = [el("div"), el("div"), el("div")];
    fyll(found, parts);
    const on = { klar, fel: (error) => say(error.message, "error"), sag: say };
    if (own("svar").length) kollegor(parts[0], own("svar"), rapport, on);
    for (const one of [...own("tabell"), ...own("papper")]) {
      const part = el("div");
      parts[1].append(part);
      papper(part, one, on);
    }
  }

  function val(one) {
    const can = KAN[/\.[^.]*$/.exec(one.namn.toLowerCase())?.[0]] ?? ["papper"];
    if (can.length < 2) return el("span", { class: "blek" }, SLAG[one.slag]);
    const select = el("select", { id: `slag-${one.id}`, "aria-label": `Vad ${one.namn} är`, onchange: () => {
      one.slag = select.value;
      visa();
    } }, can.map((slag) => el("option", { value: slag, selected: slag === one.slag }, SLAG[slag])));
    return select;
  }

  async function bort(one) {
    filer.splice(filer.indexOf(one), 1);
    visa();
    await skicka("uppladdade/bort", { id: one.id }).catch(() => null);
  }

  /** What has been taken care of is gone from the list. */
  function klar(done, text) {
    for (const one of done) filer.splice(filer.indexOf(one), 1);
    say(text, "bra");
    visa();
  }

  function say(text, look = "") {
    said.hidden = !text;
    said.className = `ruta ${look}`;
    fyll(said, text.split("\n").map((line) => el("p", {}, line)));
    if (text) sag(text);
  }
}
