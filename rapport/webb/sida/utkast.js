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

/** Keep a draft: the changed values, and from which version of the answer they were written. */
export function spara(fraga, { varden, version, fran }) {
  try {
    localStorage.setItem(forst(fraga) + FLIK, JSON.stringify({ varden, version, fran, tid: Date.now() }));
    utrymme = true;
  } catch {
    utrymme = false;
  }
  return utrymme;
}

/** Let a draft go: what it held is on disk, or nobody wants it. */
export function slapp(fraga, flik = FLIK) {
  try {
    localStorage.removeItem(forst(fraga) + flik);
  } catch {
    // there is nothing to let go of
  }
}

/** The drafts of an answer that no open tab has, the newest first. */
export function lamnade(fraga, flikar) {
  const found = [];
  for (const key of nycklar(forst(fraga))) {
    const flik = key.slice(forst(fraga).length);
    if (flik === FLIK || flikar.includes(flik)) continue;
    try {
      found.push({ ...JSON.parse(localStorage.getItem(key)), flik });
    } catch {
      localStorage.removeItem(key);
    }
  }
  return found.sort((one, other) => other.tid - one.tid);
}

/** The questions that have drafts left by tabs that are gone. */
export function fragor(flikar) {
  const parts = nycklar(`utkast/${mapp}/`).map((key) => key.split("/").slice(-2));
  return [...new Set(parts.filter(([, flik]) => flik !== FLIK && !flikar.includes(flik)).map(([fraga]) => fraga))];
}

function nycklar(start) {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(start));
  } catch {
    return [];
  }
}
