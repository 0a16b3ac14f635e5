// What stands beside an answer and is not asked for until somebody looks: passages from the papers, amounts that a
// table gives, last year's answer, other regions'. What was folded out stays so from one question to the next.
import { andra, finns } from "./andra.js";
import { belopp } from "./belopp.js";
import { el, fyll } from "./dom.js";
import { forra } from "./forra.js";
import { stycken } from "./stycken.js";

const PARTS = [["papper", "Ur papperen", stycken], ["belopp", "Belopp som en tabell ger", belopp], ["forra", "Förra årets svar", forra], ["andra", "Andra regioners svar", andra]];
const STILL = new Set(["papper", "andra"]); // the same whatever is written
const opened = new Set();
const LATER = 800; // milliseconds: what was folded out before may wait for what is asked for now

/** Show the parts, folded; `on` has infoga(text), take(data), version() (null while something is being sent) and fel. */
export function bredvid(place, svar, on) {
  let timer = 0;
  const parts = PARTS.map(([name, title, show]) => {
    const wasOpen = opened.has(name);
    const inside = el("div", { class: name });
    const load = async (now) => {
      try {
        await show(inside, now, on);
      } catch (error) {
        fyll(inside, el("p", { class: "felrad" }, error.message));
      }
    };
    const details = el("details", { class: "del", open: wasOpen, hidden: name === "andra" || (name === "forra" && !svar.forra), ontoggle: () => {
      opened[details.open ? "add" : "delete"](name);
      if (details.open && !inside.childElementCount) setTimeout(() => inside.isConnected && load(svar), wasOpen ? LATER : 0);
    } }, el("summary", { id: `del-${name}` }, title), inside);
    return { name, details, load };
  });
  fyll(place, parts.map(({ details }) => details));
  void finns().then((found) => { parts.find(({ name }) => name === "andra").details.hidden = !found; });
  return {
    /** The answer has been checked anew: what is looked at is looked up anew, when it has been quiet for a while. */
    kontrollerat(now) {
      parts.find(({ name }) => name === "forra").details.hidden = !now.forra;
      clearTimeout(timer);
      timer = setTimeout(() => {
        for (const { name, details, load } of parts) if (details.open && !STILL.has(name)) void load(now);
      }, 700);
    },
    stopp: () => clearTimeout(timer),
  };
}
