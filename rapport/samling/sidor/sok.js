// Search over all answers, from the files themselves: every word must stand in the answer, the most of them first.
// The answers of each year are a script of their own. They come one after the other, the newest first, so that the
// page can be used at once; what has been searched for is looked for in each as it comes.
"use strict";

const MOST = 50; // shown
const AROUND = 90; // letters on each side of the first word
const LEAST = 3; // letters of a word that is counted: shorter ones stand everywhere, and how often says nothing
const answers = [];
const unread = [];
const field = document.getElementById("ord");
const count = document.getElementById("antal");
const list = document.getElementById("traffar");
const years = count.dataset.aren.split(" ").filter(Boolean);

function load() {
  const ar = years[0];
  if (!ar) return;
  const script = document.createElement("script");
  script.src = `sokdata-${ar}.js`;
  script.onload = () => take(window.SVAR);
  script.onerror = () => {
    unread.push(ar);
    take([]);
  };
  document.head.append(script);
}

function take(rows) {
  for (const [namn, region, ar, fraga, text] of rows) {
    answers.push({ namn, region, ar, fraga, text, small: text.toLowerCase() });
  }
  window.SVAR = null;
  years.shift();
  show();
  load();
}

function times(text, word) {
  if (word.length < LEAST) return 1;
  let found = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) found += 1;
  return found;
}

function find(words) {
  return answers
    .filter((answer) => words.every((word) => answer.small.includes(word)))
    .map((answer) => ({ answer, score: words.reduce((sum, word) => sum + times(answer.small, word), 0) }))
    .sort((one, other) => other.score - one.score)
    .map(({ answer }) => answer);
}

function marked({ text, small }, word) {
  const whole = document.createElement("p");
  const at = small.indexOf(word);
  const from = Math.max(0, at - AROUND);
  const mark = document.createElement("mark");
  mark.textContent = text.slice(at, at + word.length);
  const after = text.slice(at + word.length, at + word.length + AROUND);
  whole.append((from ? "… " : "") + text.slice(from, at), mark, after + (at + AROUND < text.length ? " …" : ""));
  return whole;
}

function row(answer, words) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = `${answer.namn}.html#fraga-${answer.fraga}`;
  link.textContent = `${answer.region} ${answer.ar}, fråga ${answer.fraga}`;
  item.append(link, marked(answer, words[0]));
  return item;
}

function show() {
  const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
  const found = words.length ? find(words) : [];
  const more = found.length > MOST ? ` De ${MOST} första visas.` : "";
  const left = years.length ? ` Svaren från ${years.join(", ")} läses.` : "";
  const lost = unread.length ? ` Svaren från ${unread.join(", ")} kunde inte läsas.` : "";
  count.textContent = (words.length ? `${found.length} svar.${more}` : "") + (words.length ? left : "") + lost;
  list.replaceChildren(...found.slice(0, MOST).map((answer) => row(answer, words)));
}

field.addEventListener("input", show);
field.form.addEventListener("submit", (event) => event.preventDefault()); // Enter asks for what is shown already
load();
