// The editor of one answer. `start` puts it in an element; the document is JSON as rapport/webb/dokument.py has it.
import { EditorState, EditorView, TextSelection, gapCursor, history, tableEditing } from "./karna.js";
import { Besked } from "./redigerare/besked.js";
import { franDoc, tillDoc } from "./redigerare/dokument.js";
import { figurvy } from "./redigerare/figurer.js";
import * as fragor from "./redigerare/fragor.js";
import { fynd, fyndVid, givet, iOrdning, markera } from "./redigerare/fynd.js";
import { intag } from "./redigerare/intag.js";
import { Utskrift, infoga, infogaOrd, klistra, platsatt } from "./redigerare/klistra.js";
import * as gor from "./redigerare/kommandon.js";
import { Markdownruta } from "./redigerare/markdown.js";
import { Noter } from "./redigerare/noter.js";
import { tabeller } from "./redigerare/tabeller.js";
import { inmatning, tangenter } from "./redigerare/tangenter.js";
import { utrymme } from "./redigerare/utrymme.js";
import { Verktygsrad } from "./redigerare/verktygsrad.js";

// What sticks at the window's edges covers so much of it, in pixels: the cursor is never left behind that.
const [ABOVE, BELOW] = [150, 90];
const clear = () => ({ top: Math.min(ABOVE, innerHeight / 4), bottom: Math.min(BELOW, innerHeight / 4), left: 5, right: 5 });
const WRITING = { lang: "sv", spellcheck: "true", role: "textbox", "aria-multiline": "true", translate: "no" };

/**
 * Start an editor. onChange(dokument, nummer) is called at every change of the text. `val` may hold
 * namn: what the text is called to a screen reader; beskrivs: the id of what describes it;
 * vidFynd(fynd, element): a marked finding was clicked; vidFigur({uttryck, fel, arTabell, byt, taBort, fokus}, element):
 * a figure was, or Enter was pressed on it;
 * valjFigur(): a promise of {figur, varde} or null; las(text): a promise of a document for pasted plain text;
 * markdown(dokument): a promise of its Markdown; sagt(text): told what was said, besides the line by the toolbar.
 */
export function start(element, dokument, onChange, val = {}) {
  const editor = new Redigerare(element, onChange, val);
  editor.byt(dokument);
  return editor;
}

class Redigerare {
  #number = 0;

