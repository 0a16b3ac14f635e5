// A page without its elements, for webb_vaxling.mjs: the real modules, one copy of them for each page.
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const SIDA = fileURLToPath(new URL("../rapport/webb/sida", import.meta.url));
const FRAGA = "1.1";
const place = mkdtempSync(path.join(tmpdir(), "sidor-"));
process.on("exit", () => rmSync(place, { recursive: true, force: true }));
const oppna = new Set();

async function modules(name) {
  const own = path.join(place, name);
  cpSync(SIDA, own, { recursive: true });
  const load = (file) => import(pathToFileURL(path.join(own, file)));
  const [api, utkast, skrivare, karna, dokument, { intag }] = await Promise.all(
    ["api.js", "utkast.js", "skrivare.js", "karna.js", "redigerare/dokument.js", "redigerare/intag.js"].map(load),
  );
  return { api, utkast, skrivare, karna, dokument, intag };
}

export async function sida(name) {
  const { api, utkast, skrivare, karna, dokument, intag } = await modules(name);
  utkast.forMapp("m");
  oppna.add(api.FLIK);
  let [state, writer, strid, number] = [null, null, null, 0];
  const ruta = {
    kan: () => true,
    taIn(data) {
      const tr = intag(state, data.dokument);
      if (tr) state = state.apply(tr);
    },
  };
  const disputed = (one) => {
    strid = { ...one, obesvarat: writer.vanta() };
  };
  const on = { svar() {}, strid: disputed, fel() {}, lage() {} };

  async function open() {
    const svar = await api.hamta(`fraga/${FRAGA}`);
    state = karna.EditorState.create({ doc: dokument.tillDoc(svar.dokument) });
    writer = skrivare.skrivare(svar, ruta, on);
    if (svar.strid) disputed(svar.strid);
    for (const draft of utkast.kvar(svar, [...oppna], skrivare.skrivande())) {
      await writer.aterta(draft).catch((error) => error.strid && disputed(error.strid));
    }
  }
  void open();

  return {
    skriv(text) {
      if (strid) return;
      const { tr, selection } = state;
      state = state.apply(text === "\n" ? tr.split(selection.from) : tr.insertText(text));
      void writer.andra({ dokument: dokument.franDoc(state.doc) }, (number += 1));
    },
    /** Put the cursor at the end of a paragraph, by its number. */
    ga(wanted) {
      let at = 0;
      state.doc.forEach((node, offset) => {
        const end = karna.TextSelection.create(state.doc, offset + 1 + node.content.size);
        if (at++ === wanted) state = state.apply(state.tr.setSelection(end));
      });
    },
    handelse(slag, data) {
      if (!writer) return;
      if (slag === "rapport" && !(data.vad === "svar" && data.flik === writer.id)) void writer.las();
      if (slag === "sparat") skrivare.sparat(data);
      if (slag === "konflikt" && data.fraga === FRAGA) disputed(data);
    },
    stang(isPolite) {
      oppna.delete(api.FLIK);
      if (isPolite) writer?.stopp(true);
    },
    sedd() {
      const text = [];
      state?.doc.forEach((node) => text.push(node.textContent));
      return { redo: writer !== null, text, strid, lugn: writer?.lugn() ?? false };
    },
  };
}
