// Building: the document that is handed in, its PDF, the review to send round.
import { el, fyll, sag } from "./dom.js";
import { laddaNer } from "./api.js";

const SORTER = [
  ["docx", false, "Worddokumentet", "Formuläret med svaren ifyllda, det som lämnas in. Byggs bara när inga fel återstår."],
  ["docx", true, "Worddokumentet som utkast", "Samma dokument med UTKAST på varje sida. Går att bygga när som helst."],
  ["pdf", true, "PDF som utkast", "Taggad PDF av utkastet. Kräver LibreOffice på datorn."],
  ["pdf", false, "PDF", "Taggad PDF av det som lämnas in. Kräver LibreOffice på datorn."],
  ["html", false, "Granskningen", "En sida med alla svar och anmärkningar, att läsa eller skicka vidare."],
];

/** Show what can be built. */
export function bygg(place) {
  const said = el("div", { class: "ruta", role: "status", hidden: true });
  const buttons = SORTER.map(([format, utkast, name, about], at) => {
    const button = el("button", { type: "button", id: `bygg-${at}`, class: at ? "" : "viktig", onclick: () => make(button, said, { format, utkast }, name) }, `Ladda ner ${name}`);
    return el("li", {}, button, el("p", { class: "blek" }, about));
  });
  fyll(place, el("h1", {}, "Bygg och ladda ner"), said, el("ul", { class: "bygg" }, buttons));
}

async function make(button, said, what, name) {
  button.disabled = true;
  show(said, `${name} byggs …`, "");
  try {
    show(said, `Klart. Filen heter ${await laddaNer("bygg", what)} och ligger bland dina hämtade filer.`, "bra");
  } catch (error) {
    show(said, error.message, "error");
    if (error.kvar) said.append(...kvar(error.kvar));
  }
  button.disabled = false;
  button.focus();
}

/** What has to be mended first, with the way there; and what can be built as it is. */
function kvar({ fragor, annat }) {
  const links = fragor.flatMap(({ id, antal: number }, at) => [at ? ", " : null, el("a", { href: `#/fraga/${id}` }, id), number > 1 ? ` (${number})` : null]);
  return [
    fragor.length ? el("p", {}, "Fel att rätta finns i svaret på ", links, ".") : null,
    annat.length ? el("ul", {}, annat.map((text) => el("li", {}, text))) : null,
    el("p", {}, "Ett utkast går att bygga ändå: ", el("button", { type: "button", id: "bygg-utkast", onclick: () => document.getElementById("bygg-1").click() }, "Ladda ner Worddokumentet som utkast")),
  ].filter(Boolean);
}

function show(said, text, look) {
  said.hidden = false;
  said.className = `ruta ${look}`;
  fyll(said, el("p", {}, text));
  sag(text);
}
