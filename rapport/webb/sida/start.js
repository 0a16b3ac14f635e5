// The page: which view is shown, and what each of them is told.
import { IGEN, hamta, skicka } from "./api.js";
import { angra } from "./angra.js";
import { bygg } from "./bygg.js";
import { el, fyll, larma, lugnt } from "./dom.js";
import { fraga } from "./fraga.js";
import { framsida } from "./framsida.js";
import { lyssna } from "./handelser.js";
import { laggTillFiler } from "./filer.js";
import { las } from "./las.js";
import { meny } from "./meny.js";
import { ny } from "./ny.js";
import { dagarKvar, oversikt } from "./oversikt.js";
import { tabell } from "./tabell.js";
import { slappHar } from "./slapp.js";
import { sparat as skrivna } from "./skrivare.js";
import * as utkast from "./utkast.js";

const place = document.getElementById("mitt");
const saved = document.getElementById("sparat");
const LAGEN = { skriver: "Sparar …", "utan-utkast": "Sparar … (webbläsaren kan inte hålla något utkast)", nekat: "Inte sparat" };
const on = {
  kontakt: () => { if (!view?.nekat?.()) larma(""); },
  fel: (error) => larma(error.message),
  lage: (lage) => { saved.textContent = LAGEN[lage]; },
};
let rapport = null;
let view = null;
let flikar = [];
let turn = 0;
let showing = Promise.resolve();
let isMissing = false; // whether what the address asks for could not be shown

const way = () => location.hash.replace(/^#\/?/, "").split("/").map(decodeURIComponent);
const openId = () => (way()[0] === "fraga" ? way()[1] : null);

/** Show what the address asks for, when what it asked for before is there: the last is what stands. */
function visa() {
  const own = ++turn;
  showing = showing.then(() => (own === turn && rapport ? show().catch((error) => missing(error, own)) : null)); // without a report only a new one can be
  return showing;
}

async function show() {
  view?.stopp?.();
  view = null;
  const [name, id] = way();
  for (const link of document.querySelectorAll(".sidor a")) {
    if (link.dataset.sida === (name || "oversikt")) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  meny(rapport, openId());
  document.title = [id ? `Fråga ${id}` : null, rapport.region, rapport.ar].filter(Boolean).join(" – ");
  if (name === "fraga") view = await fraga(place, id, on);
  else {
    skicka("narvaro", { fraga: null }).catch(on.fel);
    if (name === "las") await las(place);
    else if (name === "bygg") bygg(place);
    else if (name === "tabell") await tabell(place, ...way().slice(1));
    else if (name === "filer") view = laggTillFiler(place, rapport);
    else if (name === "angra") await angra(place, on);
    else if (name === "om") await framsida(place, on);
    else if (name === "ny") await ny(place, on, rapport);
    else oversikt(place, rapport, flikar);
  }
  if (isMissing) on.kontakt();
  isMissing = false;
}

// What was there before is no longer to be written in. Without an answer it is tried again until another is asked for.
function missing(error, own) {
  isMissing = true;
  on.fel(error);
  fyll(place, el("p", { class: "blek" }, error.status === 0 ? "Sidan visas så snart redigeraren svarar." : "Sidan kan inte visas."));
  if (error.status === 0) setTimeout(() => own === turn && visa(), IGEN);
}

async function lasRapport() {
  rapport = await hamta("rapport");
  document.getElementById("hem").textContent = [rapport.region, rapport.ar].filter(Boolean).join(", ");
  document.getElementById("dagar").textContent = dagarKvar(rapport);
  utkast.forMapp(rapport.mapp_id);
}

// What sticks below the header has to know how high it is: larger letters make it higher.
new ResizeObserver(([{ target }]) => {
  const { height } = target.getBoundingClientRect();
  document.documentElement.style.setProperty("--topp", getComputedStyle(target).position === "sticky" ? `${height}px` : "0px");
}).observe(document.querySelector(".topp"));

const uppdatera = lugnt(async () => {
  try {
    await lasRapport();
    meny(rapport, openId());
    if (!way()[0]) oversikt(place, rapport, flikar);
  } catch (error) {
    on.fel(error);
  }
}, 250);

const handelser = {
  kontakt: (isThere) => { if (isThere) on.kontakt(); },
  nekad: () => hamta("framsida").catch(on.fel), // says why
  oppen: openId,
  rapport: (event) => {
    uppdatera();
    if (event.vad !== "svar" || event.fraga === openId()) view?.rapport?.(event).catch(on.fel);
  },
  sparat: (event) => {
    skrivna(event);
    if (view?.nekat?.()) return;
    const when = new Date().toLocaleTimeString("sv-SE", { hour: "2-digit", minute: "2-digit" });
    saved.textContent = view?.strid?.() ? "Väntar på ert val" : `Sparat ${when}`;
    larma("");
  },
  sparfel: ({ text }) => {
    larma(`${text} Det du har skrivit finns kvar här i fliken, och det sparas så snart det går.`);
    saved.textContent = "Inte sparat";
  },
  konflikt: (strid) => view?.konflikt?.(strid),
  narvaro: (who) => {
    flikar = who.flikar.map((one) => one.flik);
    view?.narvaro?.(who);
  },
};

addEventListener("hashchange", async () => {
  await visa();
  if (place.contains(document.activeElement)) return; // who has begun to write already is not to be taken out of it
  place.focus({ preventScroll: true });
  scrollTo(0, 0);
});
slappHar(async (files) => {
  if (way()[0] !== "filer") {
    history.pushState(null, "", "#/filer");
    await visa();
  }
  await view?.tagEmot?.(files);
});
addEventListener("pagehide", () => view?.stopp?.(true));
addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === "s") {
    event.preventDefault();
    skicka("spara", {}).catch(on.fel);
  }
});

try {
  await lasRapport();
  lyssna(handelser, openId());
  await visa();
} catch (error) {
  if (error.status === 404) {
    document.querySelector(".sidor").remove();
    document.getElementById("hem").removeAttribute("href");
    await ny(place, on);
  } else on.fel(error);
}
