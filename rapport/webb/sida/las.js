// The whole report to be read through, as it will stand, with search.
import { el, fyll, antal, sag } from "./dom.js";
import { hamtaText } from "./api.js";

/** Show the read-through. The server's own renderer has made the HTML; nothing in it acts. */
export async function las(place) {
  const text = el("div", { class: "lasning" });
  const found = el("p", { class: "blek", role: "status" });
  const search = el("input", { id: "sok", type: "search", autocomplete: "off", oninput: () => sok(text, search.value, found) });
  fyll(place,
    el("h1", {}, "Läs igenom"),
    el("p", { class: "sokrad" }, el("label", { for: "sok" }, "Sök i alla svar"), search, found),
    text);
  const page = new DOMParser().parseFromString(await hamtaText("las"), "text/html");
  text.replaceChildren(...page.body.childNodes);
}

function sok(text, words, found) {
  const wanted = words.trim().toLocaleLowerCase("sv");
  const articles = [...text.querySelectorAll("article")];
  for (const article of articles) article.hidden = Boolean(wanted) && !article.textContent.toLocaleLowerCase("sv").includes(wanted);
  for (const section of text.querySelectorAll("section")) section.hidden = !section.querySelector("article:not([hidden])");
  marked(text, wanted);
  const number = articles.filter((article) => !article.hidden).length;
  found.textContent = wanted ? `Finns i ${antal(number, "svar", "svar")}.` : "";
  sag(found.textContent);
}

/** Mark the words, where the browser can do so without changing the text. */
function marked(text, wanted) {
  if (!("highlights" in CSS)) return;
  CSS.highlights.delete("sokt");
  if (!wanted) return;
  const ranges = [];
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    const low = node.data.toLocaleLowerCase("sv");
    if (low.length !== node.data.length) continue;
    for (let at = low.indexOf(wanted); at >= 0; at = low.indexOf(wanted, at + wanted.length)) {
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      ranges.push(range);
    }
  }
  CSS.highlights.set("sokt", new Highlight(...ranges));
}
