"""The page header that says whose report it is, and whether it is a draft."""

from rapport.word.ns import Element, el, get, parse, qn, serialise, text_run, val
from rapport.word.package import DOCUMENT, Parts
from rapport.word.relations import Relations, declare
from rapport.word.styles import Styles

NAME = "word/header-rapport.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
_RED = "C00000"


def add_header(parts: Parts, document: Element, styles: Styles, text: str, draft: str) -> None:
    """Add a header to every page; a form's own header keeps what it says and gets ours below."""
    if not text and not draft:
        return
    paragraph = _paragraph(styles, text, draft)
    relations = Relations(parts, DOCUMENT)
    rel_id: str | None = None
    for section in document.iter(qn("w:sectPr")):
        kinds = ["default", *(["first"] if section.find(qn("w:titlePg")) is not None else [])]
        for kind in kinds:
            reference = _reference(section, kind)
            if reference is not None:
                _append(
                    parts,
                    relations.by_id(get(reference, "r:id") or "") or "",
                    _paragraph(styles, text, draft),
                )
            else:
                rel_id = rel_id or relations.add("header", NAME.removeprefix("word/"))
                section.insert(0, el("w:headerReference", {"w:type": kind, "r:id": rel_id}))
    if rel_id:
        parts[NAME] = serialise(el("w:hdr", None, paragraph))
        declare(parts, NAME, _TYPE)
        relations.save()


def _reference(section: Element, kind: str) -> Element | None:
    return next((r for r in section.findall(qn("w:headerReference")) if get(r, "w:type") == kind), None)


def _append(parts: Parts, target: str, paragraph: Element) -> None:
    name = target.lstrip("/") if target.startswith("/") else f"word/{target}"
    root = parse(parts[name])
    root.append(paragraph)
    parts[name] = serialise(root)


def _paragraph(styles: Styles, text: str, draft: str) -> Element:
    style = styles.id("paragraph", "header")
    paragraph = el("w:p", None, *([el("w:pPr", None, val("w:pStyle", style))] if style else []))
    if draft:
        paragraph.append(text_run(draft, el("w:b"), val("w:color", _RED)))
    rest = " · ".join(["", text] if draft and text else [text])
    if rest:
        paragraph.append(text_run(rest))
    return paragraph
