// Drafts: what has been typed and is not known to be on disk, kept by the browser itself. They outlive a closed tab,
// a crashed browser, a server that was killed, a disk that is full.
import { FLIK } from "./api.js";

let mapp = "";
let utrymme = true;

/** Keep the drafts of this report apart from those of any other. */
export function forMapp(name) {
  mapp = name;
}

const forst = (fraga) => `utkast/${mapp}/${fraga}/`;

/** Keep a draft: the message that would say it all, as its writer would send it (Vaxling.utkast). */
export function spara(fraga, utkast) {
  try {
    localStorage.setItem(forst(fraga) + utkast.skrivare, JSON.stringify({ ...utkast, tid: Date.now() }));
    utrymme = true;
  } catch {
    utrymme = false;
  }
  return utrymme;
}

/** Let a draft go: what it held is on disk, or nobody wants it. */
export function slapp(fraga, skrivare) {
  try {
    localStorage.removeItem(forst(fraga) + skrivare);
  } catch {
    // there is nothing to let go of
  }
}

// The drafts of an answer that nobody is writing on, the newest first. `skrivande` are this page's own writers.
function lamnade(fraga, flikar, skrivande) {
  const found = [];
  for (const key of nycklar(forst(fraga))) {
    const skrivare = key.slice(forst(fraga).length);
    if (arOppen(skrivare, flikar, skrivande)) continue;
    try {
      found.push({ ...JSON.parse(localStorage.getItem(key)), skrivare });
    } catch {
      localStorage.removeItem(key);
    }
  }
  return found.sort((one, other) => other.tid - one.tid);
}

/** What of those the server has not received and does not have already; what is on disk is let go of. */
export function kvar(svar, flikar, skrivande) {
  const now = { markdown: svar.markdown, status: svar.status, ansvarig: svar.ansvarig, kommentar: svar.kommentar, kryss: svar.kryssat, tillat: svar.tillat };
  return lamnade(svar.id, flikar, skrivande).filter(({ skrivare, nummer, varden }) => {
    const differs = !(svar.mottaget[skrivare] >= nummer) && Object.entries(varden).some(([key, value]) =>
      key === "dokument" ? JSON.stringify(value) !== JSON.stringify(svar.dokument) : !same(value, now[key]));
    if (!differs && svar.pa_disk) slapp(svar.id, skrivare);
    return differs;
  });
}

const same = (one, other) => skriven(one) === skriven(other);
const skriven = (value) => (value && typeof value === "object" && !Array.isArray(value) ? JSON.stringify(value) : String(value ?? "").trim());

/** Let go of every draft of an answer that is on disk: by writer, the number of the last message that is. */
export function sparade(fraga, mottaget) {
  for (const [skrivare, nummer] of Object.entries(mottaget)) {
    try {
      if (JSON.parse(localStorage.getItem(forst(fraga) + skrivare) ?? "null")?.nummer <= nummer) slapp(fraga, skrivare);
    } catch {
      slapp(fraga, skrivare);
    }
  }
}

/** The questions that have drafts which nobody is writing on. */
export function fragor(flikar, skrivande) {
  const parts = nycklar(`utkast/${mapp}/`).map((key) => key.split("/").slice(-2));
  return [...new Set(parts.filter(([, skrivare]) => !arOppen(skrivare, flikar, skrivande)).map(([fraga]) => fraga))];
}

// A writer is named after its page.
function arOppen(skrivare, flikar, skrivande) {
  const [flik] = skrivare.split(".");
  return flik === FLIK ? skrivande.includes(skrivare) : flikar.includes(flik);
}

function nycklar(start) {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(start));
  } catch {
    return [];
  }
}
