// Footnotes: a number where the mark stands, the note's own text below, written in as everything else.
// Every step in a note is a step in the whole text, so undo goes over both.
import { EditorState, EditorView, Fragment, Plugin, Slice, StepMap, TextSelection, redo, undo } from "../karna.js";
import { platsatt } from "./klistra.js";
import { schema } from "./schema.js";
import { nottangenter } from "./tangenter.js";

// The notes of one editor: ``panel`` is where their texts are shown.
export class Noter {
  constructor(panel, attributes, opens) {
    Object.assign(this, { panel, attributes, opens, views: new Set() });
    this.list = Object.assign(document.createElement("ol"), { className: "noter" });
    this.heading = Object.assign(document.createElement("p"), { className: "notrubrik", textContent: "Fotnoter" });
    panel.append(this.heading, this.list);
    this.#settle();
  }

  nodeView = (node, view, getPos, _, inner) => new Notvy(this, node, view, getPos, inner);

  get plugin() {
    const view = () => {
      this.#settle();
      return { update: () => this.#settle() };
    };
    return new Plugin({ view });
  }

  // The view of the note at a place.
  at(position) {
    return [...this.views].find((one) => one.getPos() === position);
  }

  // Numbers in the order of the text, and the notes' texts in it too.
  #settle() {
    const order = [...this.views].filter((one) => one.getPos() !== undefined).sort((a, b) => a.getPos() - b.getPos());
    this.panel.hidden = !order.length;
    order.forEach((one, at) => {
      one.number(at + 1);
      if (this.list.children[at] !== one.item) this.list.insertBefore(one.item, this.list.children[at] ?? null);
    });
  }
}

class Notvy {
  constructor(noter, node, outer, getPos, inner) {
    Object.assign(this, { noter, node, outer, getPos, inner });
    this.mark = button("notmark", "", () => this.focus());
    this.mark.tabIndex = -1;
    this.dom = Object.assign(document.createElement("sup"), { className: "not", contentEditable: "false" });
    this.dom.append(this.mark);
    this.item = document.createElement("li");
    this.back = button("nottill", "↩", () => this.leave());
    this.gone = button("notbort", "Ta bort", () => this.remove());
    const text = Object.assign(document.createElement("div"), { className: "nottext" });
    this.item.append(text, this.back, this.gone);
    this.view = this.#view(text, node);
    noter.views.add(this);
  }

  #view(mount, node) {
    const on = (command) => () => command(this.outer.state, this.outer.dispatch) || true;
    const ut = () => this.leave() || true;
    const lank = () => this.noter.opens.lank(this.view) || true;
    const plugins = nottangenter({ angra: on(undo), gorOm: on(redo), ut, lank, verktyg: this.noter.opens.verktyg, sagt: this.noter.opens.sagt });
    return new EditorView({ mount }, {
      state: EditorState.create({ doc: node, plugins }),
      attributes: () => ({ ...this.noter.attributes, "aria-label": `Fotnot ${this.mark.textContent}` }),
      dispatchTransaction: (tr) => this.#dispatch(tr),
      decorations: () => this.inner,
      handleDOMEvents: this.noter.opens.klistra,
      transformPasted: (given, view) => {
        const slice = platsatt(given, view);
        return new Slice(withoutNotes(slice.content), slice.openStart, slice.openEnd);
      },
      nodeViews: this.noter.opens.figurer,
    });
  }

  #dispatch(tr) {
    const { state, transactions } = this.view.state.applyTransaction(tr);
    if (tr.getMeta("utifran")) return this.view.updateState(state);
    const at = this.getPos() + 1;
    const outer = this.outer.state.tr;
    for (const one of transactions) for (const step of one.steps) outer.step(step.map(StepMap.offset(at)));
    if (!this.outer.state.applyTransaction(outer).transactions.length) return; // there is no room for it in the whole
    this.view.updateState(state);
    if (outer.docChanged) this.outer.dispatch(outer);
  }

  number(number) {
    if (this.mark.textContent === String(number)) return;
    this.mark.textContent = String(number);
    this.mark.setAttribute("aria-label", `Fotnot ${number}`);
    this.back.setAttribute("aria-label", `Tillbaka till texten från fotnot ${number}`);
    this.gone.setAttribute("aria-label", `Ta bort fotnot ${number}`);
    this.view.setProps({});
  }

  focus() {
    this.view.dispatch(this.view.state.tr.setSelection(TextSelection.atEnd(this.view.state.doc)).setMeta("utifran", true));
    this.view.focus();
    this.item.scrollIntoView({ block: "center" }); // clear of what sticks at the window's edges
  }

  // Out of the note, to where its mark stands.
  leave() {
    const { state } = this.outer;
    const after = this.getPos() + this.node.nodeSize;
    this.outer.dispatch(state.tr.setSelection(TextSelection.near(state.doc.resolve(after), 1)).scrollIntoView());
    this.outer.focus();
  }

  remove() {
    const at = this.getPos();
    this.outer.dispatch(this.outer.state.tr.delete(at, at + this.node.nodeSize));
    this.outer.focus();
  }

  update(node, _, inner) {
    if (node.type !== schema.nodes.not) return false;
    Object.assign(this, { node, inner });
    const { state } = this.view;
    const start = node.content.findDiffStart(state.doc.content);
    if (start === null) {
      this.view.updateState(state); // its marks may be others
      return true;
    }
    let { a, b } = node.content.findDiffEnd(state.doc.content);
    const overlap = start - Math.min(a, b);
    if (overlap > 0) [a, b] = [a + overlap, b + overlap];
    this.view.dispatch(state.tr.replace(start, b, node.slice(start, a)).setMeta("utifran", true));
    return true;
  }

  destroy() {
    const isWrittenIn = this.view.hasFocus();
    this.noter.views.delete(this);
    this.view.destroy();
    this.item.remove();
    if (isWrittenIn) setTimeout(() => this.outer.isDestroyed || this.outer.focus()); // undone while it was written in
  }

  selectNode() {
    this.dom.classList.add("vald");
  }

  deselectNode() {
    this.dom.classList.remove("vald");
  }

  stopEvent = (event) => event.type === "click" || event.type === "mousedown";
  ignoreMutation = () => true;
}

// There are no notes in notes: what one says is put in brackets.
function withoutNotes(fragment) {
  const kept = [];
  fragment.forEach((node) => {
    const isNote = node.type === schema.nodes.not;
    kept.push(isNote ? schema.text(` (${node.textContent})`) : node.isText ? node : node.copy(withoutNotes(node.content)));
  });
  return Fragment.from(kept);
}

function button(name, text, action) {
  const made = Object.assign(document.createElement("button"), { type: "button", className: name, textContent: text });
  made.addEventListener("click", action);
  return made;
}
