// A person at the page: does one thing in Chromium, and says as JSON on stdout what there was to see.
// node webb_sida.cjs CHROMIUM WHAT ADDRESS FOLDER [MORE…]; WHAT is a name in DOES.
const fs = require("node:fs");
const path = require("node:path");
const { chromium } = require("playwright-core");

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
const [, , executablePath, what, address, folder, ...more] = process.argv;
const origin = new URL(address).origin;
const file = (name) => path.join(folder, name);
const read = (name) => fs.readFileSync(file(name), "utf8");
const asked = [];
const said = [];

async function open(browser, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "sv-SE", ...options });
  context.on("request", (request) => asked.push(request.url()));
  const page = await context.newPage();
  listen(page);
  await page.goto(address);
  await page.waitForSelector("h1");
  return { context, page };
}

function listen(page) {
  page.on("pageerror", (error) => said.push(String(error.stack)));
  page.on("console", (message) => { if (message.type() === "error" && !/ERR_|Failed to load resource/.test(message.text())) said.push(message.text()); });
}

/** Another tab of the same browser, at a question. */
async function tab(context, id) {
  const page = await context.newPage();
  listen(page);
  await page.goto(`${origin}/#/fraga/${id}`);
  await page.waitForSelector("#status");
  return page;
}

async function question(page, id) {
  await page.goto(`${origin}/#/fraga/${id}`);
  await page.waitForFunction((wanted) => document.querySelector(".ord .id")?.textContent === wanted, id);
  await page.waitForSelector("#status");
}

const write = async (page, text, key = "Control+End") => {
  await page.focus(".skriv [contenteditable], .skriv textarea");
  await page.keyboard.press(key);
  await page.keyboard.type(text);
};
const text = (page) => page.evaluate(() => {
  const place = document.querySelector(".skriv textarea, .skriv [contenteditable]");
  return place.value ?? place.innerText;
});
const count = (page) => page.textContent(".rum .tal");
/** Until nothing is fetched or moves, and for a while nothing has been drawn anew. */
async function still(page, fetched) {
  do {
    await page.evaluate(() => new Promise((done) => {
      const moves = () => document.getAnimations().some((one) => one.playState === "running");
      const see = () => { if (moves()) requestAnimationFrame(see); else { observer.disconnect(); done(); } };
      const wait = () => { clearTimeout(timer); timer = setTimeout(() => requestAnimationFrame(see), 150); };
      const observer = new MutationObserver(wait);
      let timer;
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      wait();
    }));
  } while (fetched.size);
}
const saved = (page, name, words) => page.waitForTimeout(50).then(async () => {
  for (let left = 300; left && !read(name).includes(words); left -= 1) await page.waitForTimeout(50);
});

