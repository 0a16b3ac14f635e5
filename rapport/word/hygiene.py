"""What must not be left in a document that is handed in: tracked changes, hidden text, comments, missing access."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from rapport.finding import Finding, Place, Severity
from rapport.prose.blocks import Blocks, List, Table
from rapport.word.blocks import WordBlock
from rapport.word.locate import Located
from rapport.word.ns import Element, child_val, get, qn
from rapport.word.package import Parts, external_kinds, part_root
from rapport.word.properties import core_value
from rapport.word.styles import Styles

_MACROS = ("vbaProject.bin", "activeX")
_FETCHED = {"attachedTemplate", "oleObject", "frame", "image"}  # what Word gets on its own when the file is opened
# Where a comment's text begins; a comment on a point, or on a range that begins between paragraphs, has only the last.
_ANCHORS = ("w:commentRangeStart", "w:commentReference")


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment: its writer and text, and where it stands as ``Located.standing`` has it; nowhere is None."""

    author: str
    text: str
    omrade: int | None = None
    fraga: str | None = None
    stycke: int | None = None

    def __str__(self) -> str:
        return f"{self.author}: {self.text}"


def comments_in(parts: Parts, located: Located) -> list[Comment]:
    """Return every comment of a document, in the order of the text they stand beside; those beside none come last."""
    root = part_root(parts, "comments")
    found = root.findall(qn("w:comment")) if root is not None else []
    if not found:
        return []
    standing = list(located.standing())
    begins: dict[str, int] = {}
    for anchor in _ANCHORS:
        for index, (*_, block) in enumerate(standing):
            for mark in block.element.iter(qn(anchor)):
                begins.setdefault(get(mark, "w:id") or "", index)
    comments = []
    for element in found:
        at = begins.get(get(element, "w:id") or "", len(standing))
        where = standing[at][:3] if at < len(standing) else (None, None, None)
        comments.append((at, Comment(get(element, "w:author") or "Någon", _said(element), *where)))
    return [comment for _, comment in sorted(comments, key=lambda pair: pair[0])]


def _said(comment: Element) -> str:
    """Return what a comment says, its paragraphs parted by a blank."""
    lines = ("".join(t.text or "" for t in paragraph.iter(qn("w:t"))) for paragraph in comment.iter(qn("w:p")))
    return " ".join(filter(None, lines))


def hygiene_findings(
    parts: Parts, root: Element, located: Located, comments: Iterable[Comment], name: str
) -> Iterator[Finding]:
    """Yield all that a reader of the printed page would not see, and what an answer may not hold."""
    style_name = Styles(parts).name
    for omrade, fraga, number, block in located.standing():
        place = Place(name, stycke=number)
        for seen in block.noticed:
            if seen.kind == "hidden":
                message = f"Dold text: ”{seen.excerpt}”. Den räknas inte och syns inte, men följer med filen."
                yield Finding(
                    "dold-text", "error", message, "Ta fram eller ta bort texten.", place, omrade, fraga, seen.excerpt
                )
            else:
                what = "Borttagen" if seen.kind == "deleted" else "Infogad"
                message = f"{what} text är inte godkänd: ”{seen.excerpt}”."
                hint = "Godkänn eller avvisa ändringen under Granska i Word."
                yield Finding("sparade-andringar", "error", message, hint, place, omrade, fraga, seen.excerpt)
        if fraga and number:
            yield from _not_allowed(block, style_name, place, omrade, fraga)
        yield from _tables(block.own, place, omrade, fraga, block.element)
    yield from (_comment(comment, name) for comment in comments)
    yield from _access(parts, root, name)
    yield from _dangers(parts, name)


def _not_allowed(
    block: WordBlock, style_name: Callable[[str | None], str], place: Place, omrade: int | None, fraga: str
) -> Iterator[Finding]:
    if re.match(r"heading \d|rubrik \d", style_name(child_val(block.element, "w:pPr/w:pStyle"))):
        message = f"En rubrik står i svaret: ”{block.text.strip()}”. Den numreras som en av formulärets frågor."
        yield Finding("markdown", "error", message, "Gör raden till vanlig text i fetstil.", place, omrade, fraga)
    if next(block.element.iter(qn("w:drawing"), qn("w:pict")), None) is not None and not block.boxes:
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


def _comment(comment: Comment, name: str) -> Finding:
    message = f"En kommentar är kvar. {comment}"
    hint = "Ta bort kommentaren innan dokumentet lämnas in."
    place = Place(name, stycke=comment.stycke)
    return Finding("kommentar", "warning", message, hint, place, comment.omrade, comment.fraga)


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
