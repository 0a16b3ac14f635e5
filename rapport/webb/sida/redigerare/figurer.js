// Figures: what an expression gives, seen as a pill. Its expression is never edited as text.
import { closeHistory } from "../karna.js";

// The view of a figure; ``clicked`` is told of its expression, and where it is, and ``said`` when the cursor is on it.
export const figurvy = (clicked, said) => (node, view, getPos) => new Figurvy(node, view, getPos, clicked, said);

const FIGURES = ["figur", "figurtabell"];

// Enter on a figure opens it.
export function oppna(state, dispatch, view) {
  const { node, from } = state.selection;
  if (!node || !FIGURES.includes(node.type.name)) return false;
  if (dispatch) view.nodeDOM(from)?.click();
  return true;
}

class Figurvy {
  constructor(node, view, getPos, clicked, said) {
    Object.assign(this, { view, getPos, said });
    this.isTable = node.type.name === "figurtabell";
    this.dom = document.createElement(this.isTable ? "div" : "span");
    this.dom.contentEditable = "false";
    this.dom.addEventListener("click", () => clicked(this.#told(), this.dom));
    this.update(node);
  }

  update(node) {
    if (this.node && node.type !== this.node.type) return false;
    this.node = node;
    const { uttryck, varde, fel } = node.attrs;
    for (const [name, is] of [["figur", true], ["figurtabell", this.isTable], ["figur-fel", Boolean(fel)]]) this.dom.classList.toggle(name, is);
    this.dom.title = fel ? `${uttryck}: ${fel}` : uttryck;
    this.dom.replaceChildren(...(this.isTable ? tables(varde) : [varde || uttryck]));
    return true;
  }

  // What is told of it: its expression, what is wrong with it, and how it can be made another or taken away.
  #told() {
    const { uttryck, fel } = this.node.attrs;
    const put = (change) => {
      const at = this.getPos();
      if (at === undefined) return false; // it has gone meanwhile
      this.view.dispatch(closeHistory(change(this.view.state.tr, at)));
      this.view.focus();
      return true;
    };
    return {
      uttryck, fel, arTabell: this.isTable,
      byt: ({ figur, varde }) => put((tr, at) => tr.setNodeMarkup(at, null, { uttryck: figur, varde, fel: null })),
      taBort: () => put((tr, at) => tr.delete(at, at + this.node.nodeSize)),
      fokus: () => this.view.focus(),
    };
  }

  selectNode() {
    this.dom.classList.add("vald");
    this.said?.(`Siffra: ${this.isTable ? "en tabell" : this.dom.textContent}. Enter visar var den kommer ifrån.`);
  }

  deselectNode() {
    this.dom.classList.remove("vald");
  }

  stopEvent = (event) => event.type === "click";
  ignoreMutation = () => true;
}

function tables(blocks) {
  return blocks.map((block) => {
    const table = document.createElement("table");
    (block.rader ?? []).forEach((rad, number) => {
      const row = table.insertRow();
      rad.forEach((cell, column) => row.append(cellOf(cell, number === 0, block.just[column])));
    });
    return table;
  });
}

function cellOf(blocks, isHeading, side) {
  const cell = document.createElement(isHeading ? "th" : "td");
  if (side) cell.className = side;
  cell.textContent = blocks.flatMap((one) => (one.rad ?? []).map((piece) => piece.text ?? "")).join("");
  return cell;
}
