// A person who types, in Chromium, and how long it takes until the count has followed; see bench_redigera.py.
// node bench_redigera.cjs CHROMIUM ADDRESS QUESTION; for each line of JSON on stdin one of what was measured on stdout.
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const readline = require("node:readline");
const { chromium } = require("playwright-core");

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--enable-precise-memory-info"];
const [, , executablePath, address, fraga] = process.argv;
const way = `${new URL(address).origin}/#/fraga/${fraga}`;
const EDITABLE = ".skriv [contenteditable=true], .skriv textarea";
const WORDS = [
  " och under året har regionen, tillsammans med kommunerna, tagit fram en gemensam färdplan",
  " samt finansierat arbetet med 1,2 miljoner kronor ur anslag 1:1, 15 procent mer än 2023",
  " medan kompetensförsörjningsstrategin antogs i juni och genomförandet är påbörjat i åtta komuner",
];

// In the page, before all else: when the text can be written in.
function watch(selector) {
  const seen = new MutationObserver(() => {
    if (!document.querySelector(selector) || !document.querySelector(".rum .tal")) return;
    window.ready ??= performance.now();
    seen.disconnect();
  });
  seen.observe(document, { childList: true, subtree: true });
}

// In the page: each key has the number that it will make the count, and has been followed when that, or what a later
// key makes of it, is there to be seen.
function measure() {
  const waiting = [];
  const shown = () => Number(document.querySelector(".rum .tal b").textContent.replace(/\D/g, ""));
  let wanted = shown();
  const look = () => {
    const at = waiting.findLastIndex((one) => one.wanted === shown());
    const now = performance.now();
    for (const one of waiting.splice(0, at + 1)) window.times.push(now - one.began);
    if (!waiting.length) window.followed?.();
  };
  document.addEventListener("keydown", ({ key, timeStamp }) => waiting.push({ wanted: (wanted += key === "Backspace" ? -1 : 1), began: timeStamp }), true);
  new MutationObserver(look).observe(document.querySelector(".rum"), { childList: true, subtree: true, characterData: true });
  const where = () => `räknaren visar ${shown()}, väntar på ${waiting.map((one) => one.wanted)}; markören står efter ”${getSelection().focusNode?.data?.slice(-150, getSelection().focusOffset)}”`;
  window.all = () => new Promise((done, fail) => {
    if (!waiting.length) return done();
    const late = setTimeout(() => fail(new Error(where())), 20000);
    window.followed = () => { clearTimeout(late); done(); };
  });

  // Before the last full stop of a paragraph in the middle: there every key counts.
  const all = [...document.querySelectorAll(".skriv .ProseMirror > p")].filter((one) => one.lastChild?.data?.endsWith("."));
  const text = all[all.length >> 1].lastChild;
  document.querySelector(".skriv .ProseMirror").focus();
  getSelection().collapse(text, text.length - 1);
}

function* keys(count) {
  for (let turn = 0; ; turn += 1) {
    const words = WORDS[turn % WORDS.length];
    for (const key of [...words, ...Array(words.length).fill("Backspace")]) {
      if ((count -= 1) < 0) return;
      yield key;
    }
  }
}

// How long the page's thread has had a processor, in ms.
async function worked(cdp) {
  const { metrics } = await cdp.send("Performance.getMetrics");
  return 1000 * metrics.find(({ name }) => name === "TaskDuration").value;
}

const DOES = {
  /** Open the question in a browser that has never seen it. */
  async opens(browser, _told, state) {
    await state.context?.close();
    state.context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "sv-SE", storageState: state.let_in });
    state.page = await state.context.newPage();
    await state.page.addInitScript(watch, EDITABLE);
    if (!state.let_in) {
      await state.page.goto(address);
      await state.page.waitForSelector("h1");
      state.let_in = await state.context.storageState();
    }
    await state.page.goto(way);
    await state.page.waitForFunction(() => window.ready);
    return { redo: await state.page.evaluate(() => window.ready) };
  },
  /** Type: a key every `takt` milliseconds, or each as soon as the count has followed the last. */
  async types(_browser, { antal, takt = 0 }, state) {
    const { page } = state;
    state.cdp ??= new Map();
    if (!state.cdp.has(page)) {
      const cdp = await state.context.newCDPSession(page);
      await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
      state.cdp.set(page, cdp);
      await page.evaluate(measure);
    }
    await page.evaluate(() => { window.times = []; });
    const before = await worked(state.cdp.get(page));
    const began = performance.now();
    let done = 0;
    for (const key of keys(antal)) {
      const [text, code] = key === "Backspace" ? ["", 8] : [key, 0];
      await state.cdp.get(page).send("Input.dispatchKeyEvent", { type: text ? "keyDown" : "rawKeyDown", key, code: text ? "" : key, text, windowsVirtualKeyCode: code });
      await state.cdp.get(page).send("Input.dispatchKeyEvent", { type: "keyUp", key, windowsVirtualKeyCode: code });
      done += 1;
      if (takt) await page.waitForTimeout(Math.max(0, began + done * takt - performance.now()));
      else await page.evaluate(() => window.all());
    }
    await page.evaluate(() => window.all());
    const arbete = (await worked(state.cdp.get(page))) - before;
    return page.evaluate((taken) => ({ tider: window.times, hog: performance.memory.usedJSHeapSize / 2 ** 20, arbete: taken }), arbete);
  },
};

async function main() {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), "profil-"));
  const browser = await chromium.launch({ executablePath, args: FLAGS, env: { ...process.env, HOME: home } });
  const state = {};
  try {
    for await (const line of readline.createInterface({ input: process.stdin })) {
      const told = JSON.parse(line);
      console.log(JSON.stringify(await DOES[told.gor](browser, told, state)));
    }
  } finally {
    await browser.close();
    fs.rmSync(home, { recursive: true, force: true });
  }
}

main().then(() => process.exit(0), (error) => { console.error(error); process.exit(1); });
