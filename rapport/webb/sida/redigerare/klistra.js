// Paste: what comes from another program as what it is meant as, in one step that can be undone.
import { DOMSerializer, Fragment, Slice, TextSelection, closeHistory, isInTable } from "../karna.js";
import { tillNoder } from "./dokument.js";
import { tolka, tolkaText } from "./klistra/tolka.js";
import { schema } from "./schema.js";

const OURS = "data-rapport";
const { nodes } = schema;

// What is copied here is known again when it is pasted here: figures and notes come along whole.
export class Utskrift extends DOMSerializer {
  constructor() {
    const made = DOMSerializer.fromSchema(schema);
    super(made.nodes, made.marks);
  }

  serializeFragment(fragment, options, target) {
    const dom = super.serializeFragment(fragment, options, target);
    dom.firstElementChild?.setAttribute(OURS, "");
    return dom;
  }
}

// What a view does with a paste, before the browser reads any of it. ``sagt`` is told in one sentence what did not come
// along; ``las`` is the page's own reader of plain text (a promise of a document), where it has any.
export const klistra = ({ sagt, las }) => {
  const take = (view, event, data) => {
    const [html, text] = [data?.getData("text/html") ?? "", data?.getData("text/plain") ?? ""];
    if (html.includes(OURS)) return false;
    event.preventDefault();
    if (!html && !text) sagt(data?.files?.length ? "Bilder och filer kan inte stå i ett svar." : "Det fanns ingen text att klistra in.");
    else if (html && !isAsText(view)) written(view, html, text, sagt);
    else if (las) las(text).catch(() => tolkaText(text)).then((dokument) => infoga(view, dokument));
    else infoga(view, tolkaText(text));
    return true;
  };
  const drop = (view, event) => {
    const at = view.dragging ? null : view.posAtCoords({ left: event.clientX, top: event.clientY });
    if (!at) return false;
    view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(at.pos))));
    return take(view, event, event.dataTransfer);
  };
  return { paste: (view, event) => take(view, event, event.clipboardData), drop };
};

// Ctrl+Shift+V pastes as text; Shift+Insert is only another way to paste.
const isAsText = (view) => view.input?.shiftKey && view.input.lastKeyCode !== 45;

function written(view, html, text, sagt) {
  const found = tolka(html);
  infoga(view, found.dokument.block.length || !text || found.sagt ? found.dokument : tolkaText(text));
  sagt(found.sagt);
}

// Put a document where the selection is: a lone paragraph as part of the one that is there.
export function infoga(view, dokument) {
  const inNote = view.state.doc.type === nodes.not;
  let content = tillNoder(dokument);
  if (inNote || isInTable(view.state)) content = asLines(content, inNote);
  if (!content.length) return;
  const { from, to } = view.state.selection;
  view.dispatch(closeHistory(view.state.tr.replaceRange(from, to, opened(content))).scrollIntoView().setMeta("paste", true));
}

// Put some words where the cursor is, apart from the word before, and go there.
export function infogaOrd(view, text) {
  const { $from } = view.state.selection;
  const before = $from.parent.textBetween(0, $from.parentOffset, "", "•");
  view.dispatch(view.state.tr.insertText(`${/[^\s(–]$/.test(before) ? " " : ""}${text}`).scrollIntoView());
  view.focus();
}

// Paragraphs at the ends become part of those that are there.
const opened = (content) => new Slice(Fragment.from(content), ...[content[0], content.at(-1)].map((one) => (one.type === nodes.stycke ? 1 : 0)));

// In a note there is room for paragraphs, in a cell for one with line breaks; a note in a note is put in brackets.
function asLines(content, inNote) {
  const plain = (node) => {
    const kept = [];
    node.forEach((child) => kept.push(inNote && child.type === nodes.not ? schema.text(` (${child.textContent})`) : child));
    return kept;
  };
  if (inNote) return inOrder(content).map((node) => nodes.stycke.create(null, plain(node)));
  const joined = inOrder(content).flatMap((node, at) => (at ? [nodes.radbrytning.create(), ...plain(node)] : plain(node)));
  return [nodes.stycke.create(null, joined)];
}

function inOrder(content) {
  return content.flatMap((node) => {
    if (node.type === nodes.stycke) return [node];
    if (node.type === nodes.figurtabell) return [somStycke(node)];
    const found = [];
    node.descendants((child) => {
      if (child.type === nodes.figurtabell) found.push(somStycke(child));
      return child.type === nodes.stycke ? found.push(child) && false : true;
    });
    return found;
  });
}

// A table that an expression makes has no room in a cell or a note: there it is the expression alone, and a finding says
// so. It is not dropped.
function somStycke({ attrs: { uttryck, fel } }) {
  return nodes.stycke.create(null, nodes.figur.create({ uttryck, varde: "", fel }));
}

/** What has been copied here, as there is room for it where it is pasted. */
export function platsatt(slice, view) {
  if (view.state.doc.type !== nodes.not && !isInTable(view.state)) return slice;
  const fitted = (fragment) => {
    const kept = [];
    fragment.forEach((node) => kept.push(node.type === nodes.figurtabell ? somStycke(node) : node.copy(fitted(node.content))));
    return Fragment.from(kept);
  };
  let has = false;
  slice.content.descendants((node) => { has ||= node.type === nodes.figurtabell; });
  return has ? opened([...fitted(slice.content).content]) : slice;
}
