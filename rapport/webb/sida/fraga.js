// The view of one question: the form's words and what it asks for, the answer, what was found, last year's answer.
import { FLIK, hamta, skicka } from "./api.js";
import { el, fyll, sag } from "./dom.js";
import { visaFynd } from "./fynd.js";
import { fragaVilken } from "./konflikt.js";
import { raknare } from "./rum.js";
import { skrivare } from "./skrivare.js";
import { skrivruta } from "./skrivruta.js";
import { rutor, uppgifter } from "./uppgifter.js";
import { erbjud } from "./atertag.js";
import { bredvid } from "./bredvid.js";
import { fragaSkal, skalFor } from "./tillat.js";

/** Open a question in an element; return how it is told of what happens, and closed. */
export async function fraga(place, id, on) {
  let svar = await hamta(`fraga/${id}`);
  const part = (name, attributes = {}) => el("div", { class: name, ...attributes });
  const [words, asked, kept, left, boxes, text, count, about] = ["ord", "begar", "strid", "atertag", "kryss", "skriv", "rum", "om"].map((name) => part(name));
  const [others, found, sides] = [el("p", { class: "narvaro", role: "status" }), el("section", { class: "anm", "aria-labelledby": "fynd-rubrik" }), part("sidor-om")];
  fyll(place, el("div", { class: "fraga" },
    el("div", { class: "mitten" }, words, asked, others, kept, left, boxes, text, count, about),
    el("aside", { class: "bredvid", "aria-label": "Vid sidan av svaret" }, found, sides)));

  const show = raknare(count);
  let number; // of the last change that the server has answered
  let takesIn = false; // whether the text is to be as the server's next answer has it
  const editor = skrivruta(text, svar, {
    andrat: (values, nummer) => writer.andra(values, { nummer }),
    fel: on.fel,
    vidFynd: (one) => found.querySelector(`[data-nr="${svar.fynd.indexOf(one)}"]`)?.focus(),
  });
  const writer = skrivare(svar, { svar: answered, strid: decide, fel: on.fel, lage: on.lage });
  const change = (values) => writer.andra(values);

  function answered(data, isNewest, nummer) {
    on.kontakt();
    svar = isNewest ? data : { ...data, tillat: svar.tillat };
    number = nummer ?? number;
    if (isNewest && (data.sammanfogat || takesIn)) {
      editor.taIn(data);
      if (!takesIn) sag("Svaret har fått med det som någon annan har skrivit.");
      number = undefined;
      takesIn = false;
    }
    if (isNewest) fyll(boxes, rutor(data, change) ?? "");
    beside();
  }

  function decide(strid) {
    writer.vanta();
    const ask = async () => {
      const unsent = writer.vanta(); // what has been typed since is a part of it
      const mine = { ...strid.min, ...unsent, kryssat: unsent.kryss ?? strid.min.kryssat };
      if (unsent.dokument) mine.markdown = (await skicka("markdown", { dokument: unsent.dokument })).markdown;
      fragaVilken({ ...strid, min: mine }, decided);
    };
    fyll(kept, el("p", { class: "ruta" }, "Två har ändrat svaret, och det sparas inte förrän ni har bestämt vilken text som gäller. ",
      el("button", { type: "button", id: "bestam", onclick: () => ask().catch(on.fel) }, "Bestäm nu")));
    ask().catch(on.fel);
  }

  async function decided({ markdown, status, ansvarig, kommentar, kryssat, tillat }) {
    const now = await hamta(`fraga/${id}`);
    writer.fran(now);
    takesIn = true;
    writer.andra({ markdown, status, ansvarig, kommentar, kryss: kryssat, tillat }, { avgjord: true });
    fyll(about, uppgifter({ ...now, status, ansvarig, kommentar }, change));
    fyll(kept);
  }

  function beside() {
    show(svar);
    fyll(asked, begart(svar));
    visaFynd(found, svar, { visa, ratta, tillat: async (one) => waive(one.regel, await fragaSkal(one, svar)), taTillbaka: (regel) => waive(regel, "") });
    if (svar.fynd_galler && writer.lugn()) editor.visa(svar.fynd.filter((one) => !skalFor(one, svar)), svar, number);
  }

  function visa(one) {
    if (!editor.gaTill(one)) sag("Orden finns inte längre i texten.");
  }

  /** Waive a rule for a reason; "" takes the waiver back. */
  function waive(regel, skal) {
    if (skal === null) return;
    const { [regel]: _, ...others } = svar.tillat;
    svar = { ...svar, tillat: skal ? { ...others, [regel]: skal } : others };
    change({ tillat: svar.tillat });
    beside();
    if (skal) sag(`${regel} är tillåtet i svaret, med skäl.`);
  }

  async function ratta(one) {
    try {
      const { regel, start: from, utdrag } = one;
      take(await skicka(`ratta/${id}`, { version: writer.version(), regel, start: from, utdrag }));
      sag("Rättat.");
    } catch (error) {
      on.fel(error);
    }
  }

  /** Let the page have the answer as it was read anew. */
  function take(data) {
    svar = data;
    writer.fran(data);
    number = undefined;
    editor.taIn(data);
    fyll(boxes, rutor(data, change) ?? "");
    fyll(about, uppgifter(data, change));
    beside();
  }

  async function again() {
    const data = await hamta(`fraga/${id}`);
    if (!writer.lugn() || data.ordning < svar.ordning) return; // something newer has come or been typed meanwhile
    if (data.version === writer.version()) {
      svar = data;
      beside();
    } else {
      take(data);
      sag("Svaret har ändrats någon annanstans och är inläst på nytt.");
    }
  }

  fyll(words, el("p", { class: "blek" }, `Område ${svar.omrade.nummer}. ${svar.omrade.namn}`),
    el("h1", {}, el("span", { class: "id" }, id), ` ${svar.fraga}`),
    svar.instruktion ? el("details", { class: "instruktion", open: matchMedia("(min-height: 62rem)").matches },
      el("summary", {}, "Formulärets anvisning"), el("p", {}, svar.instruktion)) : null);
  fyll(boxes, rutor(svar, change) ?? "");
  fyll(about, uppgifter(svar, change));
  beside();
  const around = bredvid(sides, svar, { ...on, infoga: (words) => editor.infoga(words), take, version: () => (writer.lugn() ? writer.version() : null) });
  if (svar.strid) decide(svar.strid);
  const restored = (draft) => {
    takesIn = draft.varden.markdown !== undefined;
    if (draft.varden.dokument) editor.taIn(draft.varden); // at once: what is typed next goes on from it
    writer.aterta(draft);
    fyll(about, uppgifter({ ...svar, ...draft.varden }, change));
  };
  let known = null;
  narvaro(await skicka("narvaro", { fraga: id }));

  function narvaro({ flikar, andra }) {
    const here = flikar.some((one) => one.fraga === id && one.flik !== FLIK);
    const people = andra.filter((one) => one.fragor.includes(id)).map((one) => one.vem);
    const said = [...people, ...(here ? ["en annan flik"] : [])];
    others.textContent = said.length ? `Öppet också hos ${said.join(" och ")}. Det ni skriver slås ihop.` : "";
    const names = flikar.map((one) => one.flik);
    if (String(names) !== known) erbjud(left, svar, names, restored);
    known = String(names);
  }

  return {
    narvaro,
    rapport: async (event) => {
      await again();
      around.kontrollerat(svar);
    },
    sparat: ({ svar: stamps }) => (stamps[id] ? writer.sparat(stamps[id], svar) : false),
    konflikt: (strid) => strid.fraga === id && decide(strid),
    stopp: () => {
      around.stopp();
      editor.stopp();
    },
  };
}

function begart(svar) {
  if (!svar.begar.length) return "";
  return [el("h2", { class: "liten" }, "Frågan begär"), el("ul", { class: "bock" }, svar.begar.map((one) =>
    el("li", { class: one.uppfylld ? "ja" : "" },
      el("span", { "aria-hidden": "true" }, one.uppfylld ? "✓ " : "○ "), one.text,
      el("span", { class: "dold" }, one.uppfylld ? " (finns)" : " (saknas)"))))];
}
