// The keys, as people know them from Word.
import { InputRule, Plugin, baseKeymap, chainCommands, inputRules, keymap, redo, undo, undoInputRule, wrappingInputRule } from "../karna.js";
import * as gor from "./kommandon.js";
import { oppna } from "./figurer.js";
import { schema } from "./schema.js";

const { nodes } = schema;

const KVAR = "Tabb gör inget i löpande text. Tryck Esc och sedan Tabb för att gå vidare till det som står under.";

// ``menu`` are those that open something or go somewhere: { lank, fotnot, verktyg, nasta }, and sagt(text).
export function tangenter(menu) {
  const [lamnar, stannar] = tabbar(menu.sagt);
  return [
    lamnar,
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
      Tab: stannar(gor.tabb),
      "Shift-Tab": stannar(gor.tabbTillbaka),
      Enter: chainCommands(oppna, gor.nyRad),
      "Shift-Enter": gor.radbrytning,
      Backspace: undoInputRule,
    }),
    keymap(baseKeymap),
  ];
}

// The keys within a note: formatting alone; undo is the whole text's.
export function nottangenter({ angra, gorOm, ut, lank, verktyg, sagt }) {
  const [lamnar, stannar] = tabbar(sagt);
  return [
    lamnar,
    keymap({
      Tab: stannar(() => false), "Shift-Tab": stannar(() => false),
      "Mod-b": gor.fet, "Mod-i": gor.kursiv, "Mod-k": lank,
      "Mod-z": angra, "Mod-y": gorOm, "Mod-Shift-z": gorOm,
      "Alt-F10": verktyg, "Shift-Enter": gor.radbrytning, Enter: oppna, Escape: ut,
    }),
    keymap(baseKeymap),
  ];
}

// Tab stays where people write: who has it at hand from Word would go on writing in the list below, which takes the
// letters as choices. Escape lets the next one go where the browser has it.
function tabbar(sagt) {
  let isLeaving = false;
  const lamnar = new Plugin({
    props: {
      handleKeyDown: (_, { key }) => {
        if (key !== "Tab" && key !== "Shift") isLeaving = key === "Escape";
        return false;
      },
    },
  });
  const stannar = (command) => (state, dispatch, view) => {
    if (isLeaving) return (isLeaving = false);
    if (!command(state, dispatch, view)) sagt(KVAR);
    return true;
  };
  return [lamnar, stannar];
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
