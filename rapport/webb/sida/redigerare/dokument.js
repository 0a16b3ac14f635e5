// The document as the server has it (JSON, rapport/webb/dokument.py) ⇄ the editor's own.
import { schema } from "./schema.js";

const { nodes, marks } = schema;

// What the server has read is the same object for as long as nobody has edited anything.
const known = new WeakMap();

export function tillDoc(dokument) {
  const doc = nodes.doc.create(null, orEmpty(dokument.block.flatMap(block)));
  known.set(doc, dokument);
  return doc;
}

export function franDoc(doc) {
  return known.get(doc) ?? { block: blocks(doc) };
}

// The nodes of some blocks, for what is pasted.
export const tillNoder = (dokument) => dokument.block.flatMap(block);

const orEmpty = (content) => (content.length ? content : [nodes.stycke.create()]);

function block(one) {
  if (one.typ === "lista") return [list(one)];
  if (one.typ === "tabell") return [table(one)];
  const figure = one.rad.length === 1 && Array.isArray(one.rad[0].varde) ? one.rad[0] : null;
  if (figure) return [nodes.figurtabell.create({ uttryck: figure.figur, varde: figure.varde, fel: figure.fel ?? null })];
  return [nodes.stycke.create(null, one.rad.map(inline))];
}

function list({ ordnad, start, punkter }) {
  const items = punkter.map((punkt) => nodes.punkt.create(null, orEmpty(punkt.flatMap(block))));
  return ordnad ? nodes.nummerlista.create({ start }, items) : nodes.punktlista.create(null, items);
}

function table({ just, rader }) {
  const rows = rader.map((rad, number) => {
    const kind = number ? nodes.cell : nodes.rubrikcell;
    return nodes.rad.create(null, rad.map((cell, column) => kind.create({ just: just[column] }, inCell(cell))));
  });
  return nodes.tabell.create(null, rows);
}

// A cell is one paragraph: Markdown has no more room there.
function inCell(blocks) {
  const lines = blocks.flatMap(lineOf);
  const content = lines.flatMap((line, number) => (number ? [nodes.radbrytning.create(), ...line] : line));
  return nodes.stycke.create(null, content);
}

function lineOf(one) {
  if (one.typ === "stycke") return [one.rad.map(inline)];
  return (one.punkter ?? one.rader.flat()).flatMap((inner) => inner.flatMap(lineOf));
}

function inline(one) {
  if (one.radbrytning) return nodes.radbrytning.create();
  if (one.not) return nodes.not.create(null, orEmpty(one.not.flatMap(block)));
  const formatting = [
    ...(one.href ? [marks.lank.create({ href: one.href })] : []),
    ...(one.fet ? [marks.fet.create()] : []),
    ...(one.kursiv ? [marks.kursiv.create()] : []),
  ];
  if (one.figur === undefined) return schema.text(one.text, formatting);
  const varde = Array.isArray(one.varde) ? "" : one.varde ?? "";
  return nodes.figur.create({ uttryck: one.figur, varde, fel: one.fel ?? null }, null, formatting);
}

const children = (node) => Array.from({ length: node.childCount }, (_, number) => node.child(number));
const blocks = (node) => children(node).flatMap(blockOf);

// A node as the server has it: in a list, which is empty for a paragraph without words.
export function blockOf(node) {
  switch (node.type) {
    case nodes.stycke:
      return node.childCount ? [{ typ: "stycke", rad: children(node).flatMap(inlineOf) }].filter((p) => p.rad.length) : [];
    case nodes.figurtabell:
      return [{ typ: "stycke", rad: [figure(node)] }];
    case nodes.tabell:
      return [tableOf(node)];
    default: {
      const ordnad = node.type === nodes.nummerlista;
      return [{ typ: "lista", ordnad, start: ordnad ? node.attrs.start : 1, punkter: children(node).map(blocks) }];
    }
  }
}

function tableOf(node) {
  const rader = children(node).map((row) => children(row).map(blocks));
  const columns = Math.max(...rader.map((rad) => rad.length));
  const just = Array.from({ length: columns }, (_, column) => node.firstChild.maybeChild(column)?.attrs.just ?? "");
  return { typ: "tabell", just, rader: rader.map((rad) => [...rad, ...Array(columns - rad.length).fill([])]) };
}

function inlineOf(node) {
  if (node.type === nodes.radbrytning) return [{ radbrytning: true }];
  if (node.type === nodes.not) return [{ not: blocks(node) }].filter((one) => one.not.length);
  return [{ ...(node.isText ? { text: node.text } : figure(node)), ...formattingOf(node) }];
}

function figure(node) {
  const { uttryck, varde, fel } = node.attrs;
  return { figur: uttryck, varde, ...(fel && { fel }) };
}

function formattingOf(node) {
  const link = marks.lank.isInSet(node.marks);
  return {
    ...(marks.fet.isInSet(node.marks) && { fet: true }),
    ...(marks.kursiv.isInSet(node.marks) && { kursiv: true }),
    ...(link && { href: link.attrs.href }),
  };
}
