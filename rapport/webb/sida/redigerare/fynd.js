// The findings of an answer, marked on exactly their words for as long as those stand there.
import { Decoration, DecorationSet, Mapping, Plugin, PluginKey } from "../karna.js";
import { omfang, platser } from "./klartext.js";

const KEY = new PluginKey("fynd");
const REMEMBERED = 40; // documents given away whose findings may still come

export const fynd = () =>
  new Plugin({
    key: KEY,
    state: {
      init: (_, { doc }) => ({ set: DecorationSet.empty, given: [{ number: 0, doc, mapping: new Mapping() }], list: [] }),
      apply(tr, was) {
        const told = tr.getMeta(KEY);
        if (told?.list) return { ...was, list: told.list, set: told.set };
        const given = tr.docChanged ? was.given.map((one) => ({ ...one, mapping: appended(one.mapping, tr.mapping) })) : was.given;
        const all = told?.number ? [...given, { number: told.number, doc: tr.doc, mapping: new Mapping() }].slice(-REMEMBERED) : given;
        return { ...was, given: all, set: tr.docChanged ? was.set.map(tr.mapping, tr.doc) : was.set };
      },
    },
    props: { decorations: (state) => KEY.getState(state).set },
  });

function appended(mapping, more) {
  const longer = mapping.slice(0);
  longer.appendMapping(more);
  return longer;
}

// Note that a document has been given away under a number, so that its findings can be placed when they come.
export const givet = (tr, number) => tr.setMeta(KEY, { number });

// Mark findings { start, slut, niva, … }; ``dokument`` is the text that their places are in, as the server has it, and
// ``nummer`` says after which change it was sent. Returns those whose words are not there any longer.
export function markera(view, list, { dokument, nummer } = {}) {
  const { given } = KEY.getState(view.state);
  const known = given.findLast((one) => nummer === undefined || one.number === nummer);
  const [doc, mapping] = known ? [known.doc, known.mapping] : [view.state.doc, new Mapping()];
  const places = platser(doc, dokument);
  const lost = [];
  const found = list.flatMap((one, number) => {
    const spans = Number.isInteger(one.start) ? omfang(places, one.start, one.slut).map((span) => moved(span, mapping)) : [];
    const kept = spans.filter((span) => span.from < span.to);
    if (!kept.length) lost.push(one);
    return kept.map((span) => decoration(span, one, number));
  });
  view.dispatch(view.state.tr.setMeta(KEY, { list, set: DecorationSet.create(view.state.doc, found) }).setMeta("addToHistory", false));
  return lost;
}

const moved = (span, mapping) => ({ ...span, from: mapping.map(span.from, 1), to: mapping.map(span.to, -1) });

function decoration({ from, to, isAtom }, one, number) {
  const attributes = { class: `fynd fynd-${one.niva ?? "info"}`, "data-fynd": String(number), title: one.text ?? "" };
  return isAtom ? Decoration.node(from, to, attributes) : Decoration.inline(from, to, { ...attributes, nodeName: "mark" });
}

// The finding that something on the page is the mark of.
export function fyndVid(view, element) {
  const marked = element.closest?.("[data-fynd]");
  return marked ? KEY.getState(view.state).list[Number(marked.dataset.fynd)] : undefined;
}

// Where the findings stand, in order: [[position, finding]…].
export function iOrdning(view) {
  const { set, list } = KEY.getState(view.state);
  const spans = set.find().map((one) => [one.from, one.to, list[Number(one.type.attrs["data-fynd"])]]);
  return spans.sort((a, b) => a[0] - b[0]);
}
