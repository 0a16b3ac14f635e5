// The overview's choice: which answers are shown, by how far they have come and who has them, and in which order.
import { el } from "./dom.js";

const LAGEN = ["ej påbörjad", "utkast", "granskas", "klar"];
const ORDNING = {
  formularet: "som i formuläret",
  lage: "minst klara först",
  ansvarig: "efter ansvarig",
  tecken: "längst först",
  fel: "flest fel och varningar först",
};
const vald = { lage: "", ansvarig: "", ordning: "formularet" }; // kept while the page is open

/** Whether all is shown as the form has it. */
export const allt = () => !vald.lage && !vald.ansvarig && vald.ordning === "formularet";

/** Return the controls; `andrat()` is called when somebody has chosen. */
export function urvalet(fragor, andrat) {
  const people = [...new Set(fragor.map((one) => one.ansvarig).filter(Boolean))].sort((one, other) => one.localeCompare(other, "sv"));
  const select = (key, name, choices) => {
    const made = el("select", { id: `urval-${key}`, onchange: () => {
      vald[key] = made.value;
      andrat();
    } }, choices.map(([value, text]) => el("option", { value, selected: value === vald[key] }, text)));
    return el("p", {}, el("label", { for: made.id }, name), made);
  };
  return el("div", { class: "urval", role: "group", "aria-label": "Vilka svar som visas" },
    select("lage", "Status", [["", "alla"], ...LAGEN.map((one) => [one, one]), ["fel", "med fel"]]),
    select("ansvarig", "Ansvarig", [["", "alla"], ["-", "ingen"], ...people.map((one) => [one, one])]),
    select("ordning", "Ordning", Object.entries(ORDNING)));
}

/** Return the answers that are chosen, in the order that is. */
export function valda(fragor) {
  const found = fragor.filter((one) => (!vald.lage || one.lage === vald.lage || (vald.lage === "fel" && one.fel))
    && (!vald.ansvarig || (vald.ansvarig === "-" ? !one.ansvarig : one.ansvarig === vald.ansvarig)));
  const by = {
    lage: (one, other) => LAGEN.indexOf(one.lage) - LAGEN.indexOf(other.lage),
    ansvarig: (one, other) => !one.ansvarig - !other.ansvarig || (one.ansvarig ?? "").localeCompare(other.ansvarig ?? "", "sv"),
    tecken: (one, other) => other.tecken - one.tecken,
    fel: (one, other) => other.fel - one.fel || other.varningar - one.varningar,
  }[vald.ordning];
  return by ? found.sort(by) : found;
}
