// An answer that cannot be edited as text that looks like text (it is far too long, say): its Markdown, as it is written.
// It is spoken to as the editor is; what is typed is given as { markdown }.

export function start(element, svar, onChange) {
  const area = document.createElement("textarea");
  area.className = "text";
  area.lang = "sv";
  area.spellcheck = true;
  area.setAttribute("aria-label", `Svar på fråga ${svar.id}, som Markdown`);
  area.setAttribute("aria-describedby", "rakning");
  area.value = svar.markdown;
  area.addEventListener("input", () => onChange({ markdown: area.value }));
  element.replaceChildren(area);
  let composes = false;
  area.addEventListener("compositionstart", () => { composes = true; });
  area.addEventListener("compositionend", () => { composes = false; });
  return {
    kan: () => !composes,
    taIn({ markdown }) {
      const at = [area.selectionStart, area.selectionEnd].map((one) => moved(one, area.value, markdown));
      area.value = markdown;
      if (document.activeElement === area) area.setSelectionRange(...at);
    },
    visa() {},
    gaTill(fynd) {
      const at = area.value.indexOf(fynd.utdrag);
      if (at < 0) return false;
      area.focus();
      area.setSelectionRange(at, at + fynd.utdrag.length);
      return true;
    },
    infoga(text) {
      area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
      area.focus();
      onChange({ markdown: area.value });
    },
    fokus: () => area.focus(),
    stopp: () => area.remove(),
  };
}

// Where a place of a text is in what the text has become: as far from its end, where it stands after what differs.
function moved(place, was, now) {
  let start = 0;
  while (start < place && was[start] === now[start]) start += 1;
  return start === place ? place : Math.max(start, now.length - (was.length - place));
}
