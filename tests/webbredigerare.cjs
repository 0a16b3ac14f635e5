// The editor alone in Chromium, without the server: node webbredigerare.cjs CHROMIUM CASES.json [FOLDER for pictures]
// CASES is [{ dokument, steg, bredd?, mork?, zoom?, bild? }]; what each step gives is returned, as JSON on stdout.
const fs = require("node:fs");
const http = require("node:http");
const path = require("node:path");
const { chromium } = require("playwright-core");

const [, , executablePath, given, pictures] = process.argv;
const SIDA = path.join(__dirname, "..", "rapport", "webb", "sida");
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];
const CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-ancestors 'none'";
const PAGE = `<!doctype html><html lang="sv"><meta charset="utf-8"><title>Prov av redigeraren</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/prov.css">
<link rel="stylesheet" href="/redigerare.css"><link rel="icon" href="/prov.css"><main><h1>Svar 1.1</h1><div id="plats"></div></main>
<script type="module" src="/prov.js"></script></html>`;
const SCRIPT = `import { start } from "/redigerare.js";
import { franDoc } from "/redigerare/dokument.js";
// The document as it is made of the editor's own, not as it was given.
window.anew = (red) => franDoc(red.view.state.doc.copy(red.view.state.doc.content));
const sent = [];
window.startad = (dokument, val = {}) => {
  window.red?.stopp();
  sent.length = 0;
  window.red = start(document.querySelector("#plats"), dokument, (one, number) => sent.push([one, number]), {
    namn: "Svar på fråga 1.1", markdown: async (one) => JSON.stringify(one), vidFynd: (one) => (window.vald = one),
    vidFigur: (one) => (window.figur = one), ...val });
  window.sent = sent;
};
window.redo = true;`;
const STYLE = `:root { color-scheme: light dark; --papper: #fcfbf8; --yta: #f3f1eb; --skrift: #1b1e22; --blek: #555b63; --linje: #d6d2c8;
  --kant: #85817a; --stark: #0b5566; --pa-stark: #fff; --fel: #98170f; --fel-yta: #fbe2de; --varning: #714600;
  --varning-yta: #fcefcb; --upplys: #1c4b8a; --upplys-yta: #e2edfb; }
@media (prefers-color-scheme: dark) { :root { --papper: #14171a; --yta: #1e2226; --skrift: #e9e7e2; --blek: #abb1b8;
  --linje: #41474e; --kant: #7d858d; --stark: #83cddb; --pa-stark: #0d2429; --fel: #ffb3aa; --fel-yta: #4b1d19;
  --varning: #f4d183; --varning-yta: #43330c; --upplys: #aed0fc; --upplys-yta: #173152; } }
*, ::before, ::after { box-sizing: border-box; } body { margin: 0; padding: 1rem; background: var(--papper); color: var(--skrift);
  font: 1rem/1.5 system-ui, sans-serif; } main { max-width: 52rem; margin: auto; } button, input { font: inherit; color: inherit; }
button { border: 1px solid var(--kant); border-radius: .4rem; background: var(--papper); cursor: pointer; }
button.viktig { background: var(--stark); color: var(--pa-stark); } input { width: 100%; background: var(--papper); border: 1px solid var(--kant); }`;
const OWN = { "/": ["text/html", PAGE], "/prov.js": ["text/javascript", SCRIPT], "/prov.css": ["text/css", STYLE] };
const TYPES = { ".js": "text/javascript", ".css": "text/css" };

const server = http.createServer((request, answer) => {
  const name = request.url.split("?")[0];
  const file = path.join(SIDA, path.normalize(name));
  const [type, body] = OWN[name] ?? [TYPES[path.extname(file)], fs.existsSync(file) ? fs.readFileSync(file) : null];
  if (body === null) return answer.writeHead(404).end();
  return answer.writeHead(200, { "content-type": `${type}; charset=utf-8`, "content-security-policy": CSP }).end(body);
});

// What a person can do, by name.
const STEPS = {
  press: (page, keys) => page.keyboard.press(keys),
  type: (page, text) => page.keyboard.type(text),
  click: (page, selector) => page.click(selector),
  fill: (page, selector, text) => page.fill(selector, text),
  wait: (page, milliseconds) => page.waitForTimeout(milliseconds),
  eval: (page, code) => page.evaluate(code),
  select: (page, words) => page.evaluate(select, [words, false]),
  after: (page, words) => page.evaluate(select, [words, true]),
  paste: (page, html, text) => page.evaluate(paste, [html, text]),
  md: (page) => page.evaluate(() => window.red.dokument()),
  axe: async (page) => {
    await page.evaluate(fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));
    return page.evaluate(async () => (await window.axe.run()).violations.map((one) => `${one.id}: ${one.nodes[0].html}`));
  },
  picture: (page, name) => (pictures ? page.screenshot({ path: path.join(pictures, name), fullPage: true }) : null),
};

function select([words, isAfter]) {
  const walker = document.createTreeWalker(document.querySelector(".red"), NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    const at = node.data.indexOf(words);
    if (at < 0 || !node.parentElement.closest(".ProseMirror")) continue;
    node.parentElement.closest(".ProseMirror").focus();
    getSelection().setBaseAndExtent(node, isAfter ? at + words.length : at, node, at + words.length);
    return new Promise((done) => setTimeout(() => done(true), 30));
  }
  throw new Error(`${words} finns inte i texten`);
}

function paste([html, text]) {
  const clipboardData = new DataTransfer();
  if (html) clipboardData.setData("text/html", html);
  if (text) clipboardData.setData("text/plain", text);
  const target = document.activeElement.closest(".ProseMirror") ?? document.querySelector(".red-text");
  target.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  return document.querySelector("div.red-sagt").textContent;
}

async function main() {
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const here = `http://127.0.0.1:${server.address().port}/`;
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  const pages = new Map();
  const faults = [];
  const all = [];
  for (const { dokument, steg, bredd = 1280, mork = false, zoom = 1 } of JSON.parse(fs.readFileSync(given, "utf8"))) {
    const name = `${bredd} ${mork} ${zoom}`;
    if (!pages.has(name)) {
      // At 400 % a window 1280 wide has room for 320 of the page's own points.
      const context = await browser.newContext({ viewport: { width: Math.round(bredd / zoom), height: Math.round(900 / zoom) },
        deviceScaleFactor: zoom, colorScheme: mork ? "dark" : "light", locale: "sv-SE" });
      const page = await context.newPage();
      page.on("console", (one) => one.type() === "error" && faults.push(one.text()));
      page.on("pageerror", (error) => faults.push(String(error.stack ?? error)));
      page.on("request", (one) => one.url().startsWith(here) || faults.push(one.url()));
      await page.goto(here);
      await page.waitForFunction(() => window.redo);
      pages.set(name, page);
    }
    const page = pages.get(name);
    await page.evaluate((one) => window.startad(one), dokument ?? { block: [] });
    await page.evaluate(() => window.red.fokus());
    const gave = [];
    for (const [what, ...rest] of steg) {
      try {
        const found = await STEPS[what](page, ...rest);
        if (["md", "eval", "paste", "axe"].includes(what)) gave.push(found);
      } catch (error) {
        gave.push({ fault: `${what} ${JSON.stringify(rest).slice(0, 200)}: ${error.message}` });
      }
    }
    all.push(gave);
  }
  await browser.close();
  server.close();
  process.stdout.write(JSON.stringify({ cases: all, faults }));
}

main().catch((error) => { console.error(error); process.exit(1); });
