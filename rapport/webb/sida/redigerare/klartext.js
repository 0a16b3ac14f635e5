// The plain text of a document as rapport counts places in it: a line for each paragraph, a note's right after the
// paragraph that its mark stands in, a hard break is a line feed, a note's mark is nothing. Offsets are UTF-16 units.
import { schema } from "./schema.js";

const { nodes } = schema;

// Every paragraph of the editor's document as { text, at: [[offset in text, position, length in the document]…] }.
export function stycken(doc) {
  const found = [];
  doc.forEach((node, offset) => walk(node, offset, found));
  return found;
}

function walk(node, at, found) {
  if (node.type === nodes.stycke) paragraph(node, at, found);
  else if (node.type === nodes.figurtabell) found.push(...tableLines(node, at));
  else node.forEach((child, offset) => walk(child, at + 1 + offset, found));
}

function paragraph(node, at, found) {
  const line = { text: "", at: [] };
  const notes = [];
  found.push(line);
  node.forEach((child, offset) => {
    const position = at + 1 + offset;
    if (child.type === nodes.not) return notes.push([child, position]);
    const text = child.isText ? child.text : child.type === nodes.radbrytning ? "\n" : child.attrs.varde;
    line.at.push({ from: line.text.length, position, length: text.length, isAtom: !child.isText });
    line.text += text;
  });
  for (const [note, position] of notes) note.forEach((child, offset) => walk(child, position + 1 + offset, found));
}

// What an expression's table shows is one thing: every word of it stands where the table does.
function tableLines(node, position) {
  return linesOf(node.attrs.varde).map((text) => ({
    text,
    at: [{ from: 0, position, length: text.length, isAtom: true, isBlock: true }],
  }));
}

// The lines of a document as the server has it.
export const rader = (dokument) => linesOf(dokument.block);

function linesOf(blocks) {
  return blocks.flatMap((block) => {
    if (block.typ === "stycke") return inParagraph(block.rad);
    return (block.punkter ?? block.rader.flat()).flatMap(linesOf);
  });
}

function inParagraph(rad) {
  if (rad.length === 1 && Array.isArray(rad[0].varde)) return linesOf(rad[0].varde);
  const text = rad.map((one) => (one.radbrytning ? "\n" : one.text ?? (typeof one.varde === "string" ? one.varde : ""))).join("");
  return [text, ...rad.flatMap((one) => (one.not ? linesOf(one.not) : []))];
}

// Where the lines of a text stand in the editor's document: that may have blanks and empty paragraphs that are not
// in what the server has read of it. Each is { start, end, line, skipped }; one that is there no longer is left out.
export function platser(doc, dokument) {
  const mine = stycken(doc);
  const theirs = dokument ? rader(dokument) : mine.map((line) => trimmed(line.text)).filter(Boolean);
  let [next, start] = [0, 0];
  const found = [];
  for (const text of theirs) {
    const at = mine.findIndex((line, number) => number >= next && trimmed(line.text) === trimmed(text));
    const skipped = at < 0 ? -1 : mine[at].text.indexOf(text);
    if (skipped >= 0) found.push({ start, end: start + text.length, line: mine[at], skipped });
    if (at >= 0) next = at + 1;
    start += text.length + 1;
  }
  return found;
}

const trimmed = (text) => text.split("\n").map((line) => line.replace(/^[ \t]+|[ \t]+$/g, "")).join("\n").replace(/^\n+|\n+$/g, "");

// The ranges of the editor's document that a stretch of the plain text covers: [{ from, to, isAtom }].
export function omfang(places, start, end) {
  return places.flatMap((place) => {
    if (place.end < start || place.start > end) return [];
    const [from, to] = [start, end].map((at) => at - place.start + place.skipped);
    return place.line.at.flatMap((piece) => {
      const [first, last] = [Math.max(from, piece.from), Math.min(to, piece.from + piece.length)];
      if (first >= last) return [];
      if (piece.isAtom) return [{ from: piece.position, to: piece.position + 1, isAtom: true }];
      return [{ from: piece.position + first - piece.from, to: piece.position + last - piece.from, isAtom: false }];
    });
  });
}
