// Opens pages in Chromium and says what a person would meet there, as JSON on stdout.
// node browser.cjs CHROMIUM FOLDER FILE…: a PDF of each file goes to FOLDER, screenshots to the folder BILDER names.
const fs = require("node:fs");
const path = require("node:path");
const { pathToFileURL } = require("node:url");
const { chromium } = require("playwright-core");

const AXE = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
const VIEWS = [1280, 390].flatMap((width) => ["light", "dark"].map((colorScheme) => ({ width, colorScheme })));

// The page runs nothing, but axe is a program: it is given a page of its own where programs may run. Each of the two
// is loaded once, and shown in each width and colour.
async function opened(browser, file, options) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.said = [];
  page.asked = [];
  page.on("console", (message) => page.said.push(message.text()));
  page.on("request", (request) => page.asked.push(request.url()));
  page.on("dialog", (dialog) => { page.said.push("dialog"); dialog.dismiss(); });
  await page.goto(pathToFileURL(file).href);
  return page;
}

async function look(browser, file) {
  const page = await opened(browser, file, { javaScriptEnabled: false });
  const own = await opened(browser, file, {});
  await own.evaluate(AXE);
  const views = [];
  for (const { width, colorScheme } of VIEWS) {
    const name = `${path.basename(file, ".html")}-${width}-${colorScheme}`;
    for (const one of [page, own]) {
      await one.setViewportSize({ width, height: 900 });
      await one.emulateMedia({ colorScheme });
    }
    if (process.env.BILDER) await page.screenshot({ path: path.join(process.env.BILDER, `${name}.png`), fullPage: process.env.WHOLE === "1" });
    views.push({ name, ...await seen(page), faults: await axe(own), said: [...page.said], asked: page.asked.filter((url) => !url.startsWith("file:")) });
  }
  for (const one of [page, own]) await one.context().close();
  return views;
}

const seen = (page) => page.evaluate(() => ({
  wide: document.documentElement.scrollWidth - window.innerWidth,
  scripts: document.scripts.length,
  broken: [...document.querySelectorAll('a[href^="#"]')].map((a) => a.getAttribute("href").slice(1))
    .filter((id) => !document.getElementById(id)),
  doubles: [...document.querySelectorAll("[id]")].map((e) => e.id).filter((id, at, all) => all.indexOf(id) !== at),
  background: getComputedStyle(document.body).backgroundColor,
}));

async function axe(page) {
  const { violations } = await page.evaluate(() => globalThis.axe.run({ resultTypes: ["violations"], preload: false }));
  return violations.map((v) => `${v.id}: ${v.nodes.length} × ${v.nodes[0].html.slice(0, 200)}`);
}

async function follow(browser, file) {
  // A link to a rule opens it, though it is folded and no program runs; a number leads to its explanation and back.
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(pathToFileURL(file).href);
  await page.keyboard.press("Tab");
  const first = await page.evaluate(() => document.activeElement.getAttribute("href"));
  const ways = { first };
  for (const [way, selector] of [["rule", ".kort .kod"], ["number", ".text a.nr"], ["back", ".kort a.nr"]]) {
    const link = page.locator(selector).first();
    if (!(await link.count())) continue;
    const target = (await link.getAttribute("href")).slice(1);
    await link.click();
    await page.waitForTimeout(100);
    ways[way] = await page.evaluate((id) => {
      const box = document.getElementById(id).getBoundingClientRect();
      return box.height > 0 && box.top >= 0 && box.top < window.innerHeight;
    }, target);
  }
  await context.close();
  return ways;
}

async function print(browser, file, folder) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(pathToFileURL(file).href);
  const pdf = path.join(folder, `${path.basename(file, ".html")}.pdf`);
  await page.pdf({ path: pdf, preferCSSPageSize: true, tagged: true });
  await context.close();
  return pdf;
}

async function main([executablePath, folder, ...files]) {
  const profile = fs.mkdtempSync(path.join(folder, "profile-"));
  const browser = await chromium.launch({ executablePath, args: FLAGS, env: { ...process.env, HOME: profile } });
  const found = {};
  for (const file of files) {
    found[path.basename(file)] = { views: await look(browser, file), ways: await follow(browser, file), pdf: await print(browser, file, folder) };
  }
  await browser.close();
  console.log(JSON.stringify(found));
}

main(process.argv.slice(2)).catch((error) => { console.error(error); process.exit(1); });
