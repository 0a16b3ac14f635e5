"""How the form looks: A4, a calm sans serif, questions told apart from answers, page numbers."""

from datetime import UTC, datetime
from typing import Any

from docx.document import Document as DocxDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Cm, Pt, RGBColor

from rapport.word.ns import LANGUAGE, Element, el, qn, text_run, val
from rapport.word.sums import SUM_STYLE

_FONT = "Calibri"
_BLUE, _GREY, _TINT = RGBColor(0x1F, 0x38, 0x64), RGBColor(0x59, 0x59, 0x59), "EAF0F8"
_KEPT = {"Normal", "Header", "Footer", "Heading 1", "Heading 2", "Heading 3", "Title"}
_KEPT_DEFAULTS = {"Default Paragraph Font", "Normal Table", "No List"}
_UNUSED = ("stylesWithEffects", "thumbnail", "customXml", "webSettings")


def dress(document: DocxDocument, title: str) -> None:
    """Set page, styles, numbering, footer, language and properties of an empty document."""
    _drop_unused(document)
    _page(document)
    _text_styles(document)
    _form_styles(document)
    _note_styles(document)
    _table_style(document)
    _numbering(document)
    _footer(document)
    properties = document.core_properties
    properties.title, properties.language, properties.author = title, LANGUAGE, ""
    properties.comments = properties.subject = properties.keywords = properties.last_modified_by = ""
    properties.created = properties.modified = datetime(2024, 1, 1, tzinfo=UTC).replace(tzinfo=None)


def _drop_unused(document: DocxDocument) -> None:
    """Leave out what python-docx's own template has and the form has no use for."""
    for part in (document.part, document.part.package):
        for rel_id, relationship in list(part.rels.items()):
            if any(name in relationship.reltype + str(relationship._target) for name in _UNUSED):  # noqa: SLF001
                part.rels.pop(rel_id)
    for style in list(document.styles):
        if style.name not in _KEPT | _KEPT_DEFAULTS:
            style.element.getparent().remove(style.element)
    for style in document.styles:
        for link in style.element.findall(qn("w:link")):
            style.element.remove(link)


def _page(document: DocxDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2.5)
    section.header_distance = section.footer_distance = Cm(1.25)


def _text_styles(document: DocxDocument) -> None:
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for old in list(defaults):
        defaults.remove(old)
    fonts = el("w:rFonts", {f"w:{kind}": _FONT for kind in ("ascii", "hAnsi", "eastAsia", "cs")})
    language = el("w:lang", {"w:val": LANGUAGE, "w:eastAsia": LANGUAGE, "w:bidi": "ar-SA"})
    defaults.extend([fonts, val("w:sz", "22"), val("w:szCs", "22"), language])
    for name, size, before, after in (
        ("Title", 20, 0, 18),
        ("Heading 1", 16, 0, 8),
        ("Heading 2", 12, 18, 6),
        ("Heading 3", 11, 14, 4),
    ):
        style = document.styles[name]
        _bare(style)
        _set(style, size, before, after, colour=_BLUE, bold=True)
        style.paragraph_format.keep_with_next = True
    document.styles["Title"].paragraph_format.keep_with_next = False
    for name in ("Header", "Footer"):
        _set(document.styles[name], 9, 0, 0, colour=_GREY)


def _form_styles(document: DocxDocument) -> None:
    notice = _paragraph_style(document, "Observera")
    _set(notice, 10.5, 6, 6, bold=True)
    _box(notice, _TINT)
    instruction = _paragraph_style(document, "Anvisning")
    _set(instruction, 10.5, 0, 6, colour=_GREY)
    instruction.font.italic = True
    kryss = _paragraph_style(document, "Kryss")
    _set(kryss, 11, 0, 2)
    kryss.paragraph_format.keep_with_next = True
    answer = _paragraph_style(document, "Svar")
    _set(answer, 11, 0, 8)
    answer.paragraph_format.line_spacing = 1.1
    answer.paragraph_format.widow_control = True


def _note_styles(document: DocxDocument) -> None:
    note = _paragraph_style(document, "footnote text", "FootnoteText")
    _set(note, 9, 0, 2)
    reference = _character_style(document, "footnote reference", "FootnoteReference")
    reference.font.superscript = True
    _character_style(document, "Placeholder Text", "PlaceholderText").font.color.rgb = _GREY
    link = _character_style(document, "Hyperlink", "Hyperlink")
    link.font.color.rgb, link.font.underline = RGBColor(0x05, 0x4C, 0x9E), True


