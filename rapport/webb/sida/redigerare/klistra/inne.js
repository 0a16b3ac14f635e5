// The inside of a paragraph: text with its formatting, breaks, notes, and what is left out.
import { adress } from "./lankar.js";
import { isBold, isItalic } from "./stil.js";
import { collapsed, shifted, symbol } from "./text.js";

const PICTURES = new Set("img svg canvas video audio object embed iframe picture v:imagedata map".split(" "));
const FIELDS = new Set("input select textarea button progress meter".split(" "));

export function inlines(reader, node, state, row) {
  if (node.nodeType === 3) {
    const isKept = state.pre;
    if (isKept) preformatted(node.data, state, row);
    else row.text(collapsed(node.data), state);
    return;
  }
  if (node.nodeType !== 1 || reader.skips(node) || isLeftOut(reader, node, row)) return;
  const style = reader.stilar.of(node);
  if (node.localName === "br") return row.add({ radbrytning: true }, ...(isPageBreak(style) ? [row.add({ radbrytning: true })] : []));
  if (style["mso-tab-count"]) return row.text(" ", state);
  const note = reader.fotnoter.textOf(node);
  if (note) return footnote(reader, note, row);
  const sign = isSymbol(style) && !node.querySelector("[data-stil]") ? symbol(node.textContent) : null;
  if (sign) return row.text(sign, state);
  if (node.localName === "sup" || node.localName === "sub") return moved(reader, node, state, row);
  const inner = inlines.formatting(reader, node, state);
  for (const child of node.childNodes) inlines(reader, child, inner, row);
}

const isPageBreak = (style) => style["page-break-before"] === "always";
const isSymbol = (style) => /^["']?(wingdings|symbol)/i.test(style["mso-symbol-font-family"] ?? style["font-family"] ?? "");

function preformatted(text, state, row) {
  text.split("\n").forEach((line, number) => {
    if (number) row.add({ radbrytning: true });
    row.text(line, state);
  });
}

inlines.formatting = function formatting(reader, element, state) {
  const style = reader.stilar.of(element);
  const tag = element.localName;
  noticed(reader, element, style);
  const bold = isBold(style) ?? (tag === "b" || tag === "strong" ? true : null);
  const italic = isItalic(style) ?? (/^(i|em|cite)$/.test(tag) ? true : null);
  return {
    ...state,
    fet: bold ?? state.fet,
    kursiv: italic ?? state.kursiv,
    href: tag === "a" ? link(reader, element) ?? state.href : state.href,
    pre: state.pre || tag === "pre" || /^pre(-wrap)?$/.test(tag === "pre" ? "pre" : ""),
  };
};

function link(reader, element) {
  const href = element.getAttribute("href");
  if (!href) return null;
  const address = adress(href);
  if (!address && !href.startsWith("#")) reader.bortfall.lost.add("länkar som inte leder till webben");
  return address;
}

// What is seen and has no place in an answer is said; the text itself comes along.
function noticed(reader, element, style) {
  const tag = element.localName;
  const line = `${style["text-decoration"] ?? ""} ${style["text-decoration-line"] ?? ""}`;
  if (!element.textContent.trim() || tag === "a" || element.closest("a")) return;
  if (tag === "u" || /underline/.test(line)) reader.bortfall.lost.add("understrykning");
  if (/^(s|strike)$/.test(tag) || /line-through/.test(line)) reader.bortfall.lost.add("genomstrykning");
  const isMarked = tag === "mark" || (style["mso-highlight"] ?? "none") !== "none";
  if (isMarked) reader.bortfall.lost.add("färgmarkering");
}

// Pictures, formulas, comments, what somebody has deleted: returns whether the element is left out.
function isLeftOut(reader, element, row) {
  const { bortfall } = reader;
  const style = reader.stilar.of(element);
  const tag = element.localName;
  if (PICTURES.has(tag)) {
    if (isSeen(element)) bortfall.count("bild");
    return true;
  }
  if (tag === "math" || tag === "m:omath" || tag === "m:omathpara") {
    bortfall.count("formel");
    return true;
  }
  if (element.matches(".MsoCommentReference, .msocomanchor")) {
    bortfall.count("kommentar");
    return true;
  }
  if (tag === "del" || element.classList.contains("msoDel") || style["mso-element"] === "deleted") {
    if (element.textContent.trim()) bortfall.lost.add("struken text");
    return true;
  }
  if (FIELDS.has(tag)) {
    if (tag !== "button") bortfall.lost.add("formulärfält");
    return true;
  }
  return isNoteMark(reader, element, row);
}

// A picture of a point or so is no picture: mails have them to see that they were read.
const isSeen = (element) => !["width", "height"].some((side) => Number(element.getAttribute(side) ?? 99) <= 2);

// A note's mark whose text did not come along says nothing; the mark in the note's own text is not part of it.
function isNoteMark(reader, element) {
  if (reader.fotnoter.backs.has(element)) return true;
  if (reader.fotnoter.textOf(element)) return false;
  const inside = element.querySelectorAll("a");
  if ([...inside].some((one) => reader.fotnoter.textOf(one))) return false;
  const style = reader.stilar.of(element);
  const isMark = "mso-footnote-id" in style || "mso-endnote-id" in style || /(^|\s)(sdfootnoteanc|FootnoteReference|EndnoteReference)(\s|$)/.test(element.className);
  if (isMark) reader.bortfall.lost.add("fotnoter vars text inte var med");
  return isMark;
}

function footnote(reader, text, row) {
  const state = { fet: false, kursiv: false, href: null };
  const parts = reader.fotnoter.parts;
  parts.delete(text);
  const found = reader.block(text, state);
  parts.add(text);
  const paragraphs = found.flatMap(function only(block) {
    if (block.typ === "stycke") return [block];
    return (block.punkter ?? block.rader.flat()).flatMap((inner) => inner.flatMap(only));
  });
  const not = paragraphs.map((one) => ({ typ: "stycke", rad: one.rad.filter((piece) => !piece.not) })).filter((one) => one.rad.length);
  if (not.length) row.add({ not });
}

// Raised and lowered figures have signs of their own: m², CO₂. A note's mark is raised too.
function moved(reader, node, state, row) {
  const isNote = [...node.querySelectorAll("a")].some((one) => reader.fotnoter.textOf(one));
  const sign = isNote ? null : shifted(node.textContent, node.localName === "sup");
  if (sign) return row.text(sign, state);
  if (!isNote && node.textContent.trim()) reader.bortfall.lost.add(node.localName === "sup" ? "upphöjning" : "nedsänkning");
  for (const child of node.childNodes) inlines(reader, child, inlines.formatting(reader, node, state), row);
}
