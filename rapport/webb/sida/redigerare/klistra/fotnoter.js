// Notes in what is pasted: a mark that leads to a text which leads back to the mark. So do Word, LibreOffice and the
// web write them, each with names of its own.

const MARK = /^[[(]?(?:\d{1,3}|[ivx]{1,5}|[*†‡]|[a-z])[\])]?$/i;

export class Fotnoter {
  constructor(doc, stilar) {
    this.doc = doc;
    this.texts = new Map(); // the mark → the element that holds its text
    this.parts = new Set(); // the elements that are notes' texts, and the lists that they stand in
    this.backs = new Set(); // the marks within the texts
    for (const mark of doc.querySelectorAll("a[href*='#']")) this.#mark(mark, stilar);
    for (const list of doc.querySelectorAll("[data-stil*='mso-element']")) {
      if (/footnote|endnote/.test(stilar.of(list)["mso-element"] ?? "")) this.parts.add(list);
    }
  }

  textOf(mark) {
    return this.texts.get(mark);
  }

  #mark(mark, stilar) {
    if (this.backs.has(mark)) return;
    const name = mark.getAttribute("href").split("#")[1];
    const word = stilar.of(mark)["mso-footnote-id"] ?? stilar.of(mark)["mso-endnote-id"];
    if (!name || (!word && !MARK.test(mark.textContent.trim()))) return;
    const target = (word && this.doc.getElementById(word)) || this.doc.getElementById(name) || this.#named(name);
    const text = target && this.#whole(target);
    if (!text || text.contains(mark)) return;
    const names = [mark.getAttribute("name"), mark.id, mark.closest("[id]")?.id].filter(Boolean);
    const back = [...text.querySelectorAll("a[href*='#']")].find((one) => names.includes(one.getAttribute("href").split("#")[1]));
    if (!back) return;
    this.texts.set(mark, text);
    this.parts.add(text);
    this.backs.add(back);
  }

  #named(name) {
    return [...this.doc.querySelectorAll("a[name]")].find((one) => one.getAttribute("name") === name);
  }

  #whole(target) {
    return target.localName === "a" ? target.closest("[id^=ftn], [id^=edn], [id^=sdfootnote], [id^=sdendnote], li, p, div") : target;
  }
}
