// What came of a paste and the like: said by the toolbar, where it is seen, until it is closed or the next is said.

export class Besked {
  /** `told(text)` is given what is said, too. */
  constructor(told) {
    this.told = told;
    this.dom = Object.assign(document.createElement("div"), { className: "red-besked" });
    this.line = Object.assign(document.createElement("div"), { className: "red-sagt" });
    this.line.setAttribute("role", "status");
    this.button = Object.assign(document.createElement("button"), { type: "button", textContent: "Stäng", hidden: true });
    this.button.addEventListener("click", () => this.sag(""));
    this.dom.append(this.line, this.button);
  }

  sag(text) {
    this.line.textContent = text;
    this.button.hidden = !text;
    if (text) this.told?.(text);
  }
}
