// A data set's pages in Chromium: how soon each is there, and how long the search takes to follow each key.
// node bench_samla.cjs CHROMIUM WORDS FILE…: JSON on stdout, what was measured by file, in ms: `anvandbar` until it can be
// used, `redo` until all of it is there, `arbete` how long the page's own thread has had a processor.
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { pathToFileURL } = require("node:url");
const { chromium } = require("playwright-core");

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
const TIMES = 5;
const [, , executablePath, words, ...files] = process.argv;

async function worked(cdp) {
  const { metrics } = await cdp.send("Performance.getMetrics");
  return 1000 * metrics.find(({ name }) => name === "TaskDuration").value;
}

// In the page: when everything is read and has been painted.
const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()))));

async function opened(browser, file) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "sv-SE" });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.goto(pathToFileURL(file).href, { waitUntil: "load" });
  const redo = await page.evaluate(painted);
  const anvandbar = await page.evaluate(() => performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd);
  return { page, cdp, context, anvandbar, redo, arbete: await worked(cdp) };
}

// Each key as a person gives it; it has been followed when what came of it is on the screen.
async function searched(browser, file) {
  const { page, cdp, context } = await opened(browser, file);
  const field = page.locator("input[type=search]");
  if (!(await field.count())) return context.close().then(() => null);
  await page.evaluate(() => {
    window.times = [];
    document.addEventListener("input", (event) => {
      requestAnimationFrame(() => setTimeout(() => window.times.push(performance.now() - event.timeStamp)));
    }, true);
  });
  await field.focus();
  const before = await worked(cdp);
  let keys = 0;
  for (const word of words.split("|")) {
    for (const key of word) {
      await page.keyboard.press(key === " " ? "Space" : key);
      keys += 1;
      await page.waitForFunction((n) => window.times.length >= n, keys);
    }
    await page.evaluate(() => { document.querySelector("input[type=search]").value = ""; });
  }
  const found = { tangenter: await page.evaluate(() => window.times), arbete: ((await worked(cdp)) - before) / keys };
  await context.close();
  return found;
}

async function main() {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), "profil-"));
  const browser = await chromium.launch({ executablePath, args: FLAGS, env: { ...process.env, HOME: home } });
  const measured = {};
  try {
    await opened(browser, files[0]).then(({ context }) => context.close()); // the browser's own first time
    for (const file of files) {
      const told = { anvandbar: [], redo: [], arbete: [] };
      for (let turn = 0; turn < TIMES; turn += 1) {
        const seen = await opened(browser, file);
        for (const [what, times] of Object.entries(told)) times.push(seen[what]);
        await seen.context.close();
      }
      measured[file] = { ...told, sokning: await searched(browser, file) };
    }
  } finally {
    await browser.close();
    fs.rmSync(home, { recursive: true, force: true });
  }
  console.log(JSON.stringify(measured));
}

main().then(() => process.exit(0), (error) => { console.error(error); process.exit(1); });
