// HTML from the clipboard → the document it is meant as. What an answer cannot hold is left out, and said.
import { Bortfall } from "./bortfall.js";
import { Fotnoter } from "./fotnoter.js";
import { Lasare } from "./lasare.js";
import { Stilar } from "./stil.js";

const LARGEST = 8_000_000;
const TAG = /<[a-z][^<>]*>/gi;
const SHEET = /<style\b[^>]*>([^]*?)<\/style\s*>/gi;

// → { dokument, sagt }: the JSON document, and the sentence on what did not come along ("" if all did).
export function tolka(html) {
  if (html.length > LARGEST) return { dokument: { block: [] }, sagt: "Det kopierade är för stort för att klistras in på en gång." };
  const doc = new DOMParser().parseFromString(html.replace(SHEET, "").replace(TAG, inert), "text/html");
  const stilar = new Stilar([...html.matchAll(SHEET)].map(([, sheet]) => sheet));
  const bortfall = new Bortfall();
  const lasare = new Lasare(stilar, new Fotnoter(doc, stilar), bortfall);
  const block = lasare.block(doc.body);
  return { dokument: { block }, sagt: bortfall.mening() };
}

// A tag whose style and scripts are nothing to the browser: the page's policy would stop them, and say so each time.
const inert = (tag) => tag.replace(/\sstyle\s*=/gi, " data-stil=").replace(/\son\w+\s*=/gi, " data-bort=");

// Plain text: a paragraph for each line, those of letters put together where a blank line parts them.
export function tolkaText(text) {
  const parts = text.replace(/\r\n?/g, "\n").split(/\n[ \t]*\n+/);
  const lines = parts.length > 1 ? parts.map((part) => part.split("\n")) : text.split(/\r\n?|\n/).map((line) => [line]);
  const block = lines
    .map((part) => part.map((line) => line.trim()).filter(Boolean))
    .filter((part) => part.length)
    .map((part) => ({ typ: "stycke", rad: [{ text: part.join(" ").replaceAll("\t", " ") }] }));
  return { block };
}
