// A table or a paper that has come: what it says, what the register is to say of it, and putting it in the folder.
import { el, fyll, antal } from "./dom.js";
import { skicka } from "./api.js";

const FALT = [["titel", "Titel"], ["diarienummer", "Diarienummer"], ["datum", "Datum (ÅÅÅÅ-MM-DD)"], ["id", "Kort namn i registret"]];
const KOLUMN = { tal: "tal", datum: "datum", text: "text" };

/** Show one file; `on.klar([file], text)` when it has been put in the folder. */
export async function papper(place, fil, on) {
  fyll(place, el("section", { class: "ruta" }, el("h3", {}, fil.namn), el("p", { class: "blek", role: "status" }, "Filen läses …")));
  let seen;
  try {
    [seen] = (await skicka("papper", { filer: [{ id: fil.id, slag: fil.slag }] })).filer;
  } catch (error) {
    return on.fel(error);
  }
  const values = seen.forslag ? { ...seen.forslag } : null;
  const where = fil.slag === "tabell" ? "tabellerna" : "källorna";
  fyll(place, el("section", { class: seen.fel ? "ruta error" : "ruta" }, el("h3", {}, fil.namn),
    seen.fel ? el("p", {}, seen.fel) : null,
    seen.samma ? el("p", {}, `Samma fil finns redan bland ${where}: ${seen.samma}.`) : null,
    seen.anmarkt?.length ? el("ul", {}, seen.anmarkt.map((text) => el("li", {}, text))) : null,
    (seen.tabeller ?? []).map(tabell),
    values ? registret(values, seen) : null,
    seen.fil && (fil.slag === "papper" || !seen.fel) ? el("p", { class: "knappar" },
      el("button", { type: "button", class: seen.samma || seen.fel ? "" : "viktig", id: `lagg-${fil.id}`, onclick: (event) => keep(event.target, values) },
        `Lägg ${seen.fil} bland ${where}`)) : null));
  return undefined;

  async function keep(button, kalla) {
    button.disabled = true;
    try {
      const done = await skicka("papper/skriv", { id: fil.id, slag: fil.slag, ...(kalla ? { kalla } : {}) });
      on.klar([fil], `${done.fil.split("/").at(-1)} ligger nu bland ${where}.`);
    } catch (error) {
      on.fel(error);
      button.disabled = false;
    }
  }

  function registret(kalla, found) {
    const field = ([key, name]) => {
      const input = el("input", { id: `${key}-${fil.id}`, autocomplete: "off", list: key === "diarienummer" ? `nummer-${fil.id}` : null, oninput: () => { kalla[key] = input.value; } });
      input.value = kalla[key];
      return el("p", {}, el("label", { for: input.id }, name), input);
    };
    const slag = el("select", { id: `slaget-${fil.id}`, onchange: () => { kalla.slag = slag.value; } },
      found.slag_val.map((one) => el("option", { value: one, selected: one === kalla.slag }, one)));
    return el("fieldset", { class: "register" }, el("legend", {}, "Så här står det i registret över källor"),
      FALT.map(field), el("p", {}, el("label", { for: slag.id }, "Slag"), slag),
      el("datalist", { id: `nummer-${fil.id}` }, kalla.nummer.map((one) => el("option", { value: one }))),
      kalla.nummer.length > 1 ? el("p", { class: "blek" }, `Diarienummer i papperet: ${kalla.nummer.join(", ")}`) : null);
  }
}

function tabell(one) {
  return el("p", {}, "Tabellen ", el("b", {}, one.namn), one.blad ? ` (blad ${one.blad})` : "", `: ${antal(one.rader, "rad", "rader")}. Kolumner: `,
    one.kolumner.map((kolumn) => `${kolumn.rubrik} (${KOLUMN[kolumn.slag] ?? kolumn.slag})`).join(", "), ".");
}
