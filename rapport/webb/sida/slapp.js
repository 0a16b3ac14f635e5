// Files dropped anywhere on the page: the browser must not open them in the page's place, and they come in.

/** Let files be dropped; `tagEmot(files)` is given them. A drop of text is left to the editor. */
export function slappHar(tagEmot) {
  const hasFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  const show = (is) => document.body.classList.toggle("slapper", is);
  addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
    show(true);
  }, true);
  addEventListener("dragleave", (event) => { if (!event.relatedTarget) show(false); }, true);
  addEventListener("drop", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    event.stopPropagation();
    show(false);
    if (event.dataTransfer.files.length) tagEmot([...event.dataTransfer.files]);
  }, true);
}
