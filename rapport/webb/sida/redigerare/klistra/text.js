// The signs of what is pasted: blanks, signs that are not seen, Word's symbols, raised and lowered figures.

const UNSEEN = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const NOT_TEXT = /[\u0000-\u0008\u000b-\u001f\u007f]/g;
const HARD_BLANK = /(?<!\d)[\u00a0\u202f]|[\u00a0\u202f](?!\d)/g; // one between digits keeps a number whole
const WINGDINGS = {
  à: "→", ß: "←", ó: "↔", ü: "✓", û: "✗", "·": "•", "§": "•", Ø: "•", "\uf0e0": "→", "\uf0fc": "✓", "\uf0b7": "•", "\uf0a7": "•",
};
const RAISED = Object.fromEntries([..."0123456789+-–n"].map((sign, at) => [sign, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ"[at]]));
const LOWERED = Object.fromEntries([..."0123456789+-–"].map((sign, at) => [sign, "₀₁₂₃₄₅₆₇₈₉₊₋₋"[at]]));

export const clean = (text) => text.normalize("NFC").replace(UNSEEN, "").replace(NOT_TEXT, " ");

// The blanks of a line as an answer has them; white space in HTML is one blank.
export const soft = (text) => text.replace(HARD_BLANK, " ");

export const collapsed = (text) => text.replace(/[ \t\r\n]+/g, " ");

// A sign of Word's symbol fonts as what it shows; null where that is not known.
export function symbol(text) {
  const signs = [...text.trim()].map((sign) => WINGDINGS[sign]);
  return signs.every(Boolean) ? signs.join("") : null;
}

// Figures as raised or lowered signs; null where there are none for them.
export function shifted(text, isRaised) {
  const signs = [...text.trim()].map((sign) => (isRaised ? RAISED : LOWERED)[sign]);
  return signs.length && signs.every(Boolean) ? signs.join("") : null;
}
