// What colleagues' documents bring: shown before anything is written, decided answer by answer, written at once.
import { el, fyll, antal } from "./dom.js";
import { skicka } from "./api.js";
import { fragaVilken } from "./konflikt.js";
import { ordat } from "./ordat.js";
import { platser } from "./platser.js";

const FA = 5; // answers that are shown unfolded
const HUR = { lamna: "Lämna de svaren", godta: "Godta ändringarna", avvisa: "Avvisa ändringarna" };

/** Show what documents bring; `on.klar(files, text)` when it has been written. */
export async function kollegor(place, filer, rapport, on) {
  const chosen = new Map(); // "id fråga" → what was decided
  const opened = new Map(); // whether an answer's words are looked at, where somebody has said so
  const how = new Map(filer.map((one) => [one.id, { id: one.id }]));
  fyll(place, el("p", { class: "blek", role: "status" }, "Dokumenten jämförs med svaren …"));
  await look();

  async function ask(more = {}) {
    return skicka("kollegor", { filer: [...how.values()], val: [...chosen.values()], ...more });
  }

  async function look() {
    try {
      show(await ask());
    } catch (error) {
      on.fel(error);
      fyll(place);
    }
  }

  function show(seen) {
    const left = seen.att_avgora;
    fyll(place,
      el("h2", {}, "Kollegors svar"),
      seen.filer.map((one) => filen(one)),
      seen.svar.length ? el("section", {}, el("h3", {}, "Så blir svaren"), seen.svar.map((one) => blir(one, seen.svar.length <= FA))) : null,
      seen.sagt.length ? el("div", {}, el("h3", {}, "Att titta på"), lista(seen.sagt)) : null,
      left.length ? el("section", { class: "avgor" }, el("h3", {}, `Att avgöra: ${antal(left.length, "svar", "svar")}`), el("ul", {}, left.map(strid))) : null,
      chosen.size ? el("p", {}, "Avgjort: ", [...chosen.values()].map((one) => one.fraga).join(", "), ". ",
        el("button", { type: "button", id: "angra-val", onclick: () => { chosen.clear(); void look(); } }, "Välj om")) : null,
      el("p", { class: "knappar" }, seen.andras.length || chosen.size
        ? el("button", { type: "button", class: "viktig", id: "hamta", onclick: (event) => write(event.target, seen) },
          left.length ? `Hämta det övriga: ${antal(seen.andras.length, "svar", "svar")}` : `Hämta ${antal(seen.andras.length, "svar", "svar")}`)
        : el("span", { class: "blek" }, left.length ? "Inget annat att hämta." : "Inget att hämta: svaren är desamma här.")));
  }

  function filen(one) {
    if (one.fel) {
      const fragor = rapport.omraden.flatMap((omrade) => omrade.fragor);
      const select = el("select", { id: `svarar-${one.id}`, onchange: () => set(one, { fraga: select.value }) },
        el("option", { value: "" }, "Välj fråga …"), fragor.map((fraga) => el("option", { value: fraga.id }, `${fraga.id} ${fraga.kort}`)));
      return el("section", { class: "ruta error" }, el("h3", {}, one.namn), el("p", {}, one.fel),
        el("p", {}, el("label", { for: select.id }, "Är det svaret på en enda fråga? "), select));
    }
    const rows = [
      one.nya.length ? `Nya svar: ${one.nya.join(", ")}` : null,
      ...one.hamtat.map((row) => `Fråga ${row.fraga}: ${row.ord}`),
      ...one.sagt,
    ].filter(Boolean);
    return el("section", { class: "ruta" },
      el("h3", {}, one.namn, one.forfattare ? el("span", { class: "blek" }, ` (senast sparad av ${one.forfattare})`) : null),
      rows.length ? lista(rows) : el("p", { class: "blek" }, "Inget i dokumentet skiljer sig från svaren här."),
      one.sparat.length ? sparade(one) : null,
      one.tidigare.length ? el("p", {}, "Ta med ändå: ", one.tidigare.map((fraga) =>
        el("button", { type: "button", id: `igen-${one.id}-${fraga}`, onclick: () => decide({ id: one.id, fraga, sida: "dokumentet" }) }, fraga))) : null);
  }

  // What comes in without anybody being asked, word by word: read before it is taken in, so folded only where it is much.
  function blir(one, few) {
    const words = (kind) => one.ord.filter(([of]) => of === kind).reduce((sum, [, text]) => sum + text.split(/\s+/).filter((one) => /[\p{L}\p{N}]/u.test(one)).length, 0);
    const what = one.nytt ? "nytt svar" : [`${antal(words("new"), "ord", "ord")} kommer in`, `${antal(words("gone"), "ord", "ord")} försvinner`].join(", ");
    return el("details", { class: "andrat", open: opened.get(one.fraga) ?? few, ontoggle: ({ target }) => opened.set(one.fraga, target.open) },
      el("summary", { id: `blir-${one.fraga}` }, `Fråga ${one.fraga}: ${what}. Ur ${one.ur.join(" och ")}`),
      ordat(one.ord),
      one.annat.length ? platser(one.annat, "Försvinner", "Kommer in") : null);
  }

  function sparade(one) {
    const select = el("select", { id: `sparade-${one.id}`, onchange: () => set(one, { andringar: select.value }) },
      Object.entries(HUR).map(([value, text]) => el("option", { value, selected: value === one.andringar }, text)));
    return el("div", {}, el("p", {}, el("label", { for: select.id }, `Spårade ändringar (${one.sparat_hur}): `), select),
      el("details", {}, el("summary", {}, antal(one.sparat.length, "spårad ändring", "spårade ändringar")), lista(one.sparat)));
  }

  function strid(one) {
    return el("li", {}, el("b", {}, `Fråga ${one.fraga}, ${one.namn}. `), one.varfor.join(" "),
      one.uttryck.length ? ` Uttryck: ${one.uttryck.join("  ")}` : "", " ",
      el("button", { type: "button", id: `avgor-${one.id}-${one.fraga}`, onclick: () => fragaVilken(one, (entry) => {
        const isTheirs = entry.sida === "deras";
        const own = !isTheirs && entry.markdown !== one.min.markdown ? { markdown: entry.markdown } : {};
        decide({ id: one.id, fraga: one.fraga, sida: isTheirs ? "dokumentet" : "mappen", ...own });
      }, {
        rubrik: `Fråga ${one.fraga}: vilken text ska gälla?`, min: "Texten här, att ändra i", deras: `Texten i ${one.namn}`,
        fran: "När dokumentet byggdes", taMin: "Använd texten här", taDeras: "Använd dokumentets",
        skiljer: "Det som skiljer: texten här är struken, dokumentets understruken",
      }) }, "Visa texterna och bestäm"));
  }

  function decide(choice) {
    chosen.set(`${choice.id} ${choice.fraga}`, choice);
    void look();
  }

  function set(one, values) {
    how.set(one.id, { ...how.get(one.id), ...values });
    void look();
  }

  async function write(button, seen) {
    button.disabled = true;
    try {
      const done = await ask({ skriv: seen.avtryck });
      const left = new Set([...done.att_avgora.map((one) => one.id), ...done.filer.filter((one) => one.fel || one.sparat_vid?.length).map((one) => one.id)]);
      chosen.clear();
      const said = `${antal(seen.andras.length, "svar är hämtat", "svar är hämtade")}: ${seen.andras.join(", ")}. Det går att ta tillbaka under Ångra.`;
      on.klar(filer.filter((one) => !left.has(one.id)), [said, ...(seen.sagt.length ? ["Att titta på:", ...seen.sagt] : [])].join("\n"));
    } catch (error) {
      on.fel(error);
      if (error.status === 409) await look();
      button.disabled = false;
    }
  }
}

const lista = (rows) => el("ul", {}, rows.map((row) => el("li", {}, row)));
