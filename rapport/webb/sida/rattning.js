// A correction by a click: made in the text as it stands. Where that has not been checked yet, it is once it has been.
import { skicka } from "./api.js";
import { sag } from "./dom.js";
import { ifred } from "./skrivare.js";

const PAUSE = 200; // milliseconds between looking whether the text has been checked
const LONGEST = 15000; // and for how long

/** What makes a correction of an answer: `nu()` gives it as it stands, `writer` and `no` are the question's own. */
export function rattare(id, writer, no, nu) {
  /** The finding as it is now: the nearest that says the same of the same words. */
  function samma({ regel, utdrag, fix, start }) {
    const same = nu().fynd.filter((one) => one.regel === regel && one.utdrag === utdrag && one.fix === fix);
    return same.sort((one, other) => Math.abs(one.start - start) - Math.abs(other.start - start))[0];
  }

  async function provad(finding) {
    const until = Date.now() + LONGEST;
    do await new Promise((done) => setTimeout(done, PAUSE));
    while (!(nu().fynd_galler && writer.lugn()) && Date.now() < until);
    return samma(finding);
  }

  return async function ratta(finding, isAgain = false) {
    const { regel, start, utdrag, fix } = finding;
    try {
      await ifred(id); // what was typed a moment ago stands in the text that is corrected
      await writer.inlast(await skicka(`ratta/${id}`, { version: writer.version(), regel, start, utdrag }), true);
      no.bort();
      sag("Rättat.");
    } catch (error) {
      const newer = error.status === 409 && !isAgain ? await provad(finding) : null;
      if (newer) return ratta(newer, true);
      no.visa(`”${utdrag}” är inte rättat till ”${fix}”.`, error, () => {
        const near = samma(finding);
        if (near) void ratta(near);
        else sag("Anmärkningen finns inte längre i svaret.");
      });
    }
    return undefined;
  };
}
