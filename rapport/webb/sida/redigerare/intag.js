// Another text taken in where a person is writing: block by block, so that what has not become another is not touched,
// and the cursor stays among its words. Blanks at the ends of lines and empty paragraphs are hers, until she has
// written on: the server has them not.
import { blockOf, tillDoc } from "./dokument.js";

/** A transaction that makes a state's text what a document says; null where it is that already. */
export function intag(state, dokument) {
  const changes = [];
  between(state.doc, tillDoc(dokument), 0, changes, state.selection.head);
  if (!changes.length) return null;
  const { tr } = state;
  for (const { from, to, slice, nodes } of changes.reverse()) {
    if (slice) tr.replace(from, to, slice);
    else if (nodes.length) tr.replaceWith(from, to, nodes);
    else tr.delete(from, to);
  }
  return tr;
}

const children = (node) => Array.from({ length: node.childCount }, (_, at) => node.child(at));

// What is to be done with a node's children, the first of which begins at `start`; where the cursor is stays before all.
function between(old, wanted, start, changes, cursor) {
  const [before, after] = [children(old), children(wanted)];
  let [from, next, place] = [0, 0, start];
  const weights = [];
  old.forEach((node, at) => weights.push(start + at <= cursor && cursor <= start + at + node.nodeSize ? 1000 : 1));
  for (const [one, other] of [...common(before.map(key), after.map(key), weights), [before.length, after.length]]) {
    place = gap(before.slice(from, one), after.slice(next, other), place, changes, cursor);
    place += before[one]?.nodeSize ?? 0;
    [from, next] = [one + 1, other + 1];
  }
}

// What has come in the place of what, between two blocks that both have; returns where it ends.
function gap(before, after, start, changes, cursor) {
  const isPaired = before.filter(isFull).length === after.length;
  const left = [...after];
  const done = changes.length;
  let place = start;
  for (const node of before) {
    const end = place + node.nodeSize;
    if (isFull(node) && isPaired) inside(node, left.shift(), place, changes, cursor);
    else if (isFull(node)) changes.push({ from: place, to: end, nodes: left.splice(0) });
    place = end;
  }
  if (left.length) changes.splice(done, 0, { from: start, to: start, nodes: left });
  return place;
}

// What has come in a node that is one of the same kind: only what differs is exchanged. A cell is its one paragraph.
function inside(old, wanted, place, changes, cursor) {
  if (!old.sameMarkup(wanted)) {
    changes.push({ from: place, to: place + old.nodeSize, nodes: [wanted] });
  } else if (old.type.name === "rad" && old.childCount === wanted.childCount) {
    old.forEach((cell, offset, number) => inside(cell, wanted.child(number), place + 1 + offset, changes, cursor));
  } else if (old.type.name.endsWith("cell")) {
    if (key(old) !== key(wanted)) inside(old.firstChild, wanted.firstChild, place + 1, changes, cursor);
  } else if (old.isTextblock || old.isLeaf) {
    wanted = withBlanks(old, wanted, cursor - place - 1);
    const start = old.content.findDiffStart(wanted.content);
    if (start === null) return;
    const { a, b } = old.content.findDiffEnd(wanted.content);
    const overlap = Math.max(0, start - Math.min(a, b));
    const [end, until] = [a + overlap, b + overlap];
    if (start < cursor - place - 1 && cursor - place - 1 < end) return byWords(old, wanted, place + 1, changes, cursor);
    const inNote = [[old, start], [old, end], [wanted, start], [wanted, until]].some(([node, at]) => node.resolve(at).depth > 0);
    const [one, last, other] = inNote ? [0, old.content.size, wanted.content.size] : [start, end, until];
    changes.push({ from: place + 1 + one, to: place + 1 + last, slice: wanted.slice(inNote ? 0 : start, other) });
  } else {
    between(old, wanted, place + 1, changes, cursor);
  }
}

// The blanks that she has just typed last in a paragraph stand last in it still: her next word is a word of its own.
function withBlanks(old, wanted, cursor) {
  const typed = cursor === old.content.size ? /[ \t]*$/.exec(old.lastChild?.text ?? "")[0].length : 0;
  return typed && !/[ \t]$/.test(wanted.lastChild?.text ?? "") ? wanted.copy(wanted.content.append(old.content.cut(old.content.size - typed))) : wanted;
}

// Where others have written both before and after the cursor, all that is the same stays, word by word.
function byWords(old, wanted, start, changes, cursor) {
  const [before, after] = [words(old), words(wanted)];
  const weights = before.map(({ from, to }) => (start + from <= cursor && cursor <= start + to ? 1000 : to - from));
  const same = common(before.map((one) => one.key), after.map((one) => one.key), weights);
  let [from, next] = [0, 0];
  for (const [one, other] of [...same, [before.length, after.length]]) {
    const [first, last, to, until] = [before[from], before[one], after[next], after[other]].map((word, at) => word?.from ?? (at < 2 ? old : wanted).content.size);
    if (first < last || to < until) changes.push({ from: start + first, to: start + last, slice: wanted.slice(to, until) });
    [from, next] = [one + 1, other + 1];
  }
}

// The words of a paragraph, the blanks between them, and what else stands there.
function words(node) {
  const found = [];
  node.forEach((child, offset) => {
    const parts = child.isText ? child.text.match(/\s+|\S+/g) : [child];
    let from = offset;
    for (const part of parts) {
      const to = from + (child.isText ? part.length : child.nodeSize);
      found.push({ from, to, key: JSON.stringify(child.isText ? [part, child.marks] : child) });
      from = to;
    }
  });
  return found;
}

const isFull = (node) => !node.isTextblock || node.content.size > 0;

// What is the same for two nodes that are, but for the blanks at the ends of their lines.
function key(node) {
  const held = node.isTextblock || node.isLeaf ? blockOf(node).map(trimmed) : children(node).filter(isFull).map(key);
  return JSON.stringify([node.type.name, node.attrs, held]);
}

function trimmed({ rad, ...rest }) {
  const lines = [[]];
  for (const one of rad) {
    if (one.radbrytning) lines.push([]);
    else lines.at(-1).push(one);
  }
  const kept = lines.map((line) => edge(edge(line, /^[ \t]+/).reverse(), /[ \t]+$/).reverse());
  while (kept.length && !kept[0].length) kept.shift();
  while (kept.length && !kept.at(-1).length) kept.pop();
  return { ...rest, rad: kept };
}

function edge(line, blanks) {
  const at = line.findIndex((one) => one.text === undefined || one.text.replace(blanks, ""));
  if (at < 0) return [];
  const [first, ...more] = line.slice(at);
  return [first.text === undefined ? first : { ...first, text: first.text.replace(blanks, "") }, ...more];
}

// The pairs of numbers of what is the same, in order, of as much weight as can be.
function common(own, others, weights) {
  const rows = [others.map(() => 0).concat(0)];
  for (let one = own.length - 1; one >= 0; one -= 1) {
    const last = rows[0];
    const row = [...last];
    for (let at = others.length - 1; at >= 0; at -= 1) {
      row[at] = Math.max(last[at], row[at + 1], own[one] === others[at] ? last[at + 1] + weights[one] : 0);
    }
    rows.unshift(row);
  }
  const pairs = [];
  for (let [at, to] = [0, 0]; at < own.length && to < others.length;) {
    if (own[at] === others[to] && rows[at][to] === rows[at + 1][to + 1] + weights[at]) pairs.push([at++, to++]);
    else if (rows[at][to] === rows[at + 1][to]) at += 1;
    else to += 1;
  }
  return pairs;
}
