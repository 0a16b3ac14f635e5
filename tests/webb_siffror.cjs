// What a person does with waivers, figures and papers; see webb_sida.cjs, which it is a part of.
const path = require("node:path");

module.exports = ({ question, saved, read, origin, more }) => {
  const picture = (page, name) => (more[0] ? page.screenshot({ path: path.join(more[0], `${name}.png`) }) : null);
  const heard = (page) => page.textContent("#talat");

  /** Waive the finding about some words by keyboard alone, and take the waiver back. */
  async function tillater(page) {
    const button = page.locator(".fynd li", { hasText: "”tex”" }).getByRole("button", { name: "Godta utan rättning …" });
    await button.focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector("dialog[open] #skal");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const refused = await page.textContent("#skal-fel");
    await picture(page, "tillat");
    await page.keyboard.type("Så står det i avtalet.");
    await page.keyboard.press("Tab");
    let isRefused = false;
    await page.route("**/api/fraga/1.1", (route) => {
      if (isRefused || !route.request().postData()?.includes("tillat")) return route.fallback();
      isRefused = true;
      return route.fulfill({ status: 400, json: { fel: "Regeln kan inte tillåtas." } });
    });
    await page.keyboard.press("Enter");
    await page.waitForSelector("#nekat-igen");
    const not = await page.textContent(".nekat p");
    await button.waitFor(); // what is not waived is not shown as if it were
    await page.click("#nekat-igen");
    await saved(page, "1.yaml", "Så står det i avtalet.");
    const waived = read("1.yaml");
    await page.focus("#tillatna");
    await page.keyboard.press("Enter");
    const shown = await page.textContent(".tillatna");
    await picture(page, "tillatna");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".tillatna", { state: "detached" });
    await button.waitFor();
    for (let left = 100; left && read("1.yaml").includes("avtalet"); left -= 1) await page.waitForTimeout(50);
    return { refused, not, waived, shown };
  }

  /** Look at a figure's trace by the keys alone, and change its expression; the fault is seen at once. */
  async function serSiffran(page) {
    await page.focus(".skriv [contenteditable]");
    await page.keyboard.press("Control+Home");
    for (let at = 0; at < "Det kom ".length + 1; at += 1) await page.keyboard.press("ArrowRight").then(() => page.waitForTimeout(40));
    const told = await heard(page);
    await page.keyboard.press("Enter");
    await page.waitForSelector("dialog[open] .varde");
    const trace = await page.innerText(".sparet");
    await page.getByText("Ändra uttrycket").press("Enter");
    await page.fill("#uttryck", 'stod | summa("bevljat")');
    await page.waitForSelector("dialog[open] .felrad");
    const wrong = await page.innerText(".sparet");
    await picture(page, "siffra");
    await page.fill("#uttryck", 'stod | summa("beviljat") | kr');
    await page.waitForFunction(() => document.querySelector("dialog .varde")?.textContent.includes("205"));
    const table = await page.getAttribute("dialog .sparet a", "href");
    await page.focus("#uttryck");
    await page.keyboard.press("Enter");
    await saved(page, "1.yaml", "summa");
    return { told, trace, wrong, table, changed: read("1.yaml") };
  }

  /** Put in a figure from a table without knowing any expression. */
  async function satterIn(page) {
    await page.focus(".skriv [contenteditable]");
    await page.keyboard.press("Control+End");
    await page.keyboard.type(" Varav ");
    await page.keyboard.press("Alt+F10");
    await page.getByRole("button", { name: "Sätt in siffra" }).press("Enter");
    const said = [];
    for (const [id, value] of [["tabell", "stod"], ["vad", "summa"], ["kolumn", "beviljat"], ["rad-0", "program"], ["varde-0", "ERUF"], ["form", "tkr"]]) {
      await page.waitForSelector(`dialog[open] #${id}`);
      await page.selectOption(`#${id}`, value);
      await page.waitForTimeout(150);
      said.push(await page.innerText("dialog .sparet"));
    }
    await picture(page, "siffraval");
    await page.focus("#form");
    await page.keyboard.press("Tab");
    while (await page.evaluate(() => document.activeElement.textContent !== "Sätt in")) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement.isContentEditable, null, { timeout: 1000 });
    await page.keyboard.type(".");
    await saved(page, "1.yaml", "tkr }}.");
    return { said, file: read("1.yaml"), text: await page.innerText(".skriv [contenteditable]") };
  }

  /** Choose another form for the figure just put in, with no expression seen. */
  async function valjerOm(page) {
    await page.locator(".skriv .figur").last().click();
    await page.waitForSelector("dialog[open] #valj-om:not([hidden])");
    await page.focus("#valj-om");
    await page.keyboard.press("Enter");
    await page.waitForSelector("dialog[open] #form");
    const shown = await page.$$eval("dialog select", (all) => all.map((one) => one.value));
    await page.selectOption("#form", "kr");
    await page.waitForFunction(() => document.querySelector("dialog .varde")?.textContent.includes("000"));
    await picture(page, "siffraom");
    await page.getByRole("button", { name: "Byt siffran" }).press("Enter");
    await saved(page, "1.yaml", 'dar(program="ERUF") | summa("beviljat") | kr }}.');
    return { shown, file: read("1.yaml") };
  }

  /** Fetch a passage from the papers, and look at what stands of last year's answer. */
  async function hamtar(page) {
    await page.focus("#del-papper");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#hanvisa-0");
    const passage = await page.innerText(".papper");
    await page.focus("#hanvisa-0");
    await page.keyboard.press("Enter");
    await saved(page, "1.yaml", "RUN/7/2025");
    await page.focus("#kopiera-0");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => /kopierad|markerad/.test(document.getElementById("talat").textContent));
    await page.waitForTimeout(1000);
    const copied = await heard(page); // the count, which has become another, waits until it has been heard
    await picture(page, "papper");
    await page.focus("#del-belopp");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#belopp-0");
    const amount = await page.innerText(".belopp");
    await page.focus("#belopp-0");
    await page.keyboard.press("Enter");
    await saved(page, "1.yaml", 'dar(program="Interreg") | summa');
    await page.focus("#del-forra");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".fjolar mark.kvar");
    const last = await page.innerText(".forra");
    await picture(page, "forra");
    return { passage, copied, amount, last, file: read("1.yaml") };
  }

  return {
    async siffror({ page, context }) {
      await question(page, "1.1");
      await page.waitForSelector(".fynd li");
      const tillat = await tillater(page);
      const siffra = await serSiffran(page);
      const insatt = await satterIn(page);
      const omvalt = await valjerOm(page);
      const hamtat = await hamtar(page);
      const other = await context.newPage();
      await other.goto(`${origin}/${siffra.table}`);
      await other.waitForSelector(".tabellen tr.vald");
      const tabell = await other.innerText("#mitt");
      await picture(other, "tabell");
      return { tillat, siffra, insatt, omvalt, hamtat, tabell };
    },
  };
};
