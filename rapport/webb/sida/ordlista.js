// The region's own words: one is put to them, and is right from then on.
import { skicka } from "./api.js";
import { sag } from "./dom.js";

/** Put a word to the list; what was said of it is gone when the answers have been checked anew. */
export async function laggTill(ord) {
  await skicka("ordlista", { ord });
  sag(`”${ord}” står nu i ordlistan.`);
}
