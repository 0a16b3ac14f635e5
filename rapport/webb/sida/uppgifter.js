// What stands beside an answer's text: the boxes, how far it has come, who has it, a comment for ourselves.
import { el } from "./dom.js";

const LAGEN = { utkast: "Utkast", granskas: "Granskas", klar: "Klar" };

/** The form's boxes, one of which can be ticked; what is ticked besides is shown, to be taken away. */
export function rutor(svar, andra) {
  if (!svar.kryss) return null;
  const { val, tillatna } = svar.kryss;
  const boxes = [...tillatna, ...val.filter((one) => !tillatna.includes(one))];
  return el("fieldset", { class: "rutor" }, el("legend", {}, "Kryssa i en ruta"),
    boxes.map((box) => el("label", {},
      el("input", {
        type: "checkbox", value: box, checked: val.includes(box),
        onchange: ({ target }) => andra({ kryss: target.checked ? [box] : [] }, true),
      }), ` ${box}`)),
    val.length > 1 ? el("p", { class: "error" }, "Fler än en ruta är ikryssad. Kryssa i den som gäller.") : null);
}

/** Say of an answer that nobody has begun that it is so, and not that it is a draft. */
export function visaLage({ lage, status }) {
  const option = document.querySelector("#status option[value=utkast]");
  if (option) option.textContent = status === "utkast" && lage !== status ? "Ej påbörjad" : LAGEN.utkast;
}

/** Status, responsible and comment. */
export function uppgifter(svar, andra) {
  const status = el("select", { id: "status", onchange: ({ target }) => andra({ status: target.value }) },
    Object.entries(LAGEN).map(([value, text]) => el("option", { value, selected: value === svar.status }, text)));
  const who = el("input", {
    id: "ansvarig", type: "text", value: svar.ansvarig, autocomplete: "off", placeholder: svar.ansvarig_visas ?? "",
    oninput: ({ target }) => andra({ ansvarig: target.value.replace(/\s+/g, " ") }),
  });
  const note = el("textarea", {
    id: "kommentar", rows: 2, spellcheck: true, lang: "sv", oninput: ({ target }) => andra({ kommentar: target.value }),
  }, svar.kommentar);
  return el("div", { class: "uppgifter" },
    el("p", {}, el("label", { for: "status" }, "Status"), status),
    el("p", {}, el("label", { for: "ansvarig" }, "Ansvarig"), who),
    el("p", { class: "bred" }, el("label", { for: "kommentar" }, "Intern anteckning (kommer aldrig med i dokumentet)"), note));
}