  constructor(element, onChange, val) {
    Object.assign(this, { onChange, val });
    this.attributes = { ...WRITING, ...(val.beskrivs && { "aria-describedby": val.beskrivs }) };
    const parts = ["red-top", "red-text", "red-noter"].map((name) => Object.assign(document.createElement("div"), { className: name }));
    [this.top, this.text, this.panel] = parts;
    this.besked = new Besked(val.sagt);
    this.klistra = klistra({ sagt: (text) => this.besked.sag(text), las: val.las });
    this.root = Object.assign(document.createElement("div"), { className: "red" });
    this.root.append(...parts);
    element.replaceChildren(this.root);
    this.markdown = val.markdown ? new Markdownruta(this.root, () => val.markdown(this.dokument()), () => this.bar.update()) : null;
    this.menu = this.#menu();
    this.bar = new Verktygsrad(this.menu, () => this.#active());
    this.top.append(this.bar.dom, this.besked.dom);
    this.figurer = Object.fromEntries(["figur", "figurtabell"].map((name) => [name, figurvy((...told) => val.vidFigur?.(...told), (text) => val.sagt?.(text))]));
    this.noter = new Noter(this.panel, this.attributes, { ...this.menu, lank: (view) => this.#ask(fragor.fragaLank, view), klistra: this.klistra, figurer: this.figurer });
    this.view = this.#view();
    this.root.addEventListener("click", (event) => this.#clicked(event));
    this.root.addEventListener("focusin", (event) => this.#focused(event.target));
  }

  /** The document as it stands. */
  dokument() {
    return franDoc(this.view.state.doc);
  }

  /** Mark findings; returns those whose words are not there. `om` = {dokument, nummer} says what their places are in. */
  visa(list, om) {
    return markera(this.view, list, om);
  }

  /** Put the cursor at a finding, and see that it is seen. */
  gaTill(finding) {
    const there = iOrdning(this.view).find(([, , one]) => one === finding);
    if (!there) return false;
    this.view.dispatch(this.view.state.tr.setSelection(TextSelection.near(this.view.state.doc.resolve(there[0]))).scrollIntoView());
    this.view.focus();
    return true;
  }

  /** Go to the finding after the cursor, or to the first; returns whether there is any. */
  nasta() {
    const all = iOrdning(this.view);
    const next = all.find(([from]) => from > this.view.state.selection.head) ?? all[0];
    if (next && this.gaTill(next[2])) this.val.vidFynd?.(next[2], null);
    return next !== undefined;
  }

  /** Let the text be another; what could be undone is forgotten. */
  byt(dokument) {
    this.view.updateState(this.#state(tillDoc(dokument)));
    this.bar.update();
  }

  /** Whether the text can be changed just now: not in the middle of a letter that takes several keys. */
  kan() {
    return !this.view.composing && ![...this.noter.views].some((one) => one.view.composing);
  }

  /** Take in what others have made of the text. It is not for her to undo, but what `kanAngras`. */
  taIn(dokument, kanAngras = false) {
    const tr = intag(this.view.state, dokument);
    if (tr) this.view.dispatch(tr.setMeta("andras", true).setMeta("addToHistory", kanAngras));
  }

  /** Write text or blocks where the cursor is. */
  infoga(dokument) {
    infoga(this.#active(), dokument);
  }

  /** Write some words where the cursor is, apart from the word before; last where nobody has been in the text. */
  infogaOrd(text) {
    const view = this.#active();
    if (!this.last) view.dispatch(view.state.tr.setSelection(TextSelection.atEnd(view.state.doc)));
    infogaOrd(view, text);
  }

  fokus() {
    this.view.focus();
  }

  stopp() {
    this.view.destroy();
    this.root.remove();
  }

  #state(doc) {
    const plugins = [
      inmatning, ...tangenter(this.menu), history(), gapCursor(), tableEditing(), tabeller(), fynd(), this.noter.plugin,
      utrymme((text) => this.besked.sag(text)),
    ];
    return EditorState.create({ doc, plugins });
  }

  #view() {
    return new EditorView({ mount: this.text }, {
      state: this.#state(tillDoc({ block: [] })),
      attributes: { ...this.attributes, "aria-label": this.val.namn ?? "Svar" },
      clipboardSerializer: new Utskrift(),
      transformPasted: platsatt,
      scrollThreshold: clear(),
      scrollMargin: clear(),
      nodeViews: { ...this.figurer, not: this.noter.nodeView },
      handleDOMEvents: this.klistra,
      dispatchTransaction: (tr) => this.#dispatch(tr),
    });
  }

  #dispatch(tr) {
    const number = tr.docChanged ? ++this.#number : 0;
    const { state, transactions } = this.view.state.applyTransaction(number ? givet(tr, number) : tr);
    if (!transactions.length) return; // there is no room for it
    this.view.updateState(state);
    this.bar.update();
    if (number && !tr.getMeta("andras")) this.onChange(this.dokument(), number);
    if (number) this.markdown?.changed();
  }

  // The view that is written in, or was when the toolbar was gone to: the text's own, or that of a note.
  #active() {
    return this.last && !this.last.isDestroyed ? this.last : this.view;
  }

  #focused(target) {
    const views = [this.view, ...[...this.noter.views].map((one) => one.view)];
    this.last = views.find((one) => one.dom.contains(target)) ?? this.last;
    this.bar.update();
  }

  #menu() {
    const asks = (question, ...rest) => (state, dispatch) => (dispatch && this.#ask(question, this.#active(), ...rest), true);
    return {
      lank: asks(fragor.fragaLank),
      tabell: asks(fragor.fragaTabell),
      figur: (state, dispatch) => asks(fragor.fragaFigur, this.val.valjFigur)(state, dispatch),
      fotnot: (state, dispatch) => this.#note(state, dispatch),
      verktyg: () => (this.bar.focus(), true),
      nasta: () => this.nasta(),
      sagt: (text) => this.besked.sag(text),
      ...(this.markdown && { markdown: (state, dispatch) => (dispatch && this.markdown.toggle(), true), visarMarkdown: () => this.markdown.isOpen }),
    };
  }

  #ask(question, view, ...rest) {
    question(this.top, view, () => view.focus(), ...rest);
  }

  #note(state, dispatch) {
    if (state !== this.view.state) return false; // no notes in notes
    if (!dispatch) return gor.fotnot(state);
    const at = state.selection.to;
    const done = gor.fotnot(state, dispatch);
    setTimeout(() => this.noter.at(at)?.focus());
    return done;
  }

  #clicked(event) {
    const finding = fyndVid(this.view, event.target);
    if (finding) this.val.vidFynd?.(finding, event.target.closest("[data-fynd]"));
  }
}
