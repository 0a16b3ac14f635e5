// The view of one question: the form's words and what it asks for, the answer, what was found, last year's answer.
import { FLIK, hamta, skicka } from "./api.js";
import { el, fyll, fyllOm, sag } from "./dom.js";
import { visaFynd } from "./fynd.js";
import { fragaVilken } from "./konflikt.js";
import { nekat } from "./nekat.js";
import { laggTill } from "./ordlista.js";
import { rattare } from "./rattning.js";
import { raknare } from "./rum.js";
import { ifred, skrivare } from "./skrivare.js";
import { skrivruta } from "./skrivruta.js";
import { rutor, uppgifter, visaLage } from "./uppgifter.js";
import { erbjud } from "./atertag.js";
import { begart } from "./begart.js";
import { bredvid } from "./bredvid.js";
import { fragaSkal, skalFor } from "./tillat.js";

/** Open a question in an element; return how it is told of what happens, and closed. */
export async function fraga(place, id, on) {
  await ifred(id); // what was written here a moment ago is part of it
  let svar = await hamta(`fraga/${id}`);
  const part = (name, attributes = {}) => el("div", { class: name, ...attributes });
  const [words, asked, kept, left, boxes, text, count, about] = ["ord", "begar", "strid", "atertag", "kryss", "skriv", "rum", "om"].map((name) => part(name));
  const [others, found, sides] = [el("p", { class: "narvaro", role: "status" }), el("section", { class: "anm", "aria-labelledby": "fynd-rubrik" }), part("sidor-om")];
  const refusal = part("nekat");
  fyll(place, el("div", { class: "fraga" },
    el("div", { class: "mitten" }, words, asked, others, kept, left, boxes, text, count, about),
    el("aside", { class: "bredvid", "aria-label": "Vid sidan av svaret" }, refusal, found, sides)));

  const show = raknare(count);
  let { fynd, tillat: tillaten } = svar; // what is waived as the server has it
  let visat; // of the last change that the server has answered
  let isOpen = true; // what was written goes on being sent when the answer has been left: nothing is shown of it then
  const editor = skrivruta(text, svar, {
    andrat: (values, nummer) => writer.andra(values, nummer),
    fel: on.fel,
    vidFynd: (one) => found.querySelector(`[data-nr="${svar.fynd.indexOf(one)}"]`)?.focus(),
  });
  const no = nekat(refusal);
  const writer = skrivare(svar, editor, { nej: refused, svar: answered, strid: (strid) => decide(strid), fel: on.fel, lage: on.lage });
  const ratta = rattare(id, writer, no, () => svar);
  const change = (values) => writer.andra(values);

  function answered(data, { tog, visat: shown }) {
    on.kontakt();
    const was = svar;
    tillaten = data.tillat;
    if (!isOpen) return;
    svar = writer.lugn() ? data : { ...data, tillat: svar.tillat }; // what she waives is not forgotten on its way
    visat = shown;
    if (tog) sag("Svaret har fått med det som någon annan har skrivit.");
    if (writer.lugn()) bredvidText(was, data);
    beside();
  }

  // What stands beside the text, where it has become another than it was: nothing is made anew under a cursor.
  function bredvidText(was, data) {
    if (String(was.kryssat) !== String(data.kryssat)) fyll(boxes, rutor(data, change) ?? "");
    const shown = Object.fromEntries(["status", "ansvarig", "kommentar"].map((name) => [name, document.getElementById(name)?.value]));
    if (Object.entries(shown).some(([name, value]) => was[name] !== data[name] && value !== data[name])) fyll(about, uppgifter(data, change));
  }

  // Where two have written the same, she decides; what she has typed and not been answered is a part of hers.
  function decide(strid) {
    writer.vanta();
    const ask = async () => {
      const unsent = writer.vanta();
      const mine = { ...strid.min, ...unsent, kryssat: unsent.kryss ?? strid.min.kryssat };
      const { markdown = strid.min.markdown, ord = strid.ord } = unsent.dokument
        ? await skicka("markdown", { dokument: unsent.dokument, mot: strid.deras.markdown }) : {};
      fragaVilken({ ...strid, min: { ...mine, markdown }, ord }, (entry) => decided(strid, entry));
    };
    fyll(kept, el("p", { class: "ruta" }, "Två har ändrat svaret, och det sparas inte förrän ni har bestämt vilken text som gäller. ",
      el("button", { type: "button", id: "bestam", onclick: () => ask().catch(on.fel) }, "Bestäm nu")));
    ask().catch(on.fel);
  }

  async function decided(strid, { markdown, status, ansvarig, kommentar, kryssat, tillat }) {
    try {
      take(await writer.avgor(strid.deras, { markdown, status, ansvarig, kommentar, kryss: kryssat, tillat }));
      fyll(kept);
    } catch (error) {
      if (error.strid) decide(error.strid); // somebody has written more meanwhile
      else throw error;
    }
  }

  function beside() {
    if (!isOpen) return;
    if (JSON.stringify(svar.fynd) === JSON.stringify(fynd)) svar.fynd = fynd; // what is shown of them stays
    fynd = svar.fynd;
    show(svar);
    visaLage(svar);
    fyllOm(asked, svar.begar, () => begart(svar));
    visaFynd(found, svar, { visa, ratta, ord: (one) => laggTill(one.ord).catch(on.fel), tillat: async (one) => waive(one.regel, await fragaSkal(one, svar)), taTillbaka: (regel) => waive(regel, "") });
    if (svar.fynd_galler && writer.lugn()) editor.visa(svar.fynd.filter((one) => !skalFor(one, svar)), svar, visat);
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
    if (skal) sag(`${regel} är godtaget i svaret, med skäl.`);
  }

  // A waiver that is refused is none; what was sent with it has been sent again without it.
  function refused({ tillat }, error) {
    if (!tillat) {
      on.lage("nekat");
      return on.fel(new Error(`Det du har skrivit i svaret är inte sparat. ${error.message}`));
    }
    const asked = Object.entries(tillat).filter(([regel, skal]) => tillaten[regel] !== skal);
    svar = { ...svar, tillat: tillaten };
    beside();
    no.visa(`Undantaget är inte sparat: ${asked.map(([regel, skal]) => `${regel}, ${skal}`).join("; ") || "borttaget"}.`, error, () => {
      svar = { ...svar, tillat };
      change({ tillat });
      beside();
    });
  }

  /** Let the page have the answer as a decision has made it. */
  function take(data) {
    const was = svar;
    svar = data;
    visat = undefined;
    if (!isOpen) return;
    editor.taIn(data, true);
    bredvidText(was, data);
    beside();
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
  const restored = async (draft) => {
    try {
      await writer.aterta(draft);
    } catch (error) {
      if (!error.strid) throw error;
      await ifred(id);
      decide(error.strid);
    }
  };
  let known = null;
  skicka("narvaro", { fraga: id }).then(narvaro).catch(on.fel); // who else is here may wait: she does not

  function narvaro({ flikar, andra }) {
    if (!left.isConnected) return; // left meanwhile
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
    nekat: () => writer.nekat(),
    strid: () => writer.strid(),
    rapport: async (event) => {
      if (event.vad !== "svar" || event.flik !== writer.id) await writer.las();
      around.kontrollerat(svar);
    },
    konflikt: (strid) => strid.fraga === id && decide(strid),
    stopp: (isClosing = false) => {
      writer.stopp(isClosing);
      if (isClosing) return;
      isOpen = false;
      around.stopp();
      editor.stopp();
    },
  };
}
