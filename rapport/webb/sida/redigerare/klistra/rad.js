// One paragraph being read: its pieces as they come, in the end without blanks at its edges.
import { clean, soft } from "./text.js";

export class Rad {
  constructor() {
    this.pieces = [];
  }

  text(text, { fet, kursiv, href }) {
    const formatting = { ...(fet && { fet }), ...(kursiv && { kursiv }), ...(href && { href }) };
    const last = this.pieces.at(-1);
    if (last?.text !== undefined && alike(last, formatting)) last.text += text;
    else this.pieces.push({ text, ...formatting });
  }

  add(piece) {
    this.pieces.push(piece);
  }

  get isEmpty() {
    return !this.paragraphs().length;
  }

  // The paragraphs it is: two breaks in a row part them.
  paragraphs() {
    const parts = [[]];
    let breaks = 0;
    for (const piece of this.pieces) {
      const isBlank = piece.text !== undefined && !piece.text.replace(/[ \t\u00a0]/g, "");
      if (piece.radbrytning) breaks += 1;
      else if (!isBlank) {
        if (breaks > 1) parts.push([]);
        else if (breaks && parts.at(-1).length) parts.at(-1).push({ radbrytning: true });
        breaks = 0;
        parts.at(-1).push({ ...piece });
      } else if (!breaks) parts.at(-1).push({ ...piece });
    }
    return parts.map(edged).filter((rad) => rad.length);
  }
}

const alike = (piece, formatting) => ["fet", "kursiv", "href"].every((name) => piece[name] === formatting[name]);

// The pieces without blanks at the ends of lines and doubled ones where two pieces meet; alike neighbours are one.
function edged(pieces) {
  const out = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (piece.text === undefined) {
      if (piece.radbrytning) trimEnd(out);
      out.push(piece);
      continue;
    }
    let text = soft(clean(piece.text));
    const follows = !last || last.radbrytning || (last.text?.endsWith(" ") && /^ /.test(piece.text));
    if (follows) text = text.replace(/^[ \t]+/, "");
    if (!text) continue;
    const { text: _, ...formatting } = piece;
    if (last?.text !== undefined && alike(last, formatting)) last.text += text;
    else out.push({ ...piece, text });
  }
  trimEnd(out);
  return out;
}

function trimEnd(out) {
  while (out.length && (out.at(-1).radbrytning || out.at(-1).text !== undefined)) {
    const last = out.at(-1);
    if (last.text !== undefined) last.text = last.text.replace(/[ \t]+$/, "");
    if (last.text) return;
    out.pop();
  }
}
