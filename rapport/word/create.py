"""Mall → the official form as a Word document, every answer and box a content control.

The looks are in ``looks.py``. The same form gives the same bytes, so the file can be made again and compared.
"""

from collections.abc import Iterator
from pathlib import Path

from docx import Document
from docx.document import Document as DocxDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from rapport.domain.mall import FOOTNOTE_MARK, Fraga, Mall, Omrade
from rapport.word.controls import PLACEHOLDER, kryss_control, svar_control
from rapport.word.looks import dress
from rapport.word.ns import NAMESPACES, Element, el, serialise, text_run, val
from rapport.word.package import read_package, write_package


def create(mall: Mall, target: Path) -> None:
    """Write the form as a .docx."""
    document = Document()
    dress(document, mall.titel)
    body = document.element.body
    section = body.sectPr
    for element in _body(mall):
        section.addprevious(element)
    _add_footnotes(document, mall)
    document.save(str(target))
    write_package(target, read_package(target))  # python-docx stamps the time of day on every part


def _body(mall: Mall) -> Iterator[Element]:
    yield _paragraph("Title", mall.titel)
    for omrade in mall.omraden:
        yield from _area(omrade, starts_page=omrade is not mall.omraden[0])


def _area(omrade: Omrade, *, starts_page: bool) -> Iterator[Element]:
    heading = _paragraph("Heading1", omrade.rubrik)
    if starts_page:
        heading[0].append(el("w:pageBreakBefore"))
    yield heading
    yield _paragraph("Observera", omrade.meddelande)
    for instruktion in omrade.instruktioner:
        yield _paragraph("Anvisning", instruktion.text)
    for fraga in omrade.fragor_i_formularet:
        yield from _question(fraga, "Heading2")


def _question(fraga: Fraga, style: str) -> Iterator[Element]:
    yield _paragraph(style, fraga.text)
    for part in fraga.delfragor:
        yield from _question(part, "Heading3")
    if fraga.delfragor:
        return
    for kryss in fraga.kryss:
        box = _paragraph("Kryss", f"{kryss} ")
        box.append(kryss_control(fraga.id, kryss))
        yield box
    if fraga.foljdtext:
        yield _paragraph("Anvisning", fraga.foljdtext)
    yield svar_control(fraga.id, _placeholder())


def _placeholder() -> Element:
    run = text_run(PLACEHOLDER, val("w:rStyle", "PlaceholderText"))
    return el("w:p", None, el("w:pPr", None, val("w:pStyle", "Svar")), run)


def _paragraph(style: str, text: str) -> Element:
    """Return a paragraph; ``[^1]`` in the text becomes a reference to the form's footnote 1."""
    paragraph = el("w:p", None, el("w:pPr", None, val("w:pStyle", style)))
    for index, piece in enumerate(FOOTNOTE_MARK.split(text)):
        if index % 2:
            reference = el("w:footnoteReference", {"w:id": piece})
            paragraph.append(el("w:r", None, _reference_style(), reference))
        elif piece:
            paragraph.append(text_run(piece))
    return paragraph


def _reference_style() -> Element:
    return el("w:rPr", None, val("w:rStyle", "FootnoteReference"))


def _add_footnotes(document: DocxDocument, mall: Mall) -> None:
    root = etree.Element(el("w:footnotes").tag, nsmap={key: NAMESPACES[key] for key in ("w", "r")})
    for separator_id, kind in (("-1", "separator"), ("0", "continuationSeparator")):
        spacing = el("w:pPr", None, el("w:spacing", {"w:after": "0"}))
        paragraph = el("w:p", None, spacing, el("w:r", None, el(f"w:{kind}")))
        root.append(el("w:footnote", {"w:type": kind, "w:id": separator_id}, paragraph))
    for number, text in mall.fotnoter.items():
        mark = el("w:r", None, _reference_style(), el("w:footnoteRef"))
        style = el("w:pPr", None, val("w:pStyle", "FootnoteText"))
        root.append(el("w:footnote", {"w:id": number}, el("w:p", None, style, mark, text_run(f" {text}"))))
    part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, serialise(root), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
