// The last writes in the folder, and taking the last of them back; an undoing can be undone.
import { el, fyll, antal, sag } from "./dom.js";
import { skicka } from "./api.js";
import { platser } from "./platser.js";

/** Show the last writes. */
export async function angra(place, on) {
  const [aven, utom] = [new Set(), new Set()]; // what is to come back though it was changed since, what is to be left
  const said = el("p", { class: "ruta bra", role: "status", hidden: true });
  const list = el("div");
  fyll(place, el("h1", {}, "Ångra"),
    el("p", {}, "Här syns det som senast har skrivits i mappen, av vem som helst. Att ta tillbaka är också en skrivning, och går att göra om. Det som någon har ändrat sedan dess lämnas som det är."), said, list);
  await look({});

  async function look(asked) {
    show(await skicka("skrivet", { ...asked, ...valt() }), asked);
  }

  function valt() {
    return { aven: [...aven], utom: [...utom] };
  }

  function show(seen, asked) {
    fyll(list,
      seen.fel.map((text) => el("p", { class: "ruta error" }, text)),
      seen.plan ? planen(seen.plan, asked) : el("p", { class: "blek" }, "Inget har skrivits över i mappen."),
      seen.gor_om && !asked.gor_om ? el("p", {}, `Ångrat: ${seen.gor_om}. `, el("button", { type: "button", id: "gor-om", onclick: () => look({ gor_om: true }).catch(on.fel) }, "Visa vad som görs om")) : null,
      asked.gor_om ? el("p", {}, el("button", { type: "button", id: "lat-bli", onclick: () => look({}).catch(on.fel) }, "Tillbaka till listan")) : null,
      seen.lista.length ? tabellen(seen) : null);
  }

  function planen(plan, asked) {
    const verb = plan.gor_om ? "Gör om" : "Ta tillbaka";
    const back = plan.filer.flatMap((file) => (file.svar.length ? file.svar.map((svar) => svar.fraga) : [file.fil]));
    const many = back.length + plan.lamnas.filter((one) => utom.has(one.namn)).length > 1;
    const what = `${antal(back.length, "svar", "svar")}: ${back.join(", ")}`;
    return el("section", { class: "ruta" }, el("h2", {}, `${verb}: ${plan.namn}`),
      many && back.length ? el("p", {}, `${plan.gor_om ? "Det här görs om i" : "Det här tas tillbaka i"} ${what}. Avmarkera det som ska stå som det gör nu.`) : null,
      plan.filer.map((file) => el("div", {}, file.svar.length ? null : el("p", {}, file.ord), file.svar.map((svar) => svaret(svar, many ? val(svar.fraga, asked) : null)))),
      plan.filer.length ? null : el("p", {}, plan.lamnas.length ? "Allt har ändrats sedan dess." : "Allt är redan som det var."),
      plan.lamnas.map((one) => lamnas(one, asked)),
      el("p", { class: "knappar" }, el("button", { type: "button", class: "viktig", id: "ta-tillbaka-skrivning", onclick: (event) => take(event.target, plan, asked) },
        plan.filer.length ? `${verb} ${plan.filer.some((file) => file.svar.length) ? what : back.join(", ")}` : "Gå förbi den")));
  }

  // A box that says whether an answer is among those that come back.
  function val(namn, asked) {
    const box = el("input", { type: "checkbox", id: `val-${namn}`, onchange: () => {
      if (box.checked) utom.delete(namn);
      else utom.add(namn);
      look(asked).catch(on.fel);
    } });
    box.checked = !utom.has(namn);
    return box;
  }

  function lamnas(one, asked) {
    if (one.svar && utom.has(one.namn)) return svaret(one.svar, val(one.namn, asked));
    const box = el("input", { type: "checkbox", id: `aven-${one.namn}`, onchange: () => {
      if (box.checked) aven.add(one.namn);
      else aven.delete(one.namn);
      look(asked).catch(on.fel);
    } });
    box.checked = aven.has(one.namn);
    return el("div", {}, el("p", {}, `${one.namn} ${one.varfor} och lämnas. `, one.svar ? [box, " ", el("label", { for: box.id }, "Ta tillbaka det ändå")] : null),
      one.svar ? svaret(one.svar) : null);
  }

  async function take(button, plan, asked) {
    button.disabled = true;
    try {
      const seen = await skicka("skrivet", { ...asked, ...valt(), ta: plan.avtryck });
      aven.clear();
      utom.clear();
      said.hidden = false;
      said.textContent = plan.gor_om ? `Gjort om: ${plan.namn}.` : `Tillbakataget: ${plan.namn}. Nästa gång går ett steg längre tillbaka.`;
      sag(said.textContent);
      show(seen, {});
    } catch (error) {
      on.fel(error);
      await look(asked).catch(on.fel);
    }
  }
}

function svaret(svar, box = null) {
  return el("div", { class: "andrat" }, el("p", {}, box, box ? " " : null, el(box ? "label" : "b", { for: box?.id }, `Fråga ${svar.fraga}`), svar.ord ? `: ${svar.ord}` : ""),
    platser(svar.platser, "Försvinner", "Kommer tillbaka"), svar.annat.map((text) => el("p", {}, text)));
}

function tabellen(seen) {
  const head = ["När", "Vem", "Vad", "Svar och filer"].map((text) => el("th", { scope: "col" }, text));
  return el("div", { class: "bred" }, el("table", { class: "skrivet" }, el("caption", {}, "Senast skrivet"), el("thead", {}, el("tr", {}, head)),
    el("tbody", {}, seen.lista.map((one) => el("tr", {}, el("td", {}, one.nar), el("td", {}, one.vem || "okänt"), el("td", {}, one.kommando),
      el("td", {}, one.vad, one.hel ? "" : " (blev inte klart)"))))),
    seen.fler ? el("p", { class: "blek" }, `… och ${antal(seen.fler, "äldre", "äldre")}.`) : null);
}
