// The answer as Markdown, as it stands in the file: shown when somebody asks for it.

const PAUSE = 300; // milliseconds without a key before it is fetched anew

export class Markdownruta {
  constructor(root, fetched, told) {
    Object.assign(this, { root, fetched, told, isOpen: false, waiting: 0, dom: document.createElement("pre") });
    this.dom.className = "red-markdown";
    this.dom.tabIndex = 0;
    this.dom.setAttribute("role", "region");
    this.dom.setAttribute("aria-label", "Svaret som Markdown");
  }

  toggle() {
    this.isOpen = !this.isOpen;
    if (this.isOpen) this.root.append(this.dom);
    else this.dom.remove();
    void this.#show().then(() => this.isOpen && this.dom.scrollIntoView({ block: "nearest" })); // it stands last
    this.told();
  }

  changed() {
    clearTimeout(this.waiting);
    if (this.isOpen) this.waiting = setTimeout(() => this.#show(), PAUSE);
  }

  async #show() {
    if (!this.isOpen) return;
    try {
      this.dom.textContent = await this.fetched();
    } catch {
      this.dom.textContent = "Svaret kunde inte visas som Markdown just nu.";
    }
  }
}