def _table_style(document: DocxDocument) -> None:
    style = document.styles.add_style("Svarstabell", WD_STYLE_TYPE.TABLE).element
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    line = {"w:val": "single", "w:sz": "4", "w:space": "0", "w:color": "A6A6A6"}
    borders = el("w:tblBorders", None, *(el(f"w:{side}", line) for side in sides))
    widths = {"top": "40", "left": "100", "bottom": "40", "right": "100"}
    margins = el("w:tblCellMar", None, *(el(f"w:{s}", {"w:w": w, "w:type": "dxa"}) for s, w in widths.items()))
    style.append(el("w:tblPr", None, borders, margins))
    shade = el("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": _TINT})
    header = el("w:tblStylePr", {"w:type": "firstRow"}, el("w:rPr", None, el("w:b")), el("w:tcPr", None, shade))
    style.append(header)
    cell = _paragraph_style(document, "Svar i tabell", "Svaritabell")
    _set(cell, 10, 0, 0)
    total = _paragraph_style(document, SUM_STYLE, "Svaritabellsumma")
    _set(total, 10, 0, 0, bold=True)
    total.base_style = cell


def _numbering(document: DocxDocument) -> None:
    """Add the form's numbering of areas and questions, and bullets for the four parts of 5.1."""
    numbering = document.part.numbering_part.element
    for old in list(numbering):
        numbering.remove(old)
    levels = (("Heading1", "%1.", "1"), ("Heading2", "%1.%2", "2"))
    outline = [_level(str(i), "decimal", text, style, 567) for i, (style, text, _) in enumerate(levels)]
    bullet = _level("0", "bullet", "•", "Heading3", 340)
    for number, kind, content in (("1", "multilevel", outline), ("2", "singleLevel", [bullet])):
        numbering.append(el("w:abstractNum", {"w:abstractNumId": number}, val("w:multiLevelType", kind), *content))
    for number in ("1", "2"):
        numbering.append(el("w:num", {"w:numId": number}, val("w:abstractNumId", number)))
    for name, number, level in (("Heading 1", "1", "0"), ("Heading 2", "1", "1"), ("Heading 3", "2", "0")):
        properties = document.styles[name].element.get_or_add_pPr()
        numbered = [val("w:ilvl", level)] if level != "0" else []
        properties.get_or_add_numPr().extend([*numbered, val("w:numId", number)])


def _level(number: str, kind: str, text: str, style: str, indent: int) -> Element:
    position = el("w:pPr", None, el("w:ind", {"w:left": str(indent), "w:hanging": str(indent)}))
    parts = (
        val("w:start", "1"),
        val("w:numFmt", kind),
        val("w:pStyle", style),
        val("w:lvlText", text),
        val("w:lvlJc", "left"),
    )
    return el("w:lvl", {"w:ilvl": number}, *parts, position)


def _footer(document: DocxDocument) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]._p  # noqa: SLF001 - fields have no API of their own
    properties = paragraph.get_or_add_pPr()
    for old in properties.findall(qn("w:tabs")):
        properties.remove(old)
    properties.append(val("w:jc", "right"))
    paragraph.extend([text_run("Sida "), _field("PAGE"), text_run(" av "), _field("NUMPAGES")])


def _field(code: str) -> Element:
    return el("w:fldSimple", {"w:instr": f" {code} "}, text_run("1"))


def _bare(style: Any) -> None:  # noqa: ANN401 - python-docx has no types
    """Take away the looks that python-docx's template gives a style."""
    for name in ("w:pPr", "w:rPr"):
        for old in style.element.findall(qn(name)):
            style.element.remove(old)
    outline = {"Heading 1": "0", "Heading 2": "1", "Heading 3": "2"}.get(style.name)
    if outline:
        style.element.get_or_add_pPr().append(val("w:outlineLvl", outline))


def _set(  # noqa: PLR0913 - the looks of a style in one call
    style: Any,  # noqa: ANN401 - as above
    size: float,
    before: float,
    after: float,
    *,
    colour: RGBColor | None = None,
    bold: bool = False,
) -> None:
    style.font.size = Pt(size)
    style.font.bold = bold or None
    if colour is not None:
        style.font.color.rgb = colour
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)


def _box(style: Any, fill: str) -> None:  # noqa: ANN401 - as above
    line = {"w:val": "single", "w:sz": "24", "w:space": "8", "w:color": "1F3864"}
    properties = style.element.get_or_add_pPr()
    shade = el("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": fill})
    spacing = properties.find(qn("w:spacing"))
    spacing.addprevious(el("w:pBdr", None, el("w:left", line)))
    spacing.addprevious(shade)
    style.paragraph_format.left_indent = Cm(0.35)


def _paragraph_style(document: DocxDocument, name: str, style_id: str | None = None) -> Any:  # noqa: ANN401 - as above
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.element.set(qn("w:styleId"), style_id or name)
    style.base_style = document.styles["Normal"]
    return style


def _character_style(document: DocxDocument, name: str, style_id: str) -> Any:  # noqa: ANN401 - as above
    style = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
    style.element.set(qn("w:styleId"), style_id)
    return style
