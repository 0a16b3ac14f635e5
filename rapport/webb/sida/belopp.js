// Amounts typed by hand in the answer that a table gives: each can be exchanged for the expression that gives it.
import { hamta, skicka } from "./api.js";
import { el, fyll, sag } from "./dom.js";

/** Show the amounts; `on.take(data)` is given the answer as it is after one has been exchanged. */
export async function belopp(place, svar, on) {
  const found = await hamta(`belopp/${svar.id}`);
  const exchange = async (one) => {
    const version = on.version();
    if (version === null) return sag("Det du har skrivit sparas. Vänta ett ögonblick och försök igen.");
    try {
      on.take(await skicka(`belopp/${svar.id}`, { version, titel: one.titel }));
      sag("Beloppet hämtas nu ur tabellen.");
      await belopp(place, svar, on);
    } catch (error) {
      on.fel(error);
    }
  };
  fyll(place, found.val.length
    ? [el("p", { class: "blek" }, "Ett belopp som hämtas ur tabellen följer med när tabellen ändras."),
      el("ul", { class: "stycken" }, found.val.map((one, at) => el("li", {}, el("p", {}, one.titel),
        el("p", { class: "knappar" }, el("button", { type: "button", id: `belopp-${at}`, onclick: () => exchange(one) }, `Byt ut ”${one.text}”`)))))]
    : el("p", { class: "blek" }, "Inget belopp som är skrivet för hand i svaret finns i någon tabell."));
}
