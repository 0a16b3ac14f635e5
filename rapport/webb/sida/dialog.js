// A small window over the page. Escape closes it, and the focus goes back to where it was.
import { el, fyll } from "./dom.js";

/**
 * Open a window; `content` is made by a function that is given how to close it. Returns a promise of what it was closed
 * with, null where it was only closed.
 */
export function dialog(title, content, after = () => document.activeElement) {
  const before = after();
  const made = el("dialog", { class: "fonster smal", "aria-labelledby": "dialog-rubrik" });
  return new Promise((done) => {
    let value = null;
    const close = (given = null) => {
      value = given;
      made.close();
    };
    made.addEventListener("close", () => {
      made.remove();
      const there = before?.isConnected ? before : before?.id && document.getElementById(before.id);
      if (there) there.focus({ preventScroll: true });
      done(value);
    });
    fyll(made, el("h2", { id: "dialog-rubrik" }, title), content(close));
    document.body.append(made);
    made.showModal();
  });
}

/** The buttons of a window, the first of which does what it is there for; ["text", does, attributes]. */
export const knappar = (...all) => el("p", { class: "knappar" }, all.filter(Boolean).map(([text, does, more = {}], at) =>
  el("button", { type: at ? "button" : "submit", class: at ? null : "viktig", onclick: at ? does : null, ...more }, text)));
