// What keeps a table a table of ours: the first row is its headings, and a column is set alike all through.
import { Plugin } from "../karna.js";
import { schema } from "./schema.js";

const { nodes } = schema;

export const tabeller = () =>
  new Plugin({
    appendTransaction(transactions, _, state) {
      if (!transactions.some((tr) => tr.docChanged)) return null;
      const tr = state.tr;
      state.doc.descendants((node, pos) => {
        if (node.type === nodes.tabell) mended(node, pos, tr);
        return node.type !== nodes.tabell && node.type !== nodes.stycke;
      });
      return tr.docChanged ? tr : null;
    },
  });

function mended(table, pos, tr) {
  table.forEach((row, rowAt, number) => {
    const kind = number ? nodes.cell : nodes.rubrikcell;
    row.forEach((cell, cellAt, column) => {
      const just = table.firstChild.maybeChild(column)?.attrs.just ?? "";
      const isRight = cell.type === kind && cell.attrs.just === just;
      if (!isRight) tr.setNodeMarkup(pos + 1 + rowAt + 1 + cellAt, kind, { ...cell.attrs, just });
    });
  });
}
