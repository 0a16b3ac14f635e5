// The start page, the coordinator's: the days left, what is over, what is missing, who has what.
import { hamta } from "./api.js";
import { el, fyll, sag, slappt, tal, antal } from "./dom.js";
import { stapel } from "./meny.js";
import { allt, urvalet, valda } from "./urval.js";
import { skrivande } from "./skrivare.js";
import * as utkast from "./utkast.js";

const LAGEN = ["klar", "granskas", "utkast", "ej påbörjad"];
const MANGA = { klar: "klara", granskas: "granskas", utkast: "utkast", "ej påbörjad": "ej påbörjade" };
const NIVA = { error: "Fel", warning: "Varning", info: "Upplysning" };

/** Show the overview. */
export function oversikt(place, rapport, flikar) {
  const fragor = rapport.omraden.flatMap((omrade) => omrade.fragor);
  slappt(place, () => fyll(place,
    el("h1", {}, [rapport.region, rapport.ar].filter(Boolean).join(", ")),
    dagar(rapport),
    el("ul", { class: "antal" }, LAGEN.map((lage) => raknat(lage, fragor))),
    lamnat(flikar),
    kvar(rapport, fragor),
    el("h2", {}, allt() ? "Område för område" : "De valda svaren"),
    urvalet(fragor, () => oversikt(place, rapport, flikar)),
    rapport.kontrollerad ? null : el("p", { class: "blek" }, "Svaren kontrolleras …"),
    allt() ? rapport.omraden.map((omrade) => omradet(omrade, rapport.kontrollerad)) : urval(valda(fragor), rapport.kontrollerad),
    personer(fragor),
    anmarkt("Om hela redovisningen", rapport.faults)));
}

export function dagarKvar({ dagar_kvar: dagar, sista_dag: sista }) {
  if (dagar === null) return "";
  const day = new Date(`${sista}T12:00`).toLocaleDateString("sv-SE", { day: "numeric", month: "long", year: "numeric" });
  if (dagar === 0) return `Lämnas in i dag, den ${day}`;
  return dagar > 0 ? `${antal(dagar, "dag", "dagar")} kvar till den ${day}` : `Skulle ha lämnats in den ${day}`;
}

const dagar = (rapport) => el("p", { class: `dagar${rapport.dagar_kvar < 0 ? " over" : ""}` }, dagarKvar(rapport));

function raknat(lage, fragor) {
  const number = fragor.filter((fraga) => fraga.lage === lage).length;
  return el("li", { class: number ? "" : "noll" }, el("b", {}, String(number)), ` ${number === 1 ? lage : MANGA[lage]}`);
}

// What was not saved before its tab was gone: a draft of what the server has all the same is none.
function lamnat(flikar) {
  const place = el("div");
  const own = skrivande();
  const look = async () => {
    const all = await Promise.all(utkast.fragor(flikar, own).map((id) => hamta(`fraga/${id}`)));
    const ids = all.filter((svar) => utkast.kvar(svar, flikar, own).length).map((svar) => svar.id);
    if (ids.length) fyll(place, el("p", { class: "ruta" }, "Det finns text som inte hann sparas i svaret på ", lankar(ids), "."));
  };
  look().catch(() => null); // it is offered with the answer, too
  return place;
}

/** What stands between the report and being handed in: over a limit, without an answer, with faults. */
function kvar(rapport, fragor) {
  const over = rapport.omraden.filter((omrade) => omrade.kvar < 0);
  const missing = fragor.filter((fraga) => fraga.lage === "ej påbörjad" && !fraga.frivillig).map((fraga) => fraga.id);
  const faulty = fragor.filter((fraga) => fraga.fel && !missing.includes(fraga.id)).map((fraga) => fraga.id);
  const elsewhere = [...rapport.omraden.flatMap((omrade) => omrade.faults), ...rapport.faults].filter((one) => one.niva === "error" && one.regel !== "teckengrans");
  const items = [
    ...over.map((omrade) => el("li", {}, `Område ${omrade.nummer}: ${omrade.text}.`)),
    missing.length ? el("li", {}, `${antal(missing.length, "fråga", "frågor")} utan svar: `, lankar(missing), ".") : null,
    faulty.length ? el("li", {}, `Fel att rätta i svaret på `, lankar(faulty), ".") : null,
    ...elsewhere.map((one) => el("li", {}, one.text, one.plats ? el("span", { class: "blek" }, ` (${one.plats})`) : null)),
  ].filter(Boolean);
  const begun = fragor.filter((fraga) => fraga.lage === "utkast" || fraga.lage === "granskas").map((fraga) => fraga.id);
  return el("section", { class: items.length ? "kvarattgora" : "kvarattgora klart" }, el("h2", {}, "Kvar innan den kan lämnas in"),
    items.length ? el("ul", {}, items) : el("p", {}, rapport.kontrollerad ? "Inget fel återstår." : "Svaren kontrolleras …"),
    begun.length ? el("p", {}, `${antal(begun.length, "svar", "svar")} ${begun.length === 1 ? "är inte klart" : "är inte klara"}: `, lankar(begun), ".") : null);
}

