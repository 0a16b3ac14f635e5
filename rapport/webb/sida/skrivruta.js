// The answer's text on the page: the editor, or plain Markdown where it cannot be edited so; one way to speak to both.
import { skicka } from "./api.js";
import { sag } from "./dom.js";
import * as redigerare from "./redigerare.js";
import * as textruta from "./textruta.js";

/** Put the text of an answer in an element; `on` has andrat(values, number) and vidFynd(fynd). */
export function skrivruta(place, svar, on) {
  if (svar.dokument === null) {
    return textruta.start(place, svar, (values) => on.andrat(values));
  }
  const editor = redigerare.start(place, svar.dokument, (dokument, number) => on.andrat({ dokument }, number), {
    namn: `Svar på fråga ${svar.id}`,
    beskrivs: "rakning",
    sagt: sag,
    vidFynd: on.vidFynd,
    markdown: async (dokument) => (await skicka("markdown", { dokument })).markdown,
    las: async (text) => (await skicka("klistrat", { text })).dokument,
  });
  return {
    kan: () => editor.kan(),
    taIn: (data, kanAngras) => data.dokument && editor.taIn(data.dokument, kanAngras),
    visa: (fynd, data, number) => editor.visa(fynd, { dokument: data.dokument, nummer: number }),
    gaTill: (fynd) => editor.gaTill(fynd),
    fokus: () => editor.fokus(),
    stopp: () => editor.stopp(),
  };
}
