// Passages from the papers that may belong in the answer, each with what can be done with it.
import { hamta } from "./api.js";
import { el, fyll, sag } from "./dom.js";

/** Show the passages for a question; `on.infoga(text)` writes something in the answer. */
export async function stycken(place, svar, on) {
  fyll(place, el("p", { class: "blek", role: "status" }, "Papperen läses …"));
  const found = await hamta(`papper/${svar.id}`);
  fyll(place,
    el("p", { class: "blek", role: "status" }, found.sagt),
    el("ul", { class: "stycken" }, found.stycken.map((one, at) => stycke(one, at, on))),
    found.olasta.map((text) => el("p", { class: "blek" }, text)));
}

function stycke(one, at, on) {
  const text = el("pre", { class: "text", tabindex: "0", role: "group", "aria-label": `${one.titel}, ${one.plats}` }, one.text);
  return el("li", {},
    el("h3", {}, one.titel),
    el("p", { class: "blek" }, `${one.plats} i ${one.papper}`, one.samma_i.length ? `. Samma text i ${one.samma_i.join(", ")}` : "", "."),
    el("blockquote", {}, text),
    el("p", { class: "blek" }, `Ord som mötte: ${one.ord.join(", ")}.`),
    el("p", { class: "knappar" },
      one.hanvisning ? el("button", { type: "button", id: `hanvisa-${at}`, onclick: () => {
        on.infoga(one.hanvisning);
        sag(`${one.hanvisning} står nu i svaret.`);
      } }, `Sätt in ${one.hanvisning}`) : null,
      el("button", { type: "button", id: `kopiera-${at}`, onclick: () => kopiera(one.text, text) }, "Kopiera texten")));
}

async function kopiera(words, shown) {
  try {
    await navigator.clipboard.writeText(words);
    sag("Texten är kopierad. Klistra in den där den ska stå.");
  } catch {
    shown.focus();
    getSelection().selectAllChildren(shown);
    sag("Texten är markerad. Tryck Ctrl+C för att kopiera den.");
  }
}
