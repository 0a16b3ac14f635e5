// Elements made from names and texts: what comes from answers is always text, never HTML.

/** Make an element: el("p", {class: "x", onclick: f}, "text", child …); null and false children are left out. */
export function el(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (key in made && typeof value !== "string") made[key] = value;
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.flat(2).filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

/** Put other children in an element, and keep the focus where it was if that is still there by its id. */
export function fyll(element, ...children) {
  visat.delete(element);
  senare.delete(element);
  const id = element.contains(document.activeElement) ? document.activeElement.id : "";
  element.replaceChildren(...children.flat(2).filter((child) => child !== null && child !== undefined && child !== false));
  if (id) document.getElementById(id)?.focus({ preventScroll: true });
  return element;
}

const visat = new WeakMap(); // what elements show
const senare = new Map(); // what is to be done to elements when the button has been let go
let tryckt = null; // what a button is being pressed on: were it taken away, the click would be lost

addEventListener("pointerdown", ({ target }) => { tryckt = target; }, true);
for (const kind of ["pointerup", "pointercancel"]) {
  addEventListener(kind, () => setTimeout(() => {
    tryckt = null;
    const all = [...senare];
    senare.clear();
    for (const [element, work] of all) if (element.isConnected) slappt(element, work);
  }), true);
}

/** Do something to an element: when the button has been let go, where it is being pressed on something in it. */
export function slappt(element, work) {
  if (element.contains(tryckt)) {
    senare.set(element, work);
    return;
  }
  senare.delete(element);
  work();
}

/** Put other children in an element where what they tell of is another than the last time: most keys change nothing. */
export function fyllOm(element, what, children) {
  slappt(element, () => {
    const now = JSON.stringify(what);
    if (visat.get(element) !== now) fyll(element, ...children());
    visat.set(element, now);
  });
}

const siffror = new Intl.NumberFormat("sv-SE");

/** A number as Swedish has it: 12 345. */
export const tal = (number) => siffror.format(number);

/** A number with its noun: 1 varning, 2 varningar. */
export const antal = (number, one, many) => `${tal(number)} ${number === 1 ? one : many}`;

/** Call a function when it has not been asked for during a while. */
export function lugnt(work, milliseconds) {
  let timer = 0;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => work(...given), milliseconds);
  };
}

const HORT = 1500; // milliseconds: what is replaced sooner is not read out
let sades = -HORT; // when something was last said
let vantar = 0;

/** Say something to those who do not see the page. */
export function sag(text) {
  const place = document.getElementById("talat");
  if (place.textContent !== text) place.textContent = text;
  sades = performance.now();
}

/** Say something when what was last said has been heard; only the last of what waits is said. */
export function sagSedan(text) {
  clearTimeout(vantar);
  const left = sades + HORT - performance.now();
  if (left <= 0) sag(text);
  else vantar = setTimeout(() => sagSedan(text), left);
}

/** Show, or take away, what stops the work. */
export function larma(text) {
  const place = document.getElementById("larm");
  place.hidden = !text;
  if (place.textContent !== (text ?? "")) place.textContent = text ?? "";
}
