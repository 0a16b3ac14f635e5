// Pages without a browser: the page's own modules, an editor's state without its view, and a network that is told what
// to do. node webb_vaxling.mjs PAGE.mjs: takes commands as lines of JSON, and says after each of them what was asked of
// the server and what every page shows. PAGE.mjs gives sida(name, on); see webb_vaxling_sida.mjs.
import { AsyncLocalStorage } from "node:async_hooks";
import { pathToFileURL } from "node:url";
import { createInterface } from "node:readline";

const whose = new AsyncLocalStorage();
const waiting = new Map(); // what has been asked and not answered, by its number
const pages = new Map();
const store = {};
const timers = new Map();
let [asked, number, now, at] = [[], 0, 1, 0];

globalThis.localStorage = new Proxy(store, {
  get: (_, name) => ({
    getItem: (key) => store[key] ?? null,
    setItem: (key, value) => { store[key] = String(value); },
    removeItem: (key) => { delete store[key]; },
  })[name] ?? store[name],
});
globalThis.setTimeout = (work, wait = 0) => {
  timers.set(++at, { work: AsyncLocalStorage.bind(work), when: now + wait, page: whose.getStore() });
  return at;
};
globalThis.clearTimeout = (timer) => timers.delete(timer);
globalThis.fetch = (path, options = {}) => new Promise((answer, fail) => {
  number += 1;
  waiting.set(number, { answer, fail, page: whose.getStore() });
  const body = options.body === undefined ? null : JSON.parse(options.body);
  asked.push({ nr: number, sida: whose.getStore(), vag: path, kropp: body, sist: options.keepalive === true });
});

const { sida } = await import(pathToFileURL(process.argv[2]));

const DO = {
  oppna: async ({ sida: name }) => pages.set(name, await sida(name)),
  skriv: ({ sida: name, text }) => pages.get(name).skriv(text),
  stycke: ({ sida: name, ord }) => pages.get(name).ga(ord),
  handelse: ({ sida: name, slag, data }) => pages.get(name).handelse(slag, data),
  stang: ({ sida: name, hej }) => {
    const page = pages.get(name);
    page.stang(hej);
    pages.delete(name);
    for (const [nr, one] of waiting) if (one.page === name) waiting.delete(nr);
    for (const [nr, one] of timers) if (one.page === name) timers.delete(nr); // a page that is closed does nothing more
  },
  ge: ({ nr, status, data }) => {
    const one = waiting.get(nr);
    if (!one) return;
    waiting.delete(nr);
    if (status === 0) one.fail(new TypeError("no answer"));
    else one.answer({ ok: status < 400, status, json: async () => data });
  },
  tid: ({ ms }) => {
    now += ms;
    for (const [key, { work, when }] of [...timers]) {
      if (when > now) continue;
      timers.delete(key);
      work();
    }
  },
  se: () => {},
};

const settle = () => new Promise((done) => setImmediate(done));

for await (const line of createInterface({ input: process.stdin })) {
  const command = JSON.parse(line);
  const faults = [];
  try {
    await whose.run(command.sida, () => DO[command.gor](command));
  } catch (error) {
    faults.push(String(error.stack ?? error));
  }
  for (let turn = 0; turn < 4; turn += 1) await settle();
  const seen = Object.fromEntries([...pages].map(([name, page]) => [name, page.sedd()]));
  process.stdout.write(`${JSON.stringify({ bett: asked, sidor: seen, utkast: { ...store }, fel: faults })}\n`);
  asked = [];
}
