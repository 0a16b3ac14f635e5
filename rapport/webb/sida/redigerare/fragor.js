// What the toolbar asks for: an address, the size of a table, what to do with it, an expression.
import * as pm from "../karna.js";
import * as gor from "./kommandon.js";
import { skriven } from "./klistra/lankar.js";
import { ruta } from "./ruta.js";

const WRONG = "Adressen ska börja med https:// eller mailto:, t.ex. https://www.exempel.se";

// A link on what is selected, or at the cursor; one that is there already can be changed or taken away.
export function fragaLank(place, view, after) {
  const { from, to, empty } = view.state.selection;
  const there = gor.lankVid(view.state);
  const span = there && empty ? there : { from, to };
  const asksText = span.from === span.to;
  const falt = [
    ...(asksText ? [{ namn: "text", etikett: "Text" }] : []),
    { namn: "href", etikett: "Adress", varde: there?.href ?? "", typ: "text", inputMode: "url" },
  ];
  const put = ({ href, text }) => {
    const address = skriven(href);
    if (!address) return WRONG;
    gor.lank(address, span, text?.trim() || address.replace(/^mailto:/, ""))(view.state, view.dispatch);
  };
  const remove = () => void gor.lank(null, span)(view.state, view.dispatch);
  const knappar = [{ text: "Klar", gor: put, viktig: true }, ...(there ? [{ text: "Ta bort länken", gor: remove }] : []), { text: "Avbryt" }];
  ruta(place, "Länk", { falt, knappar }, after);
}

export function fragaTabell(place, view, after) {
  if (pm.isInTable(view.state)) return tabellval(place, view, after);
  const number = (namn, etikett, varde) => ({ namn, etikett, varde, typ: "number", min: 1, max: 50 });
  const make = ({ rader, kolumner }) => {
    const [rows, columns] = [rader, kolumner].map(Number);
    const isRight = [rows, columns].every((one) => Number.isInteger(one) && one >= 1 && one <= 50);
    if (!isRight) return "Skriv ett tal från 1 till 50.";
    gor.nyTabell(rows, columns)(view.state, view.dispatch);
  };
  const falt = [number("rader", "Rader, rubrikraden med", "3"), number("kolumner", "Kolumner", "3")];
  ruta(place, "Ny tabell", { falt, knappar: [{ text: "Sätt in tabell", gor: make, viktig: true }, { text: "Avbryt" }] }, after);
}

function tabellval(place, view, after) {
  const does = (command) => () => void command(view.state, view.dispatch);
  const choices = [
    ["Rad ovanför", pm.addRowBefore], ["Rad under", pm.addRowAfter],
    ["Kolumn till vänster", pm.addColumnBefore], ["Kolumn till höger", pm.addColumnAfter],
    ["Ta bort raden", pm.deleteRow], ["Ta bort kolumnen", pm.deleteColumn],
    ["Vänsterställ kolumnen", gor.justera("")], ["Centrera kolumnen", gor.justera("center")],
    ["Högerställ kolumnen", gor.justera("right")], ["Ta bort tabellen", pm.deleteTable],
  ];
  const knappar = [...choices.map(([text, command]) => ({ text, gor: does(command) })), { text: "Avbryt" }];
  ruta(place, "Tabellen", { knappar }, after);
}

// A figure by its expression; ``choose`` is the page's own way to find one, where it has any.
export async function fragaFigur(place, view, after, choose) {
  const put = ({ figur, varde = "" }) => gor.infogaFigur(figur, varde)(view.state, view.dispatch);
  if (choose) {
    const chosen = await choose();
    if (chosen) put(chosen);
    return after();
  }
  const made = ({ uttryck }) => {
    const inner = uttryck.trim().replace(/^\{\{|\}\}$/g, "").trim();
    if (!inner) return "Skriv uttrycket, t.ex. insatser | summa(\"belopp\") | kr.";
    put({ figur: `{{ ${inner} }}` });
  };
  const falt = [{ namn: "uttryck", etikett: "Uttryck" }];
  ruta(place, "Siffra ur en tabell", { falt, knappar: [{ text: "Sätt in", gor: made, viktig: true }, { text: "Avbryt" }] }, after);
}
