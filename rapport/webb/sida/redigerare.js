// The editor of an answer's text. `start` puts it in an element; what is typed is given to `onChange` as it is typed.

/** Start an editor of an answer; return how it is spoken to. */
export function start(element, svar, onChange) {
  const area = document.createElement("textarea");
  area.id = "text";
  area.className = "text";
  area.lang = "sv";
  area.spellcheck = true;
  area.setAttribute("aria-label", `Svar på fråga ${svar.id}`);
  area.setAttribute("aria-describedby", "rakning");
  area.value = svar.markdown.replace(/\n$/, "");
  area.addEventListener("input", () => onChange({ markdown: area.value }));
  element.replaceChildren(area);
  return {
    /** Let the text be another, with the cursor where it was as far as it can be. */
    satt(answer) {
      const at = [area.selectionStart, area.selectionEnd];
      area.value = answer.markdown.replace(/\n$/, "");
      if (document.activeElement === area) area.setSelectionRange(...at.map((one) => Math.min(one, area.value.length)));
    },
    /** Show the words that a finding is about; return whether they are there. */
    visa(fynd) {
      const from = fynd.utdrag ? area.value.indexOf(fynd.utdrag, Math.max(0, (fynd.start ?? 0) - 40)) : -1;
      const at = from < 0 && fynd.utdrag ? area.value.indexOf(fynd.utdrag) : from;
      if (at < 0) return false;
      area.focus();
      area.setSelectionRange(at, at + fynd.utdrag.length);
      return true;
    },
    fokusera: () => area.focus(),
    fynd() {},
    stopp: () => area.remove(),
  };
}
