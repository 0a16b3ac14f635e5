// How long an answer can be: what is longer than rapport/prose/problem.py reads is never let in, so that nothing stands
// on the page that cannot be saved. Signs of Markdown count there, so there is less room here.
import { Plugin } from "../karna.js";

const MEST = 50_000; // places in the document: letters, and a few for each paragraph, item and cell
const FULLT = `Så lång text ryms inte: ett svar kan ha högst ${MEST.toLocaleString("sv-SE")} tecken. Inget har lagts till. Ta en del i taget.`;

export const utrymme = (sagt) => new Plugin({
  filterTransaction(tr, state) {
    const size = tr.doc.content.size;
    const isRoom = size <= MEST || size <= state.doc.content.size || Boolean(tr.getMeta("andras"));
    if (!isRoom) sagt(FULLT);
    return isRoom;
  },
});
