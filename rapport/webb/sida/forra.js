// Last year's answer to the question, with the sentences that still stand in this year's marked.
import { hamta } from "./api.js";
import { antal, el, fyll, tal } from "./dom.js";

/** Show it. The server's own renderer has made the HTML; nothing in it acts. */
export async function forra(place, svar) {
  const found = await hamta(`forra/${svar.id}`);
  const text = el("div", { class: "lasning fjolar", tabindex: "0", role: "region", "aria-label": "Förra årets svar" });
  const page = new DOMParser().parseFromString(found.html, "text/html");
  text.replaceChildren(...page.body.childNodes);
  fyll(place,
    el("p", { class: "blek" }, `${found.rubrik}.`),
    el("p", {}, found.kvar ? [el("mark", { class: "kvar" }, "Märkt"), ` är det som står kvar i årets svar: ${tal(found.kvar)} av ${antal(found.meningar, "mening", "meningar")}.`]
      : "Ingen mening står kvar i årets svar."),
    text);
}