const DOES = {
  async skriver({ page }) {
    await question(page, "1.1");
    const before = await count(page);
    await write(page, " Nya ord om åäö.");
    await page.waitForFunction((was) => document.querySelector(".rum .tal").textContent !== was, before);
    await saved(page, "1.yaml", "Nya ord om åäö.");
    await page.waitForFunction(() => /^Sparat/.test(document.getElementById("sparat").textContent));
    const after = await count(page);
    await page.waitForFunction(() => /tecken kvar/.test(document.getElementById("talat").textContent));
    await page.reload();
    await question(page, "1.1");
    return { before, after, file: read("1.yaml"), again: await text(page), drafts: await page.evaluate(() => Object.keys(localStorage).length) };
  },
  async borjarGenast({ page }) {
    await page.waitForSelector("#mitt > .omrade");
    let come;
    const slow = new Promise((done) => { come = done; });
    await page.route("**/api/narvaro", (route) => slow.then(() => route.continue())); // who else is here is slow to come
    await page.evaluate(() => { location.hash = "#/fraga/1.1"; });
    await page.waitForSelector("#status");
    const text = page.locator(".skriv [contenteditable] p").last();
    await text.click();
    await page.keyboard.press("End");
    await page.keyboard.type(" Nya");
    come();
    for (const key of " ord om åäö.") await page.keyboard.type(key).then(() => page.waitForTimeout(20));
    await saved(page, "1.yaml", "åäö.");
    const file = read("1.yaml");
    await page.click(".omraden a[href$='1.2']");
    await page.waitForFunction(() => document.querySelector(".ord .id")?.textContent === "1.2" && document.activeElement.id === "mitt");
    return { file };
  },
  async overskrider({ page }) {
    await question(page, "1.1");
    await page.focus(".skriv [contenteditable], .skriv textarea");
    await page.keyboard.press("Control+End");
    await page.keyboard.insertText(" " + "Regionen har genomfört arbetet. ".repeat(360));
    await page.waitForSelector(".rum.over");
    const now = await page.textContent(".rum .kvar");
    await page.goto(`${origin}/#/`);
    await page.waitForFunction(() => /för mycket/.test(document.querySelector(".kvarattgora")?.textContent));
    return { now, left: await page.textContent(".kvarattgora"), menu: await page.textContent(".omraden .over .kvar") };
  },
  async kryssar({ page }) {
    await question(page, "5.1a");
    await page.getByLabel("Ja", { exact: true }).check();
    await saved(page, "5.yaml", "kryss: ja");
    const first = read("5.yaml");
    await page.getByLabel("Nej", { exact: true }).check();
    await saved(page, "5.yaml", "kryss: nej");
    await page.waitForFunction(() => !document.querySelector(".rutor input[value='Ja']").checked);
    return { first, file: read("5.yaml"), ticked: await page.$$eval(".rutor input:checked", (all) => all.map((one) => one.value)) };
  },
  async anger({ page }) {
    await question(page, "1.1");
    await page.selectOption("#status", "klar");
    await page.fill("#ansvarig", "Oskar Tallhed");
    await page.fill("#kommentar", "Fråga Sara om siffran.");
    await saved(page, "1.yaml", "Fråga Sara");
    await page.goto(`${origin}/#/`);
    await page.waitForFunction(() => document.querySelector("#mitt > .omrade")?.textContent.includes("Oskar Tallhed"));
    return { file: read("1.yaml"), row: await page.textContent("#mitt > .omrade tbody tr") };
  },
  async rattar({ page }) {
    await question(page, "1.1");
    await page.route("**/api/ratta/1.1", (route) => route.fulfill({ status: 409, json: { fel: "Texten har ändrats." } }), { times: 2 });
    await page.click(".fynd button.viktig");
    await page.waitForSelector("#nekat-igen");
    const refused = await page.textContent(".nekat p");
    const before = read("1.yaml");
    fs.renameSync(folder, `${folder}-flyttad`);
    await page.click("#nekat-igen");
    await page.waitForSelector("#larm:not([hidden])");
    const gone = await page.textContent("#larm");
    const isMade = fs.existsSync(folder);
    fs.renameSync(`${folder}-flyttad`, folder);
    await page.keyboard.press("Control+s");
    await saved(page, "1.yaml", "t.ex.");
    return { refused, before, gone, isMade, file: read("1.yaml") };
  },
  async nekas({ page }) {
    await question(page, "1.1");
    const refuse = (route) => route.fulfill({ status: 400, json: { fel: "Det går inte att läsa." } });
    await page.route("**/api/fraga/1.1", (route) => (route.request().method() === "POST" ? refuse(route) : route.continue()));
    await write(page, " Nekade ord.");
    await page.waitForFunction(() => /inte sparat/.test(document.getElementById("larm").textContent));
    fs.writeFileSync(file("1.yaml"), read("1.yaml").replace("Första stycket.", "Första stycket, ändrat av Sara."));
    await page.waitForTimeout(1500); // a check, and what Sara wrote, have come meanwhile
    const still = { said: await page.textContent("#larm"), saved: await page.textContent("#sparat"), text: await text(page) };
    await page.goto(`${origin}/#/fraga/1.2`);
    await question(page, "1.1");
    await page.click("#ta-tillbaka");
    await page.waitForSelector(".ruta .error:not(:empty)");
    const refused = await page.textContent(".ruta .error");
    await page.unroute("**/api/fraga/1.1");
    await page.click("#ta-tillbaka");
    await saved(page, "1.yaml", "Nekade ord.");
    await page.waitForFunction(() => !document.querySelector("#ta-tillbaka"));
    return { still, refused, file: read("1.yaml") };
  },
  async rattar_strax_efter({ page }) {
    await question(page, "1.1");
    await page.waitForSelector(".fynd button.viktig");
    await write(page, " Nya ord.");
    await page.click(".fynd button.viktig");
    await saved(page, "1.yaml", "t.ex.");
    return { file: read("1.yaml"), refused: await page.locator("#nekat-igen").count() };
  },
  async kollegan_har_skrivit_annat({ page }) {
    await question(page, "1.1");
    await write(page, "Mina ord. ", "Control+Home");
    fs.writeFileSync(file("1.yaml"), read("1.yaml").replace("Sista stycket.", "Sista stycket, ändrat av Sara."));
    await saved(page, "1.yaml", "Mina ord.");
    await page.waitForFunction(() => {
      const place = document.querySelector(".skriv textarea, .skriv [contenteditable]");
      return (place.value ?? place.innerText).includes("ändrat av Sara");
    });
    return { file: read("1.yaml"), text: await text(page) };
  },
  async kollegan_har_skrivit_samma({ page }) {
    await question(page, "1.1");
    await page.route("**/api/fraga/1.1", (route) => setTimeout(() => route.continue(), route.request().method() === "POST" ? 700 : 0));
    await write(page, "Mina ord. ", "Control+Home");
    fs.writeFileSync(file("1.yaml"), read("1.yaml").replace("Första stycket.", "Första stycket, ändrat av Sara."));
    await page.waitForSelector("#fonster[open]");
    const shown = await page.textContent("#fonster");
    const mine = await page.inputValue("#min-text");
    const meanwhile = read("1.yaml");
    await page.fill("#min-text", "Mina ord och Saras.\n\nSista stycket.\n");
    await page.click("#ta-min");
    await saved(page, "1.yaml", "Mina ord och Saras.");
    return { shown, mine, meanwhile, file: read("1.yaml") };
  },
  async tva_flikar({ page, context }) {
    await question(page, "1.1");
    const other = await tab(context, "1.1");
    await page.waitForFunction(() => /en annan flik/.test(document.querySelector(".narvaro").textContent));
    await write(page, "Från den ena. ", "Control+Home");
    await write(other, " Från den andra.");
    await saved(page, "1.yaml", "Från den andra.");
    await saved(page, "1.yaml", "Från den ena.");
    await page.waitForFunction(() => {
      const place = document.querySelector(".skriv textarea, .skriv [contenteditable]");
      return (place.value ?? place.innerText).includes("Från den andra.");
    });
    await other.close();
    await page.waitForFunction(() => !document.querySelector(".narvaro").textContent);
    return { file: read("1.yaml") };
  },
  async gar_ifran_och_tillbaka_medan_svaret_drojer({ page }) {
    await question(page, "1.1");
    await page.route("**/api/fraga/1.1", async (route) => {
      if (route.request().method() === "POST") await new Promise((done) => { setTimeout(done, 1500); });
      await route.continue().catch(() => null);
    });
    await write(page, " Först");
    for (const id of ["1.2", "1.1"]) {
      await page.click(`.omraden a[href$='${id}']`);
      await page.waitForFunction((wanted) => document.querySelector(".ord .id")?.textContent === wanted && document.querySelector(".skriv [contenteditable] p"), id);
    }
    await write(page, " och sedan.");
    await saved(page, "1.yaml", "och sedan.");
    return { file: read("1.yaml"), asked: await page.locator("dialog[open]").count() };
  },
  async byter_fraga_utan_kontakt({ page }) {
    await question(page, "1.1");
    await page.route("**/api/fraga/1.2", (route) => route.abort());
    await page.click(".omraden a[href$='1.2']");
    await page.waitForSelector("#mitt > p");
    const [meanwhile, alarm] = [await page.innerText("#mitt"), await page.textContent("#larm")];
    await page.unroute("**/api/fraga/1.2");
    await page.waitForSelector(".skriv [contenteditable]");
    return { meanwhile, alarm, after: await page.isVisible("#larm"), text: await text(page) };
  },
  async skriver_en_bokstav_av_flera_tangenter({ page, context }) {
    await question(page, "1.1");
    const other = await tab(context, "1.1");
    const keys = await context.newCDPSession(page);
    const half = (text) => keys.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await page.bringToFront();
    await write(page, " Nytt");
    await half(" ´");
    await write(other, "Från den andra. ", "Control+Home");
    await saved(other, "1.yaml", "Från den andra.");
    await page.waitForTimeout(1000); // what the other has written is waited with, and asked for again and again
    await half(" é");
    await keys.send("Input.insertText", { text: " élan" });
    await saved(page, "1.yaml", "élan");
    await page.waitForFunction(() => document.querySelector(".skriv [contenteditable]").innerText.includes("Från den andra."));
    return { file: read("1.yaml") };
  },
  async servern_dor({ page, context }) {
    await question(page, "1.1");
    await page.waitForTimeout(300);
    process.kill(Number(more[0]), "SIGKILL");
    await write(page, " Skrivet utan server.");
    await page.waitForSelector("#larm:not([hidden])");
    const alarm = await page.textContent("#larm");
    await page.close();
    const again = await new Promise((done) => {
      process.stdout.write("\nSTARTA\n");
      process.stdin.once("data", (data) => done(String(data).trim()));
    });
    const later = await context.newPage();
    listen(later);
    await later.goto(again);
    await later.waitForSelector(".ruta");
    const start = await later.textContent(".ruta");
    await later.click(".ruta a");
    await later.waitForSelector("#ta-tillbaka");
    const before = read("1.yaml");
    await later.click("#ta-tillbaka");
    await saved(later, "1.yaml", "Skrivet utan server.");
    return { alarm, start, before, file: read("1.yaml"), text: await text(later) };
  },
  async servern_startas_om({ page, context }) {
    await question(page, "1.1");
    process.kill(Number(more[0]), "SIGKILL");
    await write(page, " Skrivet utan server.");
    await page.waitForSelector("#larm:not([hidden])");
    const before = await page.textContent("#larm");
    const again = await new Promise((done) => {
      process.stdout.write("\nSTARTA\n");
      process.stdin.once("data", (data) => done(String(data).trim()));
    });
    await page.waitForFunction(() => /startats om/.test(document.querySelector("#larm").textContent));
    const later = await context.newPage();
    listen(later);
    await later.goto(again);
    await later.waitForSelector("h1");
    await page.waitForSelector("#larm", { state: "hidden" });
    return { before };
  },
  async stanger_mitt_i_ett_ord({ page, context }) {
    const found = [];
    await question(page, "1.1");
    let now = page;
    for (let turn = 0; turn < Number(more[0]); turn += 1) {
      const word = `ord${turn}halv`;
      await write(now, ` ${word}`);
      await now.waitForTimeout((turn * 37) % 400);
      await now.close({ runBeforeUnload: false });
      now = await tab(context, "1.1");
      await now.waitForFunction((one) => {
        const place = document.querySelector(".skriv textarea, .skriv [contenteditable]");
        document.querySelector("#ta-tillbaka")?.click(); // what was not sent in time is offered
        // What was on its way when the tab was closed may have come after all: then both are shown, and one is taken.
        if (document.querySelector("#fonster[open]")) {
          document.querySelector(document.querySelector("#min-text").value.includes(one) ? "#ta-min" : "#ta-deras").click();
        }
        return (place.value ?? place.innerText).includes(one);
      }, word, { timeout: 10000, polling: 100 }).catch(async () => {
        const there = { text: await text(now), words: await now.textContent(".mitten"), drafts: await now.evaluate(() => ({ ...localStorage })) };
        throw new Error(`${word}: ${JSON.stringify(there)}`);
      });
      found.push(word);
    }
    await saved(now, "1.yaml", found.at(-1));
    return { found, file: read("1.yaml") };
  },
  async soker_och_bygger({ page }) {
    await page.goto(`${origin}/#/las`);
    await page.waitForSelector(".lasning article");
    const all = await page.locator(".lasning article:visible").count();
    await page.fill("#sok", "sista stycket");
    await page.waitForFunction(() => /Finns i 1 svar/.test(document.querySelector(".sokrad").textContent));
    const some = await page.locator(".lasning article:visible").count();
    await page.goto(`${origin}/#/bygg`);
    await page.click("#bygg-0");
    await page.waitForSelector(".ruta.error");
    const refused = await page.textContent(".ruta");
    const faulty = await page.$$eval(".ruta a", (all) => all.map((one) => one.getAttribute("href")));
    const waits = page.waitForEvent("download");
    await page.click("#bygg-utkast");
    const made = await waits;
    const name = made.suggestedFilename();
    await made.saveAs(file("hamtad.docx"));
    return { all, some, refused, faulty, name };
  },
  async samordnar({ page }) {
    await page.goto(`${origin}/#/`);
    await page.waitForSelector("#urval-ordning");
    await page.focus("#urval-lage");
    await page.selectOption("#urval-lage", "utkast");
    await page.waitForFunction(() => /svar visas/.test(document.querySelector("#mitt caption").textContent));
    const chosen = await page.$$eval("#mitt .omrade tbody th a", (all) => all.map((one) => one.textContent));
    const kept = await page.evaluate(() => document.activeElement.id);
    const files = more.map((one) => ({ name: path.basename(one), mimeType: "", buffer: fs.readFileSync(one) }));
    // What a person drags in from the folder, onto whatever she happens to look at.
    await page.evaluate((all) => {
      const data = new DataTransfer();
      for (const { name, bytes } of all) data.items.add(new File([Uint8Array.from(bytes)], name));
      for (const kind of ["dragover", "drop"]) document.querySelector("#mitt").dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
    }, files.map((one) => ({ name: one.name, bytes: [...one.buffer] })));
    await page.waitForSelector(".avgor button", { timeout: 90000 });
    await page.waitForSelector(".andrat[open] .ordat ins"); // few answers are read without unfolding them
    const shown = await page.textContent("#mitt");
    const before = read("1.yaml");
    await page.focus(".avgor button");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#fonster[open]");
    const three = await page.textContent("#fonster");
    await page.click("#ta-deras");
    await page.waitForFunction(() => !document.querySelector(".avgor") && /Hämta/.test(document.querySelector("#hamta")?.textContent), null, { timeout: 90000 });
    await page.focus("#hamta");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".ruta.bra", { timeout: 90000 });
    const told = await page.textContent(".ruta.bra"); // what had no answer to stand in is not gone from sight
    const after = read("1.yaml");
    await page.goto(`${origin}/#/angra`);
    await page.waitForSelector("#ta-tillbaka-skrivning");
    const last = await page.textContent("#mitt");
    await page.click("#ta-tillbaka-skrivning");
    await page.waitForSelector(".ruta.bra:not([hidden])");
    return { chosen, kept, shown, before, three, told, after, last, again: read("1.yaml") };
  },
  async slapper_det_som_inte_gar({ page }) {
    await page.goto(`${origin}/#/filer`);
    await page.setInputFiles("#filer", ["bild.png", "gammal.doc"].map((name) => ({ name, mimeType: "", buffer: Buffer.from("x") })));
    await page.waitForSelector(".ruta.error:not([hidden])");
    return { shown: await page.$$eval(".ruta.error p", (all) => all.map((one) => one.textContent)) };
  },
  async klistrar_langt_ner({ page }) {
    const isSeen = (selector) => page.$eval(selector, (one) => {
      const { top, bottom } = one.getBoundingClientRect();
      return bottom > 0 && top < window.innerHeight && bottom - top > 5;
    });
    await question(page, "1.1");
    await page.focus(".skriv [contenteditable]");
    await page.keyboard.press("Control+End");
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData("text/html", `${"<p>Ett stycke till.</p>".repeat(40)}<p>Sist <img src="x.png"></p>`);
      document.querySelector(".skriv [contenteditable]").dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await page.waitForSelector("div.red-sagt:not(:empty)");
    const said = await page.textContent("div.red-sagt");
    const notice = await isSeen("div.red-sagt");
    await page.click(".red-besked button");
    const closed = await page.textContent("div.red-sagt");
    await page.click("text=Visa Markdown");
    await page.waitForFunction(() => /Ett stycke/.test(document.querySelector(".red-markdown")?.textContent));
    await page.waitForTimeout(300);
    return { words: said, notice, closed, markdown: await isSeen(".red-markdown") };
  },
  async tar_tid({ page }) {
    await question(page, more[0]);
    const place = ".skriv [contenteditable], .skriv textarea";
    await page.focus(place);
    await page.keyboard.press("Control+End");
    await page.evaluate(() => {
      window.times = [];
      let began = 0;
      document.addEventListener("keydown", () => { began = performance.now(); }, true);
      new MutationObserver(() => { if (began) window.times.push(performance.now() - began); began = 0; })
        .observe(document.querySelector(".rum"), { childList: true, subtree: true, characterData: true });
    });
    const words = "Under året har regionen arbetat vidare tillsammans med kommunerna. ";
    for (let at = 0; at < Number(more[1]); at += 1) {
      await page.keyboard.type(words[at % words.length]);
      await page.waitForTimeout(Number(more[2] ?? 90));
    }
    await page.waitForTimeout(500);
    const times = (await page.evaluate(() => window.times)).sort((one, other) => one - other);
    return { number: times.length, median: times[times.length >> 1], p95: times[Math.floor(times.length * 0.95)], most: times.at(-1) };
  },
  async ser({ page, context, browser }) {
    const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
    const cookies = await context.cookies();
    const views = JSON.parse(more[1]);
    const seen = [];
    const MAGNIFIED = ["oversikt", "fraga", "siffraval", "filer"]; // each its own kind of page
    for (const width of [1280, 390, 320]) { // 320: a screen of 1280 magnified four times, here in a contrast theme
      for (const colorScheme of ["light", "dark"]) {
        const magnified = width === 320 && { forcedColors: "active", viewport: { width, height: 256 } };
        const own = await browser.newContext({ viewport: { width, height: 900 }, ...magnified, colorScheme, bypassCSP: true, locale: "sv-SE" });
        await own.addCookies(cookies);
        const look = await own.newPage();
        listen(look);
        const fetched = new Set();
        look.on("request", (request) => { if (request.resourceType() !== "eventsource") fetched.add(request); });
        for (const end of ["requestfinished", "requestfailed"]) look.on(end, (request) => fetched.delete(request));
        for (const [name, way, selector, opens = []] of views) {
          if (!process.env.WHOLE && (width === 1280) !== (colorScheme === "light")) continue; // three looks of six
          if (!process.env.WHOLE && magnified && !MAGNIFIED.includes(name)) continue;
          await look.goto("about:blank");
          await look.goto(`${origin}/#${way}`);
          await look.waitForSelector(selector);
          for (const [what, then] of opens) await look.click(what).then(() => look.waitForSelector(then));
          await still(look, fetched);
          if (more[0]) await look.screenshot({ path: path.join(more[0], `${name}-${width}-${colorScheme}.png`), fullPage: process.env.WHOLE === "1" });
          const wide = await look.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
          await look.evaluate(axe);
          // In a contrast theme the colours are the person's own.
          const asks = { resultTypes: ["violations"], preload: false }; // what is right need not be told of
          const { violations } = await look.evaluate((how) => globalThis.axe.run(how), { ...asks, rules: magnified ? { "color-contrast": { enabled: false } } : {} });
          seen.push({ name: `${name}-${width}-${colorScheme}`, wide, faults: violations.map((v) => `${v.id}: ${v.nodes.length} × ${v.nodes[0].html.slice(0, 150)} ${v.nodes[0].failureSummary}`) });
        }
        await own.close();
      }
    }
    return { seen };
  },
};

Object.assign(DOES, require("./webb_siffror.cjs")({ question, saved, read, origin, more }), require("./webb_slump.cjs")({ read, more }));

async function main() {
  const profile = fs.mkdtempSync(path.join(require("node:os").tmpdir(), "profil-"));
  const browser = await chromium.launch({ executablePath, args: FLAGS, env: { ...process.env, HOME: profile } });
  try {
    const opened = await open(browser);
    const found = await DOES[what]({ ...opened, browser });
    const foreign = asked.filter((url) => !url.startsWith(`${origin}/`) && !/^(about|blob|data):/.test(url));
    console.log(`\n${JSON.stringify({ ...found, said, foreign })}`);
  } finally {
    await browser.close();
    fs.rmSync(profile, { recursive: true, force: true });
  }
}

main().then(() => process.exit(0), (error) => { console.error(error, said); process.exit(1); });
