// A person who writes here and there while the server is late by chance; see webb_sida.cjs, which it is a part of.
module.exports = ({ read, more }) => {
  // Numbers from 0 up to 1 that are the same for the same seed.
  function slump(seed) {
    let state = seed + 1;
    return () => {
      state = (state * 48271) % 2147483647;
      return state / 2147483647;
    };
  }

  // What a message, or its answer, says of where a text stands.
  const told = (data) => (data ? [data.skrivare?.slice(-3), data.nummer, data.version?.slice(0, 4), data.ordning, (data.markdown ?? JSON.stringify(data.dokument ?? "")).slice(-60)] : []);

  return {
    /** Write here and there, as soon as each text is there, while every answer of the server is late by chance. */
    async skriverOverallt({ page }) {
      const chance = slump(Number(more[0]));
      const whole = (most) => Math.floor(chance() * most);
      const late = Number(more[1]); // milliseconds
      const sent = []; // what was said of the answers
      await page.route("**/api/**", async (route) => {
        const url = route.request().url();
        if (!url.includes("handelser")) await new Promise((done) => { setTimeout(done, chance() < 0.5 ? 0 : whole(late)); });
        if (!url.includes("/api/fraga/")) return route.continue().catch(() => null);
        const answer = await route.fetch({ maxRetries: 3 }).catch(() => null);
        if (!answer) return route.abort();
        sent.push([url.split("/").at(-1), ...told(route.request().postDataJSON()), "->", answer.status(), ...told(await answer.json().catch(() => null))]);
        await route.fulfill({ response: answer }).catch(() => null); // all may be done meanwhile
      });
      const typed = [];
      const turns = async () => {
        for (let turn = 0; turn < 14; turn += 1) {
          const id = `1.${1 + whole(5)}`;
          if (!whole(3)) await page.click(`.omraden a[href$='2.${1 + whole(5)}']`); // and at once thinks better of it
          await page.click(`.omraden a[href$='${id}']`);
          await page.waitForFunction((wanted) => document.querySelector(".ord .id")?.textContent === wanted && document.querySelector(".skriv [contenteditable] p"), id);
          await page.locator(".skriv [contenteditable] p").last().click();
          await page.keyboard.press("Control+End");
          const word = `ord${turn}${"abcdefghij".slice(whole(9))}`;
          typed.push([id, word]);
          for (const key of ` ${word}`) await page.keyboard.type(key).then(() => page.waitForTimeout(whole(60)));
          const then = whole(4);
          if (then === 1) await page.selectOption("#status", ["utkast", "klar"][whole(2)]);
          else if (then === 2) await page.waitForTimeout(whole(900));
          else if (then === 3) await page.keyboard.press("Control+s");
        }
      };
      const stuck = await turns().catch(String);
      const left = () => typed.filter(([, word]) => !new RegExp(`\\b${word}\\b`).test(read("1.yaml")));
      for (let tries = 400; tries && left().length; tries -= 1) await page.waitForTimeout(50);
      const state = await page.evaluate(() => ({
        at: location.hash,
        shown: document.querySelector(".ord .id")?.textContent,
        asked: document.querySelector("dialog[open]")?.innerText ?? null,
        told: ["sparat", "larm"].map((id) => document.getElementById(id).textContent),
        text: document.querySelector(".skriv")?.innerText,
        drafts: Object.entries(localStorage),
      }));
      state.sent = sent.filter(([id]) => stuck || left().some(([wanted]) => wanted === id)).map((one) => one.join(" "));
      return { typed, stuck, left: left(), file: read("1.yaml"), state };
    },
  };
};
