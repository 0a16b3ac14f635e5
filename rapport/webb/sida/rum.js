// The room left: of the answer, its area and the limit, seen at every keystroke and said when the typing pauses.
import { el, fyll, tal, lugnt, sagSedan } from "./dom.js";
import { stapel } from "./meny.js";

const PAUS = 1200; // milliseconds: a screen reader is not to speak at every key

/** Return what shows the count in an element. */
export function raknare(place) {
  const say = lugnt(sagSedan, PAUS);
  let before = null;
  return (svar) => {
    const { omrade } = svar;
    place.classList.toggle("over", omrade.kvar < 0);
    fyll(place,
      el("p", { class: "tal", id: "rakning" },
        el("span", {}, el("b", {}, tal(svar.tecken)), " tecken i svaret"),
        el("span", {}, `område ${omrade.nummer}: ${tal(omrade.tecken)} av ${tal(omrade.grans)}`),
        el("b", { class: "kvar" }, omrade.text)),
      stapel(omrade));
    const text = `Område ${omrade.nummer}: ${omrade.text}`;
    if (before !== null && text !== before) say(text);
    before = text;
  };
}
