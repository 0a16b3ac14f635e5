// The keys, as people know them from Word.
import { InputRule, baseKeymap, chainCommands, inputRules, keymap, redo, undo, undoInputRule, wrappingInputRule } from "../karna.js";
import * as gor from "./kommandon.js";
import { oppna } from "./figurer.js";
import { schema } from "./schema.js";

const { nodes } = schema;

// ``menu`` are those that open something or go somewhere: { lank, fotnot, verktyg, nasta }.
export function tangenter(menu) {
  return [
    keymap({
      "Mod-b": gor.fet,
      "Mod-i": gor.kursiv,
      "Mod-z": undo,
      "Mod-y": redo,
      "Mod-Shift-z": redo,
      "Mod-Shift-l": gor.lista(nodes.punktlista),
      "Mod-Shift-7": gor.lista(nodes.nummerlista),
      "Mod-k": menu.lank,
      "Ctrl-Alt-f": menu.fotnot,
      "Alt-F7": menu.nasta, // where Word goes to the next misspelt word
      "Alt-F10": menu.verktyg,
      Tab: gor.tabb,
      "Shift-Tab": gor.tabbTillbaka,
      Enter: chainCommands(oppna, gor.nyRad),
      "Shift-Enter": gor.radbrytning,
      Backspace: undoInputRule,
    }),
    keymap(baseKeymap),
  ];
}

// The keys within a note: formatting alone; undo is the whole text's.
export function nottangenter({ angra, gorOm, ut, lank, verktyg }) {
  return [
    keymap({
      "Mod-b": gor.fet, "Mod-i": gor.kursiv, "Mod-k": lank,
      "Mod-z": angra, "Mod-y": gorOm, "Mod-Shift-z": gorOm,
      "Alt-F10": verktyg, "Shift-Enter": gor.radbrytning, Enter: oppna, Escape: ut,
    }),
    keymap(baseKeymap),
  ];
}

// "- " and "1. " at the beginning of a paragraph begin a list, as Word does it.
export const inmatning = inputRules({
  rules: [
    wrappingInputRule(/^\s*[-*•]\s$/, nodes.punktlista),
    wrappingInputRule(
      /^(\d{1,3})[.)]\s$/,
      nodes.nummerlista,
      (match) => ({ start: Number(match[1]) }),
      (match, node) => node.childCount + node.attrs.start === Number(match[1]),
    ),
    new InputRule(/(?<=\s|^)--\s$/, "– "),
  ],
});
