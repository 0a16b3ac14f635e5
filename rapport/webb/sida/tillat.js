// Waivers: a rule that does not hold for this answer, always with the reason; and how one is taken back.
import { dialog, knappar } from "./dialog.js";
import { antal, el, sag } from "./dom.js";

const TOMT = "Skriv skälet. Ett undantag utan skäl gäller inte.";

/** The reason that a finding is waived for, as the answer stands now; null where it is not. */
export const skalFor = (one, svar) => (one.egen ? svar.tillat[one.regel]?.trim() || null : one.tillaten);

/** Ask for the reason to waive a finding's rule; a promise of it, or null. */
export function fragaSkal(one, svar) {
  const same = svar.fynd.filter((other) => other.egen && other.regel === one.regel).length;
  return dialog(`Godta utan rättning i svar ${svar.id}`, (close) => {
    const field = el("textarea", { id: "skal", rows: 3, lang: "sv", spellcheck: true, required: true, "aria-describedby": "skal-hjalp skal-fel", maxLength: 500 });
    const wrong = el("p", { id: "skal-fel", class: "felrad", role: "alert" });
    const given = (event) => {
      event.preventDefault();
      const reason = field.value.replace(/\s+/g, " ").trim();
      if (reason) return close(reason);
      wrong.textContent = TOMT;
      field.setAttribute("aria-invalid", "true");
      field.focus();
    };
    return el("form", { novalidate: true, onsubmit: given },
      el("p", {}, one.text),
      same > 1 ? el("p", { class: "blek" }, `Undantaget gäller alla ${antal(same, "anmärkning", "anmärkningar")} av det slaget i svaret.`) : null,
      el("label", { for: "skal" }, "Skäl"),
      field,
      el("p", { id: "skal-hjalp", class: "blek" }, "Skriv varför det får stå så, till exempel: Så står det i avtalet som citeras. Skälet kommer aldrig med i dokumentet."),
      wrong,
      knappar(["Godta med skälet", null], ["Avbryt", () => close()]));
  });
}

/** What is waived in the answer, folded, each rule with its reason; `taTillbaka(regel)` takes one back. */
export function tillatna(svar, taTillbaka) {
  const waived = svar.fynd.filter((one) => skalFor(one, svar));
  const elsewhere = waived.filter((one) => !one.egen);
  const rules = Object.keys(svar.tillat).filter((regel) => svar.tillat[regel].trim());
  if (!rules.length && !elsewhere.length) return null;
  return el("details", { class: "tillatna", open: open.has(svar.id), ontoggle: ({ target }) => (target.open ? open.add(svar.id) : open.delete(svar.id)) },
    el("summary", { id: "tillatna" }, `Godtaget utan rättning, med skäl (${rules.length + elsewhere.length})`),
    el("ul", { class: "fynd" },
      rules.map((regel) => el("li", { class: "info" },
        texter(waived.filter((one) => one.egen && one.regel === regel), svar),
        el("p", { class: "blek" }, `Skäl: ${svar.tillat[regel]}`),
        el("p", { class: "knappar" },
          el("button", { type: "button", id: `ta-tillbaka-${regel}`, onclick: () => {
            taTillbaka(regel);
            sag(`Undantaget från ${regel} är taget tillbaka.`);
          } }, "Ta tillbaka"),
          el("code", { class: "blek" }, regel)))),
      elsewhere.map((one) => el("li", { class: "info" }, el("p", {}, one.text), el("p", { class: "blek" }, `Skäl: ${one.tillaten}`)))));
}

const open = new Set(); // of the answers whose waivers somebody looks at

const texter = (found, svar) => (found.length ? found.map((one) => el("p", {}, one.text))
  : el("p", {}, svar.fynd_galler ? "Regeln anmärker inte på något i svaret nu." : "Kontrolleras …"));
