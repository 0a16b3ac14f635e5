// A choice that the server said no to: what happened and why, kept so that it can be made again.
import { el, fyll } from "./dom.js";

/** What shows it in an element: visa(what, error, again), where again() makes the choice once more; bort() takes it away. */
export function nekat(place) {
  const bort = () => fyll(place);
  return {
    bort,
    visa(vad, error, igen) {
      fyll(place, el("section", { class: "ruta error", role: "alert", "aria-label": "Det gick inte" },
        el("p", {}, el("b", {}, vad), ` ${error.message}`),
        el("p", { class: "knappar" },
          el("button", { type: "button", class: "viktig", id: "nekat-igen", onclick: () => {
            bort();
            igen();
          } }, "Försök igen"),
          el("button", { type: "button", id: "nekat-bort", onclick: bort }, "Låt bli"))));
    },
  };
}
