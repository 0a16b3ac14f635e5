// Walks through what is pasted and puts its blocks together.
import { inlines } from "./inne.js";
import { handskrivna, ihop, listor } from "./lista.js";
import { Rad } from "./rad.js";
import { isHidden } from "./stil.js";
import { rader, tabell } from "./tabell.js";
import { isItem, punkt } from "./word.js";
import { webbpunkt } from "./wordwebb.js";

const SKIPPED = new Set("head script style title meta link template noscript xml o:smarttagtype base colgroup col".split(" "));
const BLOCKS = new Set(
  ("address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form header " +
    "h1 h2 h3 h4 h5 h6 hgroup hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul caption").split(" "),
);
const PLAIN = { fet: false, kursiv: false, href: null };

export class Lasare {
  constructor(stilar, fotnoter, bortfall) {
    Object.assign(this, { stilar, fotnoter, bortfall });
  }

  // The blocks of an element: its paragraphs, lists and tables in order.
  block(element, formatting = PLAIN) {
    return handskrivna(this.#gathered(this.#found(element, formatting)));
  }

  // The same, with the items of lists that came as paragraphs still by themselves.
  #found(element, formatting) {
    const found = [];
    let row = new Rad();
    const flush = () => {
      for (const rad of row.paragraphs()) found.push({ typ: "stycke", rad });
      row = new Rad();
    };
    const read = (node, state) => {
      for (const child of node.childNodes) {
        if (child.nodeType === 3 || (child.nodeType === 1 && !this.#hasBlocks(child))) inlines(this, child, state, row);
        else if (child.nodeType === 1 && !this.skips(child)) {
          if (BLOCKS.has(child.localName)) {
            flush();
            found.push(...this.#one(child, state));
          } else read(child, this.formatted(child, state)); // something inline around paragraphs
        }
      }
    };
    read(element, formatting);
    flush();
    return found;
  }

  skips(element) {
    if (SKIPPED.has(element.localName) || this.fotnoter.parts.has(element)) return true;
    const style = this.stilar.of(element);
    if (/comment-list/.test(style["mso-element"] ?? "")) return true;
    return isHidden(element, style);
  }

  // How the text in an element is formatted.
  formatted(element, state) {
    return inlines.formatting(this, element, state);
  }

  #hasBlocks(element) {
    return BLOCKS.has(element.localName) || (element.firstElementChild && [...element.querySelectorAll("*")].some((one) => BLOCKS.has(one.localName)));
  }

  #one(element, state) {
    const tag = element.localName;
    if (tag === "table") return this.#table(element, state);
    if (isItem(this, element)) return [{ punkt: punkt(this, element, state) }];
    if (tag === "ul" || tag === "ol") return this.#list(element, state);
    if (/^h[1-6]$/.test(tag)) return this.#heading(element, state);
    return this.#continued(element, this.#found(element, this.formatted(element, state)));
  }

  #heading(element, state) {
    const found = this.#found(element, { ...state, fet: true });
    if (found.length) this.bortfall.changed.add("rubriker blev fet text");
    return found;
  }

  // A paragraph of Word's that stands in as far as the item above it, without a mark of its own, goes on with it.
  #continued(element, found) {
    const margin = parseFloat(this.stilar.of(element)["margin-left"] ?? "0");
    const isPart = /^MsoListParagraph/.test(element.className) && margin > 0;
    return isPart ? found.map((block) => ({ ...block, fortsattning: true })) : found;
  }

  #list(element, state) {
    const web = webbpunkt(this, element, state);
    if (web) return web;
    const ordnad = element.localName === "ol";
    const list = { typ: "lista", ordnad, start: 1, punkter: [] };
    const given = element.hasAttribute("start") ? Number(element.getAttribute("start")) : Number(element.querySelector("li")?.getAttribute("value") || 1);
    if (ordnad && Number.isInteger(given) && given >= 0) list.start = given;
    if (ordnad && /^(a|i)$/i.test(element.getAttribute("type") ?? "")) this.bokstaver();
    for (const child of element.children) this.#listed(child, list, this.formatted(element, state));
    return list.punkter.length ? [list] : [];
  }

  // An item, or what some programs put between items: a list belongs to the item above it.
  #listed(child, list, state) {
    if (this.skips(child)) return;
    if (child.localName === "li") {
      const found = this.block(child, this.formatted(child, state));
      const isWrapper = found.length && found.every((one) => one.typ === "lista") && list.punkter.length && !child.querySelector(":scope > p");
      if (isWrapper) list.punkter.at(-1).push(...found);
      else if (found.length) list.punkter.push(found);
    } else {
      const found = this.#hasBlocks(child) ? this.#one(child, state).filter((one) => !one.punkt) : this.block(child, state);
      if (list.punkter.length) list.punkter.at(-1).push(...found);
      else if (found.length === 1 && found[0].typ === "lista") Object.assign(list, found[0], { djup: (found[0].djup ?? 0) + 1 });
      else list.punkter.push(...found.map((one) => [one]));
    }
  }

  bokstaver() {
    this.bortfall.changed.add("bokstäver i listor blev siffror");
  }

  #table(element, state) {
    const { rows, merged } = rader(element, (one) => this.skips(one));
    const single = rows.length === 1 && rows[0].length === 1;
    const isLayout = /presentation|none/.test(element.getAttribute("role") ?? "") || element.querySelector("table");
    if (single || isLayout) return rows.flat().flatMap((cell) => (cell ? this.block(cell, this.formatted(cell, state)) : []));
    if (merged) this.bortfall.changed.add("sammanslagna celler delades");
    const caption = element.querySelector(":scope > caption");
    const made = tabell(rows.map((row) => row.map((cell) => this.#cell(cell, state))));
    return [...(caption ? this.block(caption, state) : []), ...(made ? [made] : [])];
  }

  #cell(element, state) {
    if (!element) return { rad: [], sida: "" };
    const side = element.getAttribute("align") ?? this.stilar.of(element)["text-align"] ?? this.#sideInside(element);
    const lines = this.block(element, this.formatted(element, { ...state, href: null })).flatMap((block) => this.#lines(block));
    const rad = lines.flatMap((line, number) => (number ? [{ radbrytning: true }, ...line] : line));
    return { rad, sida: { right: "right", end: "right", center: "center" }[side] ?? "" };
  }

  #sideInside(element) {
    const sides = [...element.querySelectorAll("p, div")].map((one) => one.getAttribute("align") ?? this.stilar.of(one)["text-align"]);
    return sides.find(Boolean) ?? "";
  }

  // A cell has room for lines alone: an item becomes one with its mark.
  #lines(block, mark = "") {
    if (block.typ === "stycke") return [mark ? [{ text: mark }, ...block.rad] : block.rad];
    if (block.typ === "tabell") return block.rader.flat().flatMap((cell) => cell.flatMap((one) => this.#lines(one)));
    this.bortfall.changed.add("listor i tabeller blev rader");
    return block.punkter.flatMap((punkt, number) =>
      punkt.flatMap((one, at) => this.#lines(one, at ? "" : block.ordnad ? `${block.start + number}. ` : "• ")),
    );
  }

  // Blocks with the items among them put together as lists.
  #gathered(found) {
    const out = [];
    let items = [];
    const flush = () => {
      out.push(...listor(items));
      items = [];
    };
    for (const { fortsattning, ...one } of found) {
      if (one.punkt) items.push(one.punkt);
      else if (fortsattning && items.length) items.at(-1).block.push(one);
      else {
        flush();
        out.push(one);
      }
    }
    flush();
    return ihop(out);
  }
}
