// Word's lists: paragraphs that say in their style which list and level they are of, with the mark as text in them.
import { marke } from "./lista.js";

const LIST = /\b(l\d+)\s+level(\d+)/i;

export function isItem(reader, element) {
  const style = reader.stilar.of(element);
  return /^(p|h[1-6]|div|li)$/.test(element.localName) && LIST.test(style["mso-list"] ?? "");
}

// → { niva, ordnad, nummer, lista, indrag, block } of such a paragraph.
export function punkt(reader, element, state) {
  const style = reader.stilar.of(element);
  const [, lista, level] = LIST.exec(style["mso-list"]);
  const said = reader.stilar.lists.get(`${lista}:level${level}`) ?? {};
  const ignored = [...element.querySelectorAll("*")].find((one) => /^ignore$/i.test(reader.stilar.of(one)["mso-list"] ?? ""));
  const format = (said["mso-level-number-format"] ?? "").toLowerCase();
  const found = marke(ignored?.textContent ?? unmarked(said, format), format);
  ignored?.remove();
  if (found.bokstav) reader.bokstaver();
  const bold = /^h[1-6]$/.test(element.localName) ? { fet: true } : {};
  if (bold.fet) reader.bortfall.changed.add("rubriker blev fet text");
  const block = reader.block(element, { ...reader.formatted(element, state), ...bold });
  return { ...found, niva: Number(level), lista, indrag: points(style["margin-left"]), block };
}

// The mark of an item that has none in its text, by what Word says of the list.
function unmarked(said, format) {
  const start = said["mso-level-start-at"] ?? "1";
  return format === "bullet" || (!format && said["mso-level-text"]) ? "·" : `${start}.`;
}

function points(length = "0") {
  const number = parseFloat(length) || 0;
  return length.endsWith("in") ? number * 72 : length.endsWith("cm") ? number * 28.35 : number;
}
