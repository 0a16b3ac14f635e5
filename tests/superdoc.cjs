// A colleague in a Word editor in the browser: opens a document, types in it, saves it.
// node superdoc.cjs CHROMIUM SOURCE TARGET EDITS.json; the edits are [{at, word, type}]: in the paragraph that holds
// `at`, the word `word` is selected and `type` typed over it; without a word, it is typed as a new paragraph below.
const fs = require("node:fs");
const http = require("node:http");
const path = require("node:path");
const { chromium } = require("playwright-core");

const [, , program, source, target, edits] = process.argv;
const DIST = path.dirname(require.resolve("superdoc"));
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];
const DOWN = 40; // so often down by a part of a page, and one is at the end of the document
const PAGE = `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/style.css">
<div id="editor" style="width: 1000px; height: 900px"></div><script src="/superdoc.min.js"></script>
<script>
const Made = (window.SuperDocLibrary || window.SuperDoc).SuperDoc || window.SuperDoc;
window.editor = new Made({ selector: "#editor", document: "/dokument.docx", documentMode: "editing",
  telemetry: { enabled: false }, onReady: () => { window.isReady = true; }, onException: (e) => console.log("exception", String(e.error || e)) });
</script>`;

const server = http.createServer((request, answer) => {
  const name = request.url.split("?")[0];
  if (name === "/") return answer.writeHead(200, { "content-type": "text/html" }).end(PAGE);
  const file = name === "/dokument.docx" ? source : path.join(DIST, path.basename(name));
  if (!fs.existsSync(file)) return answer.writeHead(404).end();
  const type = { ".js": "text/javascript", ".css": "text/css" }[path.extname(file)] || "application/octet-stream";
  return answer.writeHead(200, { "content-type": type }).end(fs.readFileSync(file));
});

async function main() {
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const browser = await chromium.launch({ executablePath: program, args: FLAGS });
  const page = await browser.newPage({ viewport: { width: 1200, height: 1000 } });
  const here = `http://127.0.0.1:${server.address().port}/`;
  await page.route((url) => !url.href.startsWith(here) && !/^(blob|data):/.test(url.href), (route) => route.abort());
  if (process.env.TALA) page.on("console", (message) => console.error(message.text()));
  await page.goto(here);
  await page.waitForFunction(() => window.isReady, null, { timeout: 60000 });
  await still(page, 30);
  if (process.env.TALA) await page.screenshot({ path: `${target}.png` });
  for (const { at, word, type } of JSON.parse(fs.readFileSync(edits, "utf8"))) await edit(page, at, word, type);
  if (process.env.TALA) await page.screenshot({ path: `${target}-efter.png` });
  const bytes = await page.evaluate(async () => {
    const blob = await window.editor.export({ exportType: ["docx"], triggerDownload: false });
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  fs.writeFileSync(target, Buffer.from(bytes));
  await browser.close();
  server.close();
}

// Where a word is on the page, as a person would see it; the pages are drawn as they come into view.
function find(page, at, word) {
  return page.evaluate(([at, word]) => {
    const walker = document.createTreeWalker(document.querySelector("#editor"), NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode());) {
      const from = node.data.indexOf(at);
      const box = node.parentElement.getBoundingClientRect();
      if (from < 0 || !box.width || getComputedStyle(node.parentElement).visibility === "hidden") continue;
      const range = document.createRange();
      const start = word ? node.data.indexOf(word, from) : from;
      if (start < 0) continue;
      range.setStart(node, start);
      range.setEnd(node, start + (word || at).length);
      node.parentElement.scrollIntoView({ block: "center" });
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }
    return null;
  }, [at, word]);
}

async function edit(page, at, word, type) {
  let place = null;
  for (let step = 0; !place && step < 3 * DOWN; step += 1) {
    place = await find(page, at, word);
    if (!place) {
      await page.mouse.move(500, 500);
      await page.mouse.wheel(0, step % DOWN === DOWN - 1 ? -100000 : 600); // from the top once more, and more slowly
      await still(page, step < 2 * DOWN ? 2 : 10);
    }
  }
  if (!place) throw new Error(`${at} syns inte`);
  await still(page, 10);
  place = await find(page, at, word);
  if (word) {
    await page.mouse.dblclick(place.x, place.y);
  } else {
    await page.mouse.click(place.x, place.y);
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
  }
  await page.keyboard.type(type.slice(0, 4)); // all pages are laid out anew at each key: the rest comes at once
  await page.keyboard.insertText(type.slice(4));
  await page.waitForFunction((words) => document.querySelector("#editor").textContent.includes(words), type);
  await still(page, 10);
}

// Until for so many frames nothing has been drawn anew.
function still(page, frames) {
  return page.evaluate((frames) => new Promise((done) => {
    let left = frames;
    const observer = new MutationObserver(() => { left = frames; });
    observer.observe(document.querySelector("#editor"), { subtree: true, childList: true, attributes: true, characterData: true });
    const frame = () => { if (left) { left -= 1; requestAnimationFrame(frame); } else { observer.disconnect(); done(); } };
    requestAnimationFrame(frame);
  }), frames);
}

main().catch((error) => { console.error(error); process.exit(1); });
