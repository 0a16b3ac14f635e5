"""What must not be left in a document that is handed in: hidden text, headings, pictures, missing access."""

import re
from collections.abc import Callable, Iterator

from rapport.finding import Finding, Place, Severity
from rapport.prose.blocks import Blocks, List, Table
from rapport.word.blocks import WordBlock
from rapport.word.locate import Located
from rapport.word.losses import has_picture
from rapport.word.ns import Element, child_val, get, qn
from rapport.word.package import Parts, external_kinds, part_root
from rapport.word.properties import core_value
from rapport.word.styles import Styles

_NOT_READ = tuple(map(qn, ("w:altChunk", "w:subDoc", "w:contentPart", "w:ruby")))  # text of other files or layers
_MACROS = ("vbaProject.bin", "activeX")
_FETCHED = {"attachedTemplate", "oleObject", "frame", "image"}  # what Word gets on its own when the file is opened


def hygiene_findings(parts: Parts, root: Element, located: Located, name: str) -> Iterator[Finding]:
    """Yield all that a reader of the printed page would not see, and what an answer may not hold."""
    style_name = Styles(parts).name
    for omrade, fraga, number, block in located.standing():
        place = Place(name, stycke=number)
        for excerpt in block.hidden:
            message = f"Dold text: ”{excerpt}”. Den räknas inte och syns inte, men följer med filen."
            hint = "Ta fram eller ta bort texten."
            yield Finding("dold-text", "error", message, hint, place, omrade, fraga, excerpt)
        if fraga and number:
            yield from _not_allowed(block, style_name, place, omrade, fraga)
        yield from _tables(block.own, place, omrade, fraga, block.element)
    for _ in root.iter(*_NOT_READ):
        message = "Innehåll som ett annat program har lagt in kan inte läsas, och följer inte med vid import."
        hint = "Öppna dokumentet i Word, spara det och försök igen."
        yield Finding("utan-hem", "error", message, hint, Place(name))
    yield from _access(parts, root, name)
    yield from _dangers(parts, name)


def _not_allowed(
    block: WordBlock, style_name: Callable[[str | None], str], place: Place, omrade: int | None, fraga: str
) -> Iterator[Finding]:
    if re.match(r"heading \d|rubrik \d", style_name(child_val(block.element, "w:pPr/w:pStyle"))):
        message = f"En rubrik står i svaret: ”{block.text.strip()}”. Den numreras som en av formulärets frågor."
        yield Finding("markdown", "error", message, "Gör raden till vanlig text i fetstil.", place, omrade, fraga)
    if has_picture(block):
        message = "En bild står i svaret. Formuläret har ingen plats för bilder, och bilden följer inte med vid import."
        yield Finding("markdown", "error", message, "Ta bort bilden och beskriv den i text.", place, omrade, fraga)


def _tables(blocks: Blocks, place: Place, omrade: int | None, fraga: str | None, element: Element) -> Iterator[Finding]:
    if any(isinstance(block, Table) for block in blocks) and next(element.iter(qn("w:tblHeader")), None) is None:
        message = "Tabellen har ingen rubrikrad, så skärmläsare kan inte läsa upp den rätt."
        hint = "Markera första raden och välj Upprepa rubrikrader under Tabellayout."
        yield _access_finding(message, hint, place, omrade, fraga)
    if any(isinstance(block, List) for block in blocks):
        return
    for properties in element.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"):
        if not properties.get("descr"):
            message = "En bild saknar alternativtext."
            yield _access_finding(message, "Högerklicka på bilden och skriv en alternativtext.", place, omrade, fraga)


def _access(parts: Parts, root: Element, name: str) -> Iterator[Finding]:
    roots = [part for part in (part_root(parts, "styles"), root) if part is not None]
    if not any((get(lang, "w:val") or "").startswith("sv") for part in roots for lang in part.iter(qn("w:lang"))):
        message = "Dokumentets språk är inte svenska, så skärmläsare läser det fel."
        yield _access_finding(message, "Markera allt och välj svenska under Granska, Språk.", Place(name))
    if not core_value(parts, "dc:title"):
        yield _access_finding("Dokumentet har ingen titel.", "Skriv en titel under Arkiv, Info.", Place(name))


def _dangers(parts: Parts, name: str) -> Iterator[Finding]:
    if any(mark in part for part in parts for mark in _MACROS):
        message = "Dokumentet innehåller makron."
        yield _access_finding(message, "Spara om det som vanligt Worddokument (.docx).", Place(name), severity="error")
    if _FETCHED & external_kinds(parts):
        message = "Dokumentet hämtar innehåll utifrån när det öppnas."
        yield _access_finding(message, "Bryt länken under Arkiv, Info, Redigera länkar.", Place(name))


def _access_finding(  # noqa: PLR0913 - all that a finding needs
    message: str,
    hint: str,
    place: Place,
    omrade: int | None = None,
    fraga: str | None = None,
    *,
    severity: Severity = "warning",
) -> Finding:
    return Finding("tillganglighet", severity, message, hint, place, omrade, fraga)
