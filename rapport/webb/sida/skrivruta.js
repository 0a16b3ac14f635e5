// The answer's text on the page: the editor, or plain Markdown where it cannot be edited so; one way to speak to both.
import { skicka } from "./api.js";
import { sag } from "./dom.js";
import * as redigerare from "./redigerare.js";
import { visaSiffra } from "./siffra.js";
import { valjSiffra } from "./siffraval.js";
import * as textruta from "./textruta.js";

/** Put the text of an answer in an element; `on` has andrat(values, number), vidFynd(fynd) and fel(error). */
export function skrivruta(place, svar, on) {
  if (svar.dokument === null) {
    return textruta.start(place, svar, (values) => on.andrat(values));
  }
  const editor = redigerare.start(place, svar.dokument, (dokument, number) => on.andrat({ dokument }, number), {
    namn: `Svar på fråga ${svar.id}`,
    beskrivs: "rakning",
    sagt: sag,
    vidFynd: on.vidFynd,
    vidFigur: (one) => oppnaSiffra(one, on),
    valjFigur: () => valjSiffra(on),
    markdown: async (dokument) => (await skicka("markdown", { dokument })).markdown,
    las: async (text) => (await skicka("klistrat", { text })).dokument,
  });
  let isThere = true; // what others have made of a text that has been left is taken in when it is opened again
  return {
    kan: () => !isThere || editor.kan(),
    taIn: (data, kanAngras) => isThere && data.dokument && editor.taIn(data.dokument, kanAngras),
    visa: (fynd, data, number) => editor.visa(fynd, { dokument: data.dokument, nummer: number }),
    gaTill: (fynd) => editor.gaTill(fynd),
    infoga: (text) => editor.infogaOrd(text),
    fokus: () => editor.fokus(),
    stopp: () => {
      isThere = false;
      editor.stopp();
    },
  };
}

/** Show a figure of the text, and make it as it was changed to. */
async function oppnaSiffra(one, on) {
  const given = await visaSiffra(one, on);
  const done = given === "bort" ? one.taBort() : given ? one.byt(given) : one.fokus() ?? true;
  if (!done) sag("Siffran finns inte längre i texten.");
}
