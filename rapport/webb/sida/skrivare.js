// Writing: each change is kept as a draft at once and sent to the server; what it answers is taken into the text.
import { FLIK, IGEN, hamta, skicka } from "./api.js";
import * as utkast from "./utkast.js";
import { Vaxling } from "./vaxling.js";

const STRAX = 300; // milliseconds until a text that could not be changed just then, in the middle of a letter, is tried again
const SKALEN = { 0: "borta", 400: "nej", 410: "okand", 413: "nej" };
const alla = new Set(); // the writers of this page: one that has been left goes on until all is saved
let antal = 0;

/**
 * Start writing an answer in `ruta`, which has taIn(data) and kan(): whether its text can be changed just now.
 * `on` has svar(data, {tog, visat}), strid(strid), nej(values, error), fel(error), lage(text). While two texts are in dispute nothing more is
 * sent: what is typed is kept as a draft until somebody has decided.
 */
export function skrivare(svar, ruta, on) {
  const fraga = svar.id;
  const vaxling = new Vaxling(`${FLIK}.${(antal += 1)}`, svar);
  let [timer, skickat, visat] = [0, undefined, undefined];
  let [lamnad, borta] = [false, false]; // whether it has been left, and the server was not reached the last time

  function andra(varden, nummer) {
    vaxling.andra(varden);
    skickat = nummer ?? skickat;
    on.lage(utkast.spara(fraga, vaxling.utkast()) ? "skriver" : "utan-utkast");
    return send();
  }

  function senare(work, wait) {
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = 0;
      void work();
    }, wait);
  }

  async function send(sist = false) {
    if (timer && !sist) return;
    const bud = vaxling.nasta(sist);
    if (!bud) return;
    const nummer = skickat;
    try {
      const data = await skicka(`fraga/${fraga}`, bud, { keepalive: sist });
      borta = false;
      if (!vaxling.vantar(bud.nummer)) return;
      const tog = vaxling.besvarad(data, ruta.kan());
      visat = tog ? undefined : nummer ?? visat;
      if (tog) ruta.taIn(data);
      if (data.pa_disk) sparat(data);
      on.svar(data, { tog, visat });
    } catch (error) {
      if (!vaxling.vantar(bud.nummer)) return;
      const varfor = error.strid ? "strid" : SKALEN[error.status] ?? "borta";
      const nekat = vaxling.nekad(varfor);
      if (error.strid) on.strid(error.strid);
      else if (nekat) on.nej(nekat, error);
      else if (varfor !== "okand") on.fel(error);
      borta = varfor === "borta";
      if (borta) return senare(send, IGEN);
    }
    await vidare();
  }

  // What is next: something newer to send, or something of others to take in.
  async function vidare() {
    if (!vaxling.lugn) await send();
    else if (vaxling.efter && !vaxling.strid) {
      if (ruta.kan()) await las();
      else senare(vidare, STRAX);
    }
  }

  async function las() {
    vaxling.efter = false;
    const data = await hamta(`fraga/${fraga}`).catch((error) => on.fel(error));
    if (data) await inlast(data);
  }

  async function inlast(data, kanAngras = false) {
    if (!ruta.kan()) {
      vaxling.efter = true;
      return senare(vidare, STRAX); // what is typed meanwhile goes first
    }
    const gor = vaxling.inlast(data);
    if (gor === "skicka") await send();
    if (gor !== "samma" && gor !== "in") return;
    if (gor === "in") {
      visat = undefined;
      ruta.taIn(data, kanAngras);
    }
    if (data.pa_disk) sparat(data);
    on.svar(data, { tog: gor === "in" && !kanAngras, visat });
  }

  function sparat({ mottaget, ordning }) {
    if (vaxling.sparat(mottaget, ordning) && lamnad) alla.delete(egen);
    utkast.sparade(fraga, mottaget);
  }

  const egen = {
    id: vaxling.id,
    fraga,
    andra,
    las,
    inlast,
    sparat,
    lugn: () => vaxling.lugn,
    pagar: () => !(vaxling.lugn || vaxling.strid || borta),
    nekat: () => vaxling.nekat,
    strid: () => vaxling.strid,
    version: () => vaxling.bas.version,
    /** Send nothing more until it is decided which text is to stand; returns what has not been answered. */
    vanta() {
      vaxling.strid = true;
      return vaxling.obesvarat;
    },
    /** Let it be decided which text is to stand, over that of another; the server says whether it can. */
    async avgor(deras, varden) {
      vaxling.avgor(deras, varden);
      utkast.spara(fraga, vaxling.utkast());
      const bud = vaxling.nasta();
      try {
        const data = await skicka(`fraga/${fraga}`, { ...bud, avgjord: true });
        vaxling.besvarad(data, true);
        return data;
      } catch (error) {
        vaxling.nekad("strid");
        throw error;
      }
    },
    /** Send what another page left, as that page would have. */
    async aterta({ varden, tid, ...utkast }) {
      await inlast(await skicka(`fraga/${fraga}`, { nummer: 1, svarat: 0, ...varden, ...utkast }));
      vaxling.overta(varden);
    },
    /** Leave the answer; what has not been answered is sent at once where the page is being closed (`sist`). */
    stopp(sist = false) {
      lamnad ||= !sist; // a page that is put aside may come back
      if (lamnad && vaxling.lugn && (vaxling.nekat || !Object.keys(vaxling.osparat).length)) alla.delete(egen);
      if (sist) void send(true);
    },
  };
  alla.add(egen);
  return egen;
}

/** Tell every writer which of all messages are on disk: by answer, and by writer. */
export function sparat({ mottaget, version }) {
  for (const one of alla) if (mottaget[one.fraga]) one.sparat({ mottaget: mottaget[one.fraga], ordning: version });
  for (const [fraga, numbers] of Object.entries(mottaget)) utkast.sparade(fraga, numbers);
}

/** The writers of this page that are at it still. */
export const skrivande = () => [...alla].map((one) => one.id);

/** Wait until nothing written of an answer on this page is on its way: whoever goes on before that disputes with herself. */
export async function ifred(fraga) {
  while ([...alla].some((one) => one.fraga === fraga && one.pagar())) await new Promise((done) => { setTimeout(done, 50); });
}
