// What an element's style says, read from the text of its attribute and from the style sheet that came with it: the
// page's own policy keeps the browser from applying any of it.

const RULE = /([^{}]+)\{([^{}]*)\}/g;

export class Stilar {
  constructor(sheets) {
    this.classes = new Map();
    this.lists = new Map(); // "l0:level1" → what Word says of that level
    this.read = new WeakMap();
    sheets.forEach((sheet) => this.#sheet(sheet));
  }

  // The declarations that count for an element: { "font-weight": "bold", … }.
  of(element) {
    if (!this.read.has(element)) {
      const tag = element.localName;
      const names = (element.getAttribute("class") ?? "").split(/\s+/).filter(Boolean);
      const rules = names.flatMap((name) => [this.classes.get(`.${name}`), this.classes.get(`${tag}.${name}`)]);
      this.read.set(element, Object.assign({}, ...rules, declarations(element.getAttribute("data-stil") ?? "")));
    }
    return this.read.get(element);
  }

  #sheet(text) {
    const plain = text.replace(/<!--|-->|\/\*[^]*?\*\//g, " ");
    for (const [, selectors, body] of plain.matchAll(RULE)) {
      for (const selector of selectors.split(",").map((one) => one.trim())) {
        const list = /^@list\s+(l\d+:level\d+)\b/.exec(selector);
        const target = list ? this.lists : /^[a-z0-9]*\.[\w-]+$/i.test(selector) ? this.classes : null;
        const key = list ? list[1] : selector.replace(/^[a-z0-9]+/i, (tag) => tag.toLowerCase());
        target?.set(key, { ...target.get(key), ...declarations(body) });
      }
    }
  }
}

function declarations(text) {
  const found = {};
  for (const one of text.replace(/&quot;/g, '"').split(";")) {
    const colon = one.indexOf(":");
    if (colon > 0) found[one.slice(0, colon).trim().toLowerCase()] = one.slice(colon + 1).replace(/!important/, "").trim();
  }
  return found;
}

export const isHidden = (element, style) =>
  element.hasAttribute("hidden") || style.display === "none" || style["mso-hide"] === "all" || style.visibility === "hidden";

// What a weight or a slant says: true, false, or null where nothing is said.
export function isBold(style) {
  const weight = style["font-weight"];
  if (!weight || weight === "inherit") return null;
  return weight.startsWith("bold") || Number(weight) >= 600;
}

export function isItalic(style) {
  const slant = style["font-style"];
  return !slant || slant === "inherit" ? null : /^(italic|oblique)/.test(slant);
}
