"""The proof after filling: the form is what it was, run for run, and every answer stands whole in its place.

A validator sees neither lost text nor a changed question, so this is checked on the finished bytes, every
time a document is built. What it finds is a fault of ours, never of the user's.
"""

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from rapport.domain.mall import Mall
from rapport.domain.underlag import Underlag
from rapport.prose.blocks import plain_passages
from rapport.word import controls
from rapport.word.additions import notes_by_id
from rapport.word.ns import Element, child_val, get, parse, qn, xml_text
from rapport.word.package import DOCUMENT, Parts, Relations, part_name, part_root
from rapport.word.styles import Styles

OUR_HEADER = "word/header-rapport.xml"  # the part that says whose report it is, on every page
OUR_FIRST_HEADER = "word/header-rapport-1.xml"  # and in large, on the first
OUR_FIRST_FOOTER = "word/footer-rapport-1.xml"  # what the form has at the foot of other pages, on that one


class BrokenFormError(Exception):
    """The finished document is not the form with the answers in it."""


def prove(template: Parts, filled: Parts, underlag: Underlag) -> None:
    """Raise BrokenFormError unless the filled package holds the template's form and the report's answers."""
    before, after = parse(template[DOCUMENT]), parse(filled[DOCUMENT])
    _same(list(_official(before, template, underlag.mall)), list(_official(after, filled, underlag.mall)))
    _same_foot(after, filled)
    _whole_answers(after, filled, underlag)
    _defined(after, filled)


def _official(root: Element, parts: Parts, mall: Mall) -> Iterator[bytes]:
    """Yield every element and note of the body as bytes, without answers, ticks and our own header."""
    body = root.find(qn("w:body"))
    relations, notes = Relations(parts, DOCUMENT), _notes(parts)
    svar, kryss = controls.svar_names(mall), controls.kryss_names(mall)
    for element in [] if body is None else body:
        copy = deepcopy(element)
        for tag, control in controls.controls(copy):
            if tag in svar:
                controls.set_content(control, [])
            elif tag in kryss:
                controls.tick(control, is_ticked=False)
        referred = list(copy.iter(qn("w:footnoteReference")))
        texts = [_note_text(notes, str(reference.attrib.pop(qn("w:id")))) for reference in referred]
        _take_out_ours(copy, relations)
        yield etree.tostring(copy, method="c14n", exclusive=True)
        yield from texts


def _take_out_ours(element: Element, relations: Relations) -> None:
    """Leave out the headers and footers that are ours, and that the first page has its own, where that is our doing."""
    for reference in list(element.iter(qn("w:headerReference"), qn("w:footerReference"))):
        section = reference.getparent()
        if section is None or not is_ours(reference, relations, OUR_HEADER, OUR_FIRST_HEADER, OUR_FIRST_FOOTER):
            continue
        if is_ours(reference, relations, OUR_FIRST_HEADER):
            for switch in section.findall(qn("w:titlePg")):
                section.remove(switch)
        section.remove(reference)


def is_ours(reference: Element, relations: Relations, *ours: str) -> bool:
    """Whether a reference to a header or footer leads to one of some parts."""
    return part_name(relations.by_id(get(reference, "r:id") or "") or "") in ours


def _same_foot(root: Element, parts: Parts) -> None:
    """Check that the first page has at its foot what the form's other pages have."""
    relations = Relations(parts, DOCUMENT)
    section = next(root.iter(qn("w:sectPr")), None)
    if section is None or OUR_FIRST_HEADER not in parts:
        return
    by_kind = {get(r, "w:type"): relations.by_id(get(r, "r:id") or "") for r in section.iter(qn("w:footerReference"))}
    first, others = (parts.get(part_name(by_kind.get(kind) or ""), b"") for kind in ("first", "default"))
    if first != others:
        raise BrokenFormError("sidfoten på första sidan är inte formulärets")


def _same(before: list[bytes], after: list[bytes]) -> None:
    if len(before) != len(after):
        raise BrokenFormError(f"formuläret hade {len(before)} delar men har {len(after)}")
    for number, (old, new) in enumerate(zip(before, after, strict=True), 1):
        if old != new:
            raise BrokenFormError(f"formulärets del {number} har ändrats")


def _notes(parts: Parts) -> dict[str, Element]:
    root = part_root(parts, "footnotes")
    return notes_by_id(root) if root is not None else {}


def _note_text(notes: dict[str, Element], number: str) -> bytes:
    """Return a note as bytes, without its number: filling gives the notes new ones, in order."""
    copy = deepcopy(notes[number])
    copy.attrib.pop(qn("w:id"))
    return etree.tostring(copy, method="c14n", exclusive=True)


def _whole_answers(root: Element, parts: Parts, underlag: Underlag) -> None:
    """Check that the text of each answer, its notes in place, is the text of its blocks."""
    names = controls.svar_names(underlag.mall)
    found = {names[tag]: control for tag, control in controls.controls(root) if tag in names}
    notes = _notes(parts)
    for fraga, svar in underlag.svar_by_fraga.items():
        if fraga not in found:
            raise BrokenFormError(f"mallen har ingen plats för svaret på fråga {fraga}")
        expected = xml_text("".join(plain_passages(svar.blocks)).replace("\n", ""))
        if expected and "".join(_texts(controls.content(found[fraga]), notes)) != expected:
            raise BrokenFormError(f"svaret på fråga {fraga} är inte helt")


def _texts(element: Element, notes: dict[str, Element]) -> Iterator[str]:
    """Yield the texts under an element; a paragraph's notes come after it, as in the document model."""
    for paragraph in element.iter(qn("w:p")):
        yield from (text.text or "" for text in paragraph.iter(qn("w:t")))
        for reference in paragraph.iter(qn("w:footnoteReference")):
            yield from _texts(notes[get(reference, "w:id") or ""], notes)


def _defined(root: Element, parts: Parts) -> None:
    """Check that every style and list that is used exists, and that controls have numbers of their own."""
    styles = Styles(parts).ids
    for name in ("w:pStyle", "w:rStyle", "w:tblStyle"):
        if missing := {get(e, "w:val") for e in root.iter(qn(name))} - styles:
            raise BrokenFormError(f"formatmallen {missing} saknas i mallen")
    numbering = part_root(parts, "numbering")
    numbers = {get(n, "w:numId") for n in numbering.iter(qn("w:num"))} if numbering is not None else set()
    if missing := {get(e, "w:val") for e in root.iter(qn("w:numId"))} - numbers - {"0"}:
        raise BrokenFormError(f"listan {missing} saknas i dokumentet")
    ids = [child_val(control, "w:sdtPr/w:id") for control in root.iter(qn("w:sdt"))]
    if len(ids) != len(set(ids)):
        raise BrokenFormError("två innehållskontroller har samma nummer")
