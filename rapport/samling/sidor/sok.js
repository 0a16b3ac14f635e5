// Search over all answers, from the file itself: every word must stand in the answer, the most of them first.
"use strict";

const MOST = 50; // shown
const AROUND = 90; // letters on each side of the first word
const answers = window.SVAR.map(([namn, region, ar, fraga, text]) => ({
  namn, region, ar, fraga, text, small: text.toLocaleLowerCase("sv"),
}));
const field = document.getElementById("ord");
const count = document.getElementById("antal");
const list = document.getElementById("traffar");

function times(text, word) {
  if (word.length < 2) return 1; // a letter stands everywhere: how often says nothing
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

function marked(text, word) {
  const whole = document.createElement("p");
  const at = text.toLocaleLowerCase("sv").indexOf(word);
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
  item.append(link, marked(answer.text, words[0]));
  return item;
}

function show() {
  const words = field.value.toLocaleLowerCase("sv").split(/\s+/).filter(Boolean);
  const found = words.length ? find(words) : [];
  const more = found.length > MOST ? ` De ${MOST} första visas.` : "";
  count.textContent = words.length ? `${found.length} svar.${more}` : "";
  list.replaceChildren(...found.slice(0, MOST).map((answer) => row(answer, words)));
}

field.addEventListener("input", show);
show();
