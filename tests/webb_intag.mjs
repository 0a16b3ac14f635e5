// One text taken in over another, where somebody writes: node webb_intag.mjs < [[before, after]…] as documents. Says of
// each what the text is then, what it should be, what stands before the cursor, and whether the paragraph with the cursor
// is the same object still. A third text may say after which words of the first paragraph the cursor is.
import { readFileSync } from "node:fs";

const SIDA = new URL("../rapport/webb/sida/", import.meta.url);
const { EditorState, TextSelection } = await import(new URL("karna.js", SIDA));
const { franDoc, tillDoc } = await import(new URL("redigerare/dokument.js", SIDA));
const { intag } = await import(new URL("redigerare/intag.js", SIDA));

const asJson = (doc) => franDoc(doc.copy(doc.content));

const said = JSON.parse(readFileSync(0, "utf8")).map(([before, after, vid]) => {
  let state = EditorState.create({ doc: tillDoc(before) });
  let place = null;
  state.doc.descendants((node, at) => {
    if (node.isTextblock && node.textContent.startsWith("Här skriver hon ")) place ??= at + 1 + node.content.size;
  });
  if (vid) place = 1 + state.doc.firstChild.textContent.indexOf(vid) + vid.length;
  state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, place)));
  const own = state.selection.$head.parent;
  const tr = intag(state, after);
  const now = tr ? state.apply(tr) : state;
  now.doc.check();
  const { $head } = now.selection;
  const fore = $head.parent.textBetween(0, $head.parentOffset);
  return { fore, har: asJson(now.doc), ska: asJson(tillDoc(after)), ord: $head.parent === own && $head.parentOffset === own.content.size };
});
process.stdout.write(JSON.stringify(said));
