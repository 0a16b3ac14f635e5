// The toolbar: what the form allows and nothing else. One stop for Tab; the arrows go between its buttons.
import { redo, undo, undoDepth, redoDepth } from "../karna.js";
import * as gor from "./kommandon.js";
import { schema } from "./schema.js";

const { nodes, marks } = schema;

// Each button: its name, its keys, what it does, whether it is on, whether it can be used.
const buttons = (menu) => [
  [
    { text: "Fet", stil: "fet", keys: "Control+B", does: gor.fet, on: (state) => gor.harMark(state, marks.fet) },
    { text: "Kursiv", stil: "kursiv", keys: "Control+I", does: gor.kursiv, on: (state) => gor.harMark(state, marks.kursiv) },
  ],
  [
    { text: "Punktlista", keys: "Control+Shift+L", does: gor.lista(nodes.punktlista), on: inList(nodes.punktlista) },
    { text: "Numrerad lista", keys: "Control+Shift+7", does: gor.lista(nodes.nummerlista), on: inList(nodes.nummerlista) },
    { text: "Öka indrag", keys: "Tab", does: gor.skjutIn },
    { text: "Minska indrag", keys: "Shift+Tab", does: gor.skjutUt },
  ],
  [
    { text: "Tabell", does: menu.tabell, opens: true },
    { text: "Länk", keys: "Control+K", does: menu.lank, opens: true, on: (state) => gor.lankVid(state) !== null },
    { text: "Fotnot", keys: "Control+Alt+F", does: menu.fotnot },
    { text: "Sätt in siffra", does: menu.figur, opens: true },
  ],
  [
    { text: "Ångra", keys: "Control+Z", does: undo, can: (state) => undoDepth(state) > 0 },
    { text: "Gör om", keys: "Control+Y", does: redo, can: (state) => redoDepth(state) > 0 },
  ],
  ...(menu.markdown ? [[{ text: "Visa Markdown", does: menu.markdown, on: menu.visarMarkdown }]] : []),
];

const inList = (type) => (state) => gor.listaRunt(state)?.node.type === type;
const shown = (keys) => keys.replace("Control", "Ctrl").replaceAll("Shift", "Skift");

export class Verktygsrad {
  // ``active`` gives the view that is written in: the text's, or a note's.
  constructor(menu, active) {
    this.active = active;
    this.dom = Object.assign(document.createElement("div"), { className: "red-rad" });
    this.dom.setAttribute("role", "toolbar");
    this.dom.setAttribute("aria-label", "Utformning");
    this.all = buttons(menu).flatMap((group) => this.#group(group));
    this.all[0].element.tabIndex = 0;
    this.dom.addEventListener("keydown", (event) => this.#keys(event));
    this.dom.addEventListener("mousedown", (event) => event.preventDefault()); // the cursor stays in the text
  }

  update() {
    const { state } = this.active();
    for (const { element, does, on, can, opens } of this.all) {
      if (on) element.setAttribute("aria-pressed", String(Boolean(on(state))));
      const usable = can ? can(state) : opens || does(state);
      element.setAttribute("aria-disabled", String(!usable));
    }
  }

  focus() {
    this.all.find((one) => one.element.tabIndex === 0).element.focus();
  }

  #group(group) {
    const box = Object.assign(document.createElement("div"), { className: "red-grupp" });
    box.setAttribute("role", "group");
    this.dom.append(box);
    return group.map((one) => ({ ...one, element: this.#button(box, one) }));
  }

  #button(box, { text, stil, keys, does, on }) {
    const made = Object.assign(document.createElement("button"), { type: "button", textContent: text, tabIndex: -1 });
    if (stil) made.classList.add(`red-${stil}`);
    if (keys) made.setAttribute("aria-keyshortcuts", keys);
    if (on) made.setAttribute("aria-pressed", "false");
    made.title = keys ? `${text} (${shown(keys)})` : text;
    made.addEventListener("click", () => {
      const view = this.active();
      if (made.getAttribute("aria-disabled") === "true") return;
      does(view.state, view.dispatch, view);
      if (!made.getRootNode().querySelector(".red-ruta")) view.focus();
    });
    box.append(made);
    return made;
  }

  #keys(event) {
    const at = this.all.findIndex((one) => one.element === document.activeElement);
    const steps = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 };
    if (event.key === "Escape") this.active().focus();
    else if (event.key in steps) this.#go(steps[event.key]);
    else return;
    event.preventDefault();
  }

  #go(number) {
    const next = this.all.at(number % this.all.length).element;
    for (const { element } of this.all) element.tabIndex = element === next ? 0 : -1;
    next.focus();
  }
}
