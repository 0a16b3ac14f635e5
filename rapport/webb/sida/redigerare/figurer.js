// Figures: what an expression gives, seen as a pill. Its expression is never edited as text.

// The view of a figure; ``clicked`` is told of its expression, and where it is.
export const figurvy = (clicked) => (node) => new Figurvy(node, clicked);

class Figurvy {
  constructor(node, clicked) {
    this.isTable = node.type.name === "figurtabell";
    this.dom = document.createElement(this.isTable ? "div" : "span");
    this.dom.contentEditable = "false";
    this.dom.addEventListener("click", () => clicked({ uttryck: this.node.attrs.uttryck, fel: this.node.attrs.fel }, this.dom));
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
