// Other regions' answers to the question, one region at a time: out of a data set, where one is at hand.
import { hamta } from "./api.js";
import { el, fyll } from "./dom.js";

const vald = { ar: "", region: "" }; // what was looked at last, from one question to the next
let hittad = null;

/** Whether there is anything to show: asked once. */
export const finns = () => (hittad ??= hamta("andra").then((found) => found.finns, () => false));

/** Show the answers of a year, with what there is to choose from. */
export async function andra(place, svar) {
  if (!place.childElementCount) fyll(place, el("p", { class: "blek", role: "status" }, "Svaren hämtas …"));
  const asked = vald.ar;
  const found = await hamta(`andra/${svar.id}${asked ? `?ar=${asked}` : ""}`).catch((error) => {
    if (!vald.ar) throw error;
    vald.ar = ""; // nobody has handed in for that year any longer
    return hamta(`andra/${svar.id}`);
  });
  if (vald.ar && vald.ar !== asked) return; // another year has been chosen meanwhile
  const shown = el("div", {});
  const regions = val("andra-region", "Region", found.svar.map((one) => one.region), vald.region, (region) => {
    vald.region = region;
    visa(shown, found.svar.find((one) => one.region === region), found.ar);
  });
  const years = found.aren.length > 1 ? val("andra-ar", "År", found.aren.map(String), String(found.ar), (ar) => {
    vald.ar = ar;
    fyll(shown, el("p", { class: "blek", role: "status" }, "Svaren hämtas …"));
    andra(place, svar).catch((error) => fyll(place, el("p", { class: "felrad" }, error.message)));
  }) : null;
  fyll(place,
    el("div", { class: "villkor" }, found.svar.length ? regions : null, years),
    found.sagt.map((text) => el("p", { class: "blek" }, text)),
    shown,
    found.utan_svar.length ? el("p", { class: "blek" }, `Inget svar: ${found.utan_svar.join(", ")}.`) : null,
    el("p", { class: "blek" }, `Ur samlingen ${found.samling}.`));
  visa(shown, found.svar.find((one) => one.region === vald.region) ?? found.svar[0], found.ar);
}

function visa(place, one, ar) {
  if (!one) return fyll(place, el("p", { role: "status" }, `Ingen annan region har svarat på frågan för ${ar}.`));
  const text = el("div", { class: "lasning fjolar", tabindex: "0", role: "region", "aria-label": `Svaret från ${one.region} ${ar}` },
    one.stycken.map((stycke) => (Array.isArray(stycke) ? tabell(stycke) : el("p", {}, stycke))));
  return fyll(place,
    el("p", { role: "status" }, el("b", {}, `${one.region} ${ar}`), `: ${one.om}`),
    one.namnt.map(({ vad, ord }) => el("p", { class: "liten" }, el("span", { class: "blek" }, `${vad}: `), ord)),
    one.stycken.length ? text : null);
}

const tabell = ([rubriker, ...rader]) => el("table", {},
  el("tr", {}, rubriker.map((text) => el("th", { scope: "col" }, text))),
  rader.map((rad) => el("tr", {}, rad.map((text) => el("td", {}, text)))));

function val(id, label, values, chosen, pick) {
  const select = el("select", { id, onchange: () => pick(select.value) },
    values.map((value) => el("option", { value, selected: value === chosen }, value)));
  return el("p", {}, el("label", { for: id }, label), select);
}
