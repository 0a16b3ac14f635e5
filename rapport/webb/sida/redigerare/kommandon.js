// What can be done with the text: each is (state, dispatch) → whether it can be done here.
import {
  CellSelection, TextSelection, addRowAfter, chainCommands, closeHistory, goToNextCell, isInTable,
  liftListItem, selectedRect, selectionCell, sinkListItem, splitListItem, toggleMark, wrapInList,
} from "../karna.js";
import { schema } from "./schema.js";

const { nodes, marks } = schema;
const LISTS = [nodes.punktlista, nodes.nummerlista];

export const fet = toggleMark(marks.fet);
export const kursiv = toggleMark(marks.kursiv);
export const skjutIn = sinkListItem(nodes.punkt);
export const skjutUt = liftListItem(nodes.punkt);

// The innermost list around the selection, { node, pos }, or null.
export function listaRunt(state) {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (LISTS.includes(node.type)) return { node, pos: $from.before(depth) };
  }
  return null;
}

// A list of one kind: made of paragraphs, changed from the other kind, or taken away where it is there already.
export const lista = (type) => (state, dispatch) => {
  const around = listaRunt(state);
  if (!around) return wrapInList(type)(state, dispatch);
  if (around.node.type === type) return skjutUt(state, dispatch);
  dispatch?.(state.tr.setNodeMarkup(around.pos, type).scrollIntoView());
  return true;
};

export function radbrytning(state, dispatch) {
  if (!state.selection.$from.parent.inlineContent) return false;
  dispatch?.(state.tr.replaceSelectionWith(nodes.radbrytning.create(), false).scrollIntoView());
  return true;
}

// Enter: a new item in a list, a new line in a cell.
export const nyRad = chainCommands((state, dispatch) => isInTable(state) && radbrytning(state, dispatch), splitListItem(nodes.punkt));

// Tab in a table goes to the next cell; from the last one it makes a row, as in Word.
export const tabb = chainCommands(goToNextCell(1), (state, dispatch, view) => {
  if (!isInTable(state)) return false;
  if (dispatch) {
    addRowAfter(state, dispatch);
    goToNextCell(1)(view.state, dispatch);
  }
  return true;
}, listTab(skjutIn));
export const tabbTillbaka = chainCommands(goToNextCell(-1), (state) => isInTable(state), listTab(skjutUt));

// In a list Tab is always the list's: an item that cannot be moved keeps the cursor where it is.
function listTab(command) {
  return (state, dispatch) => command(state, dispatch) || listaRunt(state) !== null;
}

// A table with a heading row, where the cursor is; a paragraph follows it to write on in.
export const nyTabell = (rows, columns) => (state, dispatch) => {
  const { $from } = state.selection;
  if (isInTable(state) || $from.parent.type !== nodes.stycke || $from.depth === 0) return false;
  if (dispatch) {
    const row = (kind) => nodes.rad.create(null, Array.from({ length: columns }, () => kind.createAndFill()));
    const table = nodes.tabell.create(null, Array.from({ length: rows }, (_, at) => row(at ? nodes.cell : nodes.rubrikcell)));
    const isEmpty = !$from.parent.content.size;
    const at = isEmpty ? $from.before() : $from.after();
    const tr = isEmpty ? state.tr.replaceWith(at, $from.after(), table) : state.tr.insert(at, table);
    const after = at + table.nodeSize;
    if (tr.doc.resolve(after).nodeAfter?.type !== nodes.stycke) tr.insert(after, nodes.stycke.create());
    dispatch(closeHistory(tr.setSelection(TextSelection.near(tr.doc.resolve(at + 3)))).scrollIntoView());
  }
  return true;
};

// How the column of the cursor, or those selected, are set.
export const justera = (just) => (state, dispatch) => {
  if (!isInTable(state)) return false;
  const rect = selectedRect(state);
  if (dispatch) {
    const cells = rect.map.cellsInRect({ left: rect.left, right: rect.right, top: 0, bottom: rect.map.height });
    const tr = state.tr;
    for (const pos of cells) tr.setNodeAttribute(rect.tableStart + pos, "just", just);
    dispatch(tr);
  }
  return true;
};

export const justering = (state) => (isInTable(state) ? selectionCell(state).nodeAfter.attrs.just : null);

// A note at the cursor, empty; not within a note, and not where a table's cells are selected.
export function fotnot(state, dispatch) {
  const { selection } = state;
  if (selection instanceof CellSelection || !selection.$to.parent.inlineContent) return false;
  const note = nodes.not.createAndFill();
  dispatch?.(closeHistory(state.tr.insert(selection.to, note)).scrollIntoView());
  return true;
}

export const infogaFigur = (uttryck, varde = "") => (state, dispatch) => {
  const { $from, from } = state.selection;
  if (!$from.parent.inlineContent) return false;
  const tr = state.tr.replaceSelectionWith(nodes.figur.create({ uttryck, varde }));
  dispatch?.(closeHistory(tr.setSelection(TextSelection.create(tr.doc, from + 1))).scrollIntoView());
  return true;
};

// The link at the cursor: { href, from, to }, or null.
export function lankVid(state) {
  const { $from } = state.selection;
  const parent = $from.parent;
  const at = $from.parentOffset;
  let found = null;
  parent.forEach((node, offset) => {
    const mark = marks.lank.isInSet(node.marks);
    const [from, to] = [offset, offset + node.nodeSize].map((one) => one + $from.start());
    if (!mark) return;
    if (found && found.to === from && found.href === mark.attrs.href) found.to = to;
    else if (!found || found.to < $from.pos) found = { href: mark.attrs.href, from, to };
  });
  return found && found.from <= $from.start() + at && $from.start() + at <= found.to ? found : null;
}

// A link on a stretch of text; ``href`` null takes it away, ``text`` is written where nothing is selected.
export const lank = (href, { from, to }, text = "") => (state, dispatch) => {
  const tr = state.tr;
  if (from === to && text) {
    tr.insert(from, schema.text(text, state.storedMarks ?? state.selection.$from.marks()));
    tr.addMark(from, from + text.length, marks.lank.create({ href }));
  } else {
    tr.removeMark(from, to, marks.lank);
    if (href) tr.addMark(from, to, marks.lank.create({ href }));
  }
  dispatch?.(closeHistory(tr).scrollIntoView());
  return true;
};

export const harMark = (state, type) => {
  const { from, $from, to, empty } = state.selection;
  return empty ? Boolean(type.isInSet(state.storedMarks ?? $from.marks())) : state.doc.rangeHasMark(from, to, type);
};
