// What an answer can hold, and nothing else: the same model as rapport/prose/blocks.py.
import { Fragment, Schema } from "../karna.js";
import { adress } from "./klistra/lankar.js";

const cell = (typ) => ({
  content: "stycke",
  attrs: { just: { default: "" }, colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null } },
  tableRole: typ === "th" ? "header_cell" : "cell",
  isolating: true,
  toDOM: (node) => [typ, { ...(typ === "th" && { scope: "col" }), class: node.attrs.just || null }, 0],
  parseDOM: [{ tag: typ, getAttrs: (dom) => ({ just: ["left", "center", "right"].find((one) => dom.classList.contains(one)) ?? "" }) }],
});

const nodes = {
  doc: { content: "block+" },
  stycke: { content: "inline*", group: "block", toDOM: () => ["p", 0], parseDOM: [{ tag: "p" }] },
  punktlista: { content: "punkt+", group: "block lista", toDOM: () => ["ul", 0], parseDOM: [{ tag: "ul" }] },
  nummerlista: {
    content: "punkt+",
    group: "block lista",
    attrs: { start: { default: 1 } },
    toDOM: (node) => ["ol", node.attrs.start === 1 ? {} : { start: node.attrs.start }, 0],
    parseDOM: [{ tag: "ol", getAttrs: (dom) => ({ start: dom.hasAttribute("start") ? Number(dom.getAttribute("start")) : 1 }) }],
  },
  punkt: { content: "block+", defining: true, toDOM: () => ["li", 0], parseDOM: [{ tag: "li" }] },
  tabell: {
    content: "rad+",
    group: "block",
    tableRole: "table",
    isolating: true,
    toDOM: () => ["table", ["tbody", 0]],
    parseDOM: [{ tag: "table" }],
  },
  rad: { content: "(rubrikcell | cell)+", tableRole: "row", toDOM: () => ["tr", 0], parseDOM: [{ tag: "tr" }] },
  cell: cell("td"),
  rubrikcell: cell("th"),
  // A table that an expression makes: it is seen, never edited.
  figurtabell: {
    group: "block",
    atom: true,
    attrs: { uttryck: {}, varde: { default: [] }, fel: { default: null } },
    toDOM: (node) => ["div", { "data-figur": node.attrs.uttryck, "data-tabell": JSON.stringify(node.attrs.varde) }],
    parseDOM: [{ tag: "div[data-figur]", getAttrs: (dom) => ({ uttryck: dom.dataset.figur, varde: JSON.parse(dom.dataset.tabell || "[]") }) }],
  },
  text: { group: "inline" },
  radbrytning: { inline: true, group: "inline", selectable: false, toDOM: () => ["br"], parseDOM: [{ tag: "br" }] },
  figur: {
    inline: true,
    group: "inline",
    atom: true,
    attrs: { uttryck: {}, varde: { default: "" }, fel: { default: null } },
    leafText: (node) => node.attrs.varde,
    toDOM: (node) => ["span", { "data-figur": node.attrs.uttryck }, node.attrs.varde],
    parseDOM: [{ tag: "span[data-figur]", getAttrs: (dom) => ({ uttryck: dom.dataset.figur, varde: dom.textContent }) }],
  },
  // A note stands where its mark is; its own paragraphs are edited below the text.
  not: {
    inline: true,
    group: "inline",
    content: "stycke+",
    atom: true,
    isolating: true,
    toDOM: (node) => ["span", { "data-not": JSON.stringify(node.content.toJSON()) }],
    parseDOM: [{ tag: "span[data-not]", getContent: noteContent }],
  },
};

const marks = {
  lank: {
    attrs: { href: { validate: leads } },
    inclusive: false,
    toDOM: (mark) => ["a", { href: mark.attrs.href, rel: "noreferrer", title: mark.attrs.href }, 0],
    parseDOM: [{ tag: "a[href]", getAttrs: (dom) => linked(adress(dom.getAttribute("href"))) }],
  },
  fet: { toDOM: () => ["strong", 0], parseDOM: [{ tag: "strong" }, { tag: "b" }] },
  kursiv: { toDOM: () => ["em", 0], parseDOM: [{ tag: "em" }, { tag: "i" }] },
};

const linked = (href) => (href ? { href } : false);

function leads(href) {
  if (typeof href !== "string" || !adress(href)) throw new RangeError("the link leads nowhere");
}

// What a note held where it was copied; whatever else is there is no note's content.
function noteContent(dom, made) {
  try {
    const content = Fragment.fromJSON(made, JSON.parse(dom.dataset.not));
    made.nodes.not.create(null, content).check();
    return content;
  } catch {
    return Fragment.from(made.nodes.stycke.create());
  }
}

export const schema = new Schema({ nodes, marks });
