// What the server tells of while the page is open. A connection that breaks is made again by the browser.
import { FLIK, hejda } from "./api.js";

/** Listen; `on` has a function for each kind of event, and `kontakt(is_there)`. `nekad()` when it lets nobody in. */
export function lyssna(on, fraga) {
  const source = new EventSource(`/api/handelser?flik=${FLIK}&fraga=${encodeURIComponent(fraga ?? "")}`);
  for (const kind of ["rapport", "sparat", "sparfel", "konflikt", "narvaro"]) {
    source.addEventListener(kind, (event) => on[kind]?.(JSON.parse(event.data)));
  }
  source.addEventListener("open", () => on.kontakt(true));
  source.addEventListener("error", () => {
    on.kontakt(false);
    if (source.readyState !== EventSource.CLOSED) return;
    on.nekad?.();
    setTimeout(() => lyssna(on, on.oppen?.()), 2000); // a server that has been started anew
  });
  addEventListener("pagehide", (event) => {
    if (!event.persisted) hejda();
  }, { once: true });
}