const lankar = (ids) => ids.flatMap((id, at) => [at ? ", " : null, el("a", { href: `#/fraga/${id}` }, id)]);

function tabell(title, fragor, isChecked) {
  const head = ["Fråga", "Status", "Ansvarig", "Tecken", "Anmärkt"].map((text, at) =>
    el("th", { scope: "col", class: at === 3 ? "hoger" : "" }, text));
  return el("table", {}, el("caption", {}, title), el("thead", {}, el("tr", {}, head)), el("tbody", {}, fragor.map((fraga) => raden(fraga, isChecked))));
}

function urval(fragor, isChecked) {
  const text = antal(fragor.length, "svar visas", "svar visas");
  sag(text);
  return el("section", { class: "omrade" }, tabell(text, fragor, isChecked));
}

function omradet(omrade, isChecked) {
  return el("section", { class: `omrade${omrade.kvar < 0 ? " over" : ""}` },
    tabell(`${omrade.nummer} ${omrade.namn}`, omrade.fragor, isChecked),
    stapel(omrade),
    el("p", { class: "kvar" }, `${tal(omrade.tecken)} av ${tal(omrade.grans)} tecken. `, el("b", {}, `${omrade.text}.`)),
    anmarkt("", omrade.faults));
}

function raden(fraga, isChecked) {
  const found = [
    fraga.fel ? el("span", { class: "error" }, antal(fraga.fel, "fel", "fel")) : null,
    fraga.varningar ? el("span", { class: "warning" }, antal(fraga.varningar, "varning", "varningar")) : null,
  ].filter(Boolean).flatMap((one, at) => [at ? ", " : null, one]);
  return el("tr", {},
    el("th", { scope: "row" }, el("a", { href: `#/fraga/${fraga.id}` }, fraga.id), el("span", { class: "kort", title: fraga.text }, ` ${fraga.kort}`)),
    el("td", {}, el("span", { class: `status ${fraga.lage.replace(" ", "-")}` }, fraga.lage)),
    el("td", { class: fraga.ansvarig ? "" : "blek" }, fraga.ansvarig ?? "ingen"),
    el("td", { class: "hoger" }, tal(fraga.tecken)),
    el("td", { class: found.length ? "" : "blek" }, found.length ? found : isChecked ? "inget" : "…"));
}

function personer(fragor) {
  const by = new Map();
  for (const fraga of fragor.filter((one) => one.lage !== "klar")) {
    by.set(fraga.ansvarig ?? "", [...(by.get(fraga.ansvarig ?? "") ?? []), fraga]);
  }
  if (!by.size) return null;
  const rows = [...by].sort(([one, a], [other, b]) => !one - !other || b.length - a.length);
  return el("section", {}, el("h2", {}, "Kvar att göra, person för person"),
    el("ul", { class: "personer" }, rows.map(([name, own]) =>
      el("li", {}, el("b", {}, name || "Utan ansvarig"), `, ${own.length} svar: `, lankar(own.map((fraga) => fraga.id))))));
}

function anmarkt(title, faults) {
  if (!faults.length) return null;
  return el("section", { class: "anmarkt" }, title ? el("h2", {}, title) : null,
    el("ul", {}, faults.map((one) => el("li", { class: one.niva },
      el("b", {}, `${NIVA[one.niva]}: `), one.text, one.rad ? ` ${one.rad}` : "", one.plats ? el("span", { class: "blek" }, ` (${one.plats})`) : null))));
}
