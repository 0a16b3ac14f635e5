// Items that came as paragraphs in a row, each with its level, put together as nested lists.

const NUMBER = /^\(?(?:\d+\.)*(\d+|[a-zåäö]{1,2}|[ivxlc]+)[.):]*\)?$/i;
const ROMAN = { i: 1, v: 5, x: 10, l: 50, c: 100 };
const BULLET = /^[•·▪◦‣●○■□▫◼➢➤✓\uf0a7\uf0b7\uf0d8\uf0fc][ \t\u00a0]*(?=\S)/;
const DASH = /^[-–—*][ \t\u00a0]+(?=\S)/;

// What the mark before an item says: is it numbered, with which number, by letters or not. ``format`` is what Word
// says of the level, where it says anything.
export function marke(text, format = "") {
  const mark = text.replace(/[\s\u00a0]+/g, "");
  const match = NUMBER.exec(mark);
  const isBullet = format === "bullet" || !match || mark === "o" || (/^[a-z]$/i.test(mark) && !format);
  if (isBullet) return { ordnad: false, nummer: 1, bokstav: false };
  const sign = match[1].toLowerCase();
  if (/^\d+$/.test(sign)) return { ordnad: true, nummer: Number(sign), bokstav: false };
  const isRoman = format ? format.startsWith("roman") : sign === "i" || sign.length > 1;
  const nummer = isRoman && /^[ivxlc]+$/.test(sign) ? roman(sign) : sign.charCodeAt(0) - 96;
  return { ordnad: true, nummer: nummer > 0 && nummer < 1000 ? nummer : 1, bokstav: true };
}

function roman(sign) {
  const values = [...sign].map((one) => ROMAN[one]);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}

// Items { niva, ordnad, nummer, lista, indrag, block } in a row → lists. A number that goes on is in the same list;
// another list of Word's, set further in, is a list in the item above.
export function listor(items) {
  const done = [];
  const stack = []; // the open lists from the outermost on: { niva, base, list, lista, indrag }
  for (const item of items) {
    const niva = level(item, stack);
    while (stack.length && stack.at(-1).niva > niva) stack.pop();
    if (stack.length && stack.at(-1).niva === niva && !belongs(stack.at(-1), item)) stack.pop();
    if (!stack.length || stack.at(-1).niva < niva) {
      const list = { typ: "lista", ordnad: item.ordnad, start: item.ordnad ? item.nummer : 1, punkter: [] };
      (stack.length ? stack.at(-1).list.punkter.at(-1) : done).push(list);
      stack.push({ niva, base: item.niva, list, lista: item.lista, indrag: item.indrag ?? 0 });
    }
    stack.at(-1).list.punkter.push(item.block);
  }
  return done;
}

function level(item, stack) {
  const same = stack.findLast((one) => one.lista === item.lista && one.base === item.niva && one.list.ordnad === item.ordnad);
  if (same) return same.niva;
  const top = stack.at(-1);
  const isInside = top?.niva === item.niva && !belongs(top, item) && (item.indrag ?? 0) > top.indrag + 5;
  return item.niva + (isInside ? 0.5 : 0);
}

function belongs({ list, lista }, item) {
  if (list.ordnad !== item.ordnad) return false;
  if (!item.ordnad) return true;
  return item.nummer === list.start + list.punkter.length || (lista !== undefined && lista === item.lista && item.nummer !== 1);
}

// Lists in a row that are one: LibreOffice writes each level as a list of its own, as deep (``djup``) as it stands in.
export function ihop(blocks) {
  const out = [];
  let goesOn = false; // whether the list before was parted by deeper ones
  for (const { djup = 0, ...block } of blocks) {
    const last = out.at(-1);
    const isList = block.typ === "lista";
    if (isList && djup && last?.typ === "lista") {
      deepest(last, djup).push(block);
      last.punkter.at(-1).splice(0, Infinity, ...ihop(last.punkter.at(-1)));
      goesOn = true;
    } else if (isList && goesOn && last.ordnad === block.ordnad && (!block.ordnad || block.start === last.start + last.punkter.length)) {
      last.punkter.push(...block.punkter);
    } else {
      out.push(block);
      goesOn = false;
    }
  }
  return out;
}

// The blocks of the last item, so many levels down.
function deepest(list, depth) {
  const blocks = list.punkter.at(-1);
  const inner = blocks.at(-1);
  return depth > 1 && inner?.typ === "lista" ? deepest(inner, depth - 1) : blocks;
}

// Paragraphs that begin with a bullet somebody typed → lists; a dash alone may begin a sentence, two in a row may not.
export function handskrivna(blocks) {
  const out = [];
  for (let at = 0; at < blocks.length; ) {
    const run = [];
    while (at + run.length < blocks.length && bullet(blocks[at + run.length])) run.push(blocks[at + run.length]);
    const isList = run.length > 1 || (run.length === 1 && BULLET.test(first(run[0])));
    if (isList) out.push({ typ: "lista", ordnad: false, start: 1, punkter: run.map((block) => [without(block)]) });
    else out.push(blocks[at]);
    at += isList ? run.length : 1;
  }
  return out;
}

const first = (block) => (block.typ === "stycke" ? block.rad[0]?.text ?? "" : "");
const bullet = (block) => BULLET.test(first(block)) || DASH.test(first(block));

function without(block) {
  const [text, ...rest] = block.rad;
  return { typ: "stycke", rad: [{ ...text, text: text.text.replace(BULLET, "").replace(DASH, "") }, ...rest] };
}
