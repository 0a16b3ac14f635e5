// A small box under the toolbar that asks for something. Escape closes it and the cursor is back in the text.

let open = null;

// Fields are { namn, etikett, varde, typ? }, buttons { text, gor?, viktig? } of which ``gor`` gets the fields' values
// and may return a sentence that says what is wrong. ``after`` is called when the box has closed.
export function ruta(place, title, { falt = [], knappar = [], hjalp = "" }, after) {
  open?.close();
  const box = Object.assign(document.createElement("div"), { className: "red-ruta" });
  box.setAttribute("role", "dialog");
  box.setAttribute("aria-label", title);
  const form = Object.assign(document.createElement("form"), { noValidate: true });
  box.append(form);
  form.append(...falt.map(field), said(hjalp), row(knappar));
  const close = () => {
    box.remove();
    open = null;
    after?.();
  };
  const values = () => Object.fromEntries([...form.querySelectorAll("input")].map((one) => [one.name, one.value]));
  const perform = (button) => {
    const wrong = button.gor?.(values());
    if (typeof wrong === "string") form.querySelector(".red-sagt").textContent = wrong;
    else close();
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    perform(knappar.find((one) => one.viktig) ?? knappar[0]);
  });
  form.addEventListener("click", (event) => {
    const at = event.target.closest("button[data-knapp]")?.dataset.knapp;
    if (at && !knappar[at].viktig) perform(knappar[at]);
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    close();
  });
  place.append(box);
  form.querySelector("input, button").focus();
  open = { close };
  return form;
}

function field({ namn, etikett, varde = "", typ = "text", ...rest }) {
  const label = document.createElement("label");
  const input = Object.assign(document.createElement("input"), { name: namn, type: typ, value: varde, autocomplete: "off", ...rest });
  label.append(etikett, input);
  return label;
}

function said(text) {
  const line = Object.assign(document.createElement("p"), { className: "red-sagt", textContent: text });
  line.setAttribute("role", "status");
  return line;
}

function row(knappar) {
  const line = Object.assign(document.createElement("div"), { className: "red-knappar" });
  line.append(
    ...knappar.map(({ text, viktig }, at) => {
      const made = Object.assign(document.createElement("button"), { type: viktig ? "submit" : "button", textContent: text });
      made.dataset.knapp = at;
      if (viktig) made.className = "viktig";
      return made;
    }),
  );
  return line;
}
