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

  return {
    /** Write here and there, as soon as each text is there, while every answer of the server is late by chance. */
    async skriverOverallt({ page }) {
      const chance = slump(Number(more[0]));
      const whole = (most) => Math.floor(chance() * most);
      const late = Number(more[1] ?? 700); // milliseconds
      const sent = []; // what was said of the answers
      await page.route("**/api/**", async (route) => {
        const url = route.request().url();
        const body = url.includes("/api/fraga/") ? route.request().postDataJSON() : undefined;
        const said = body && [Date.now() % 1e6, url.split("/").at(-1), body.skrivare?.slice(-3), body.nummer, body.version?.slice(0, 4), body.svarat, JSON.stringify(body.dokument ?? {}).slice(-60)];
        if (!url.includes("handelser")) await new Promise((done) => { setTimeout(done, chance() < 0.5 ? 0 : whole(late)); });
        if (url.includes("handelser") || !url.includes("/api/fraga/")) return route.continue().catch(() => null);
        const answer = await route.fetch().catch((error) => { sent.push(["borta", url, String(error)]); });
        if (!answer) return route.abort();
        const data = await answer.json();
        sent.push([...(said ?? [Date.now() % 1e6, url.split("/").at(-1)]), "->", Date.now() % 1e6, answer.status(), data.version?.slice(0, 4), data.ordning, data.sammanfogat, data.din_version?.slice(0, 4), JSON.stringify(data.mottaget), data.markdown?.slice(-60)]);
        await route.fulfill({ response: answer });
      });
      const typed = [];
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
      const left = () => typed.filter(([, word]) => !new RegExp(`\\b${word}\\b`).test(read("1.yaml")));
      for (let tries = 400; tries && left().length; tries -= 1) await page.waitForTimeout(50);
      const state = await page.evaluate(() => ({
        asked: document.querySelector("dialog[open]")?.innerText ?? null,
        told: ["sparat", "larm"].map((id) => document.getElementById(id).textContent),
        text: document.querySelector(".skriv").innerText,
        drafts: Object.entries(localStorage),
      }));
      state.sent = sent.filter((one) => left().some(([id]) => one[1] === id)).map((one) => one.join(" "));
      return { typed, sent: sent.length, left: left(), file: read("1.yaml"), state };
    },
  };
};
