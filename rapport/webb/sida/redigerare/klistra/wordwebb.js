// Lists of Word for the web and of new Outlook: each item in a list of its own, with its level beside it.

// The items of such a list, as { punkt }; null where the list is one like any other.
export function webbpunkt(reader, element, state) {
  const items = [...element.children].filter((child) => child.localName === "li");
  if (!items.length || !items.every((item) => item.hasAttribute("data-aria-level"))) return null;
  const ordnad = element.localName === "ol";
  const start = Number(element.getAttribute("start") ?? 1) || 1;
  if (ordnad && items.some((item) => /[a-z]|%\d[.)]?$/i.test(item.getAttribute("data-leveltext") ?? "") && isLettered(reader, element, item))) reader.bokstaver();
  return items.flatMap((item, number) => {
    const block = reader.block(item, reader.formatted(item, state));
    if (!block.length) return [];
    const niva = Number(item.getAttribute("data-aria-level")) || 1;
    return [{ punkt: { niva, ordnad, nummer: start + number, lista: item.getAttribute("data-listid"), bokstav: false, block } }];
  });
}

const isLettered = (reader, list, item) =>
  /alpha|roman/.test(`${reader.stilar.of(list)["list-style-type"] ?? ""} ${reader.stilar.of(item)["list-style-type"] ?? ""}`);
