"""Colleagues: what people do to a built document in Word, and to the folder meanwhile.

An edit takes hold of a unit of the report (grunder.py) by the unit's word, and leaves a word of its own (Y…), so that
a judge can tell afterwards whether it is there. The documents are edited as XML or through python-docx.
"""

import random
import re
import zlib
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

import docx
from grunder import HINGE, KRYSS, Base, Unit, indented, word
from lxml import etree

from rapport.word.ns import Element, child_val, el, parse, qn, serialise, text_run, val
from rapport.word.package import DOCUMENT, Relations, find_part, read_package, write_package

TEXT_KINDS = {"infogar", "byter", "skriver om", "bort"}  # what changes the words of one unit and nothing else
NOTE_KINDS = {"notens text", "ny not", "not bort"}


@dataclass(frozen=True)
class Edit:
    """One thing that a colleague did: to which unit, with which word of the edit's own."""

    kind: str
    fraga: str
    unit: str = ""  # X…, or the note's, or "" for the place before the first
    own: str = ""  # Y…, or where a move goes: the unit that it stands after
    box: str = ""

    def __str__(self) -> str:
        return " ".join(filter(None, [self.fraga, self.kind, self.unit, self.own, self.box]))

    def after(self, text: str) -> str:
        """Return what a unit's words are after the edit."""
        if self.kind in ("infogar", "notens text"):
            return text.replace(HINGE, f"{HINGE} {self.own}", 1)
        if self.kind == "byter":
            return text.replace(HINGE, self.own, 1)
        if self.kind == "skriver om":
            return f"I stället skrev någon {self.own} helt andra ord här."
        return text

    @property
    def added(self) -> str:
        """The words of the unit that the edit adds, if it adds one."""
        return {
            "nytt stycke": f"Ett nytt stycke {self.own} kom till i arbetsgruppen.",
            "ny punkt": f"Ny insats {self.own} är på gång",
            "ny rad": f"Ny rad {self.own}",
            "ny not": f"Ny not {self.own} om underlaget.",
        }.get(self.kind, "")


class Document:
    """A .docx open for editing."""

    def __init__(self, file) -> None:
        self.parts = read_package(file)
        self.root = parse(self.parts[DOCUMENT])
        self.notes_name = find_part(self.parts, "footnotes")
        self.notes = parse(self.parts[self.notes_name])

    def save(self, file) -> None:
        self.parts[DOCUMENT] = serialise(self.root)
        self.parts[self.notes_name] = serialise(self.notes)
        write_package(file, self.parts)

    def link(self, address: str) -> str:
        relations = Relations(self.parts, DOCUMENT)
        made = relations.add("hyperlink", address, is_external=True)
        relations.save()
        return made


class PythonDocx(Document):
    """The same through python-docx, which opens, relates and saves the parts its own way."""

    def __init__(self, file) -> None:
        self.docx = docx.Document(str(file))
        self.root = self.docx.element
        self.notes_part = next(p for p in self.docx.part.package.iter_parts() if p.partname.endswith("/footnotes.xml"))
        self.notes = etree.fromstring(self.notes_part.blob)

    def save(self, file) -> None:
        self.notes_part._blob = etree.tostring(self.notes, xml_declaration=True, encoding="UTF-8")  # noqa: SLF001
        self.docx.save(str(file))

    def link(self, address: str) -> str:
        return self.docx.part.relate_to(address, docx.opc.constants.RELATIONSHIP_TYPE.HYPERLINK, is_external=True)


def words(element: Element) -> str:
    return "".join(t.text or "" for t in element.iter(qn("w:t")))


def paragraph(document: Document, text: str) -> Element:
    """Return the one paragraph of an answer that holds a text."""
    found = [p for c in answers(document.root) for p in c.iter(qn("w:p")) if text in words(p)]
    assert len(found) == 1, f"{text} står i {len(found)} stycken"
    return found[0]


def note(document: Document, text: str) -> Element:
    found = [n for n in document.notes if text in words(n)]
    assert len(found) == 1, f"{text} står i {len(found)} noter"
    return found[0]


def answers(root: Element) -> Iterator[Element]:
    for control in root.iter(qn("w:sdt")):
        if (child_val(control, "w:sdtPr/w:alias") or "").startswith("Svar "):
            yield control


def answer(document: Document, fraga: str) -> Element:
    control = next(c for c in answers(document.root) if child_val(c, "w:sdtPr/w:alias") == f"Svar {fraga}")
    return control.find(qn("w:sdtContent"))


def replace_text(element: Element, old: str, new: str) -> None:
    """Change a text in a paragraph, over however many runs it is spread."""
    pieces = list(element.iter(qn("w:t")))
    at = words(element).index(old)
    end = at + len(old)
    start, put = 0, new
    for piece in pieces:
        text = piece.text or ""
        low, high = max(at, start) - start, min(end, start + len(text)) - start
        if low < high or (low == high == at - start and put and not old):
            piece.text = text[:low] + put + text[high:]
            piece.set(qn("xml:space"), "preserve")
            put = ""
        start += len(text)


def _row(document: Document, token: str) -> Element:
    return next(p for p in paragraph(document, token).iterancestors(qn("w:tr")))


def _plain(like: Element, text: str) -> Element:
    """Return a paragraph of the same style with one text."""
    new = el("w:p")
    if (properties := like.find(qn("w:pPr"))) is not None:
        new.append(deepcopy(properties))
    new.append(text_run(text))
    return new


def _replaced(document: Document, edit: Edit) -> None:
    found = paragraph(document, edit.unit)
    if found.getparent().tag == qn("w:tc"):  # a row: its second cell holds the hinge
        found = next(p for p in _row(document, edit.unit).iter(qn("w:p")) if HINGE in words(p))
    replace_text(found, HINGE, edit.after(HINGE))


def _rewritten(document: Document, edit: Edit) -> None:
    found = paragraph(document, edit.unit)
    new = _plain(found, edit.after(""))
    found.getparent().replace(found, new)


def _removed(document: Document, edit: Edit) -> None:
    found = paragraph(document, edit.unit)
    gone = _row(document, edit.unit) if found.getparent().tag == qn("w:tc") else found
    for reference in gone.iter(qn("w:footnoteReference")):
        _drop_note(document, reference.get(qn("w:id")))
    gone.getparent().remove(gone)


def _drop_note(document: Document, number: str) -> None:
    for one in list(document.notes):
        if one.get(qn("w:id")) == number:
            document.notes.remove(one)


def _moved(document: Document, edit: Edit) -> None:
    paragraph(document, edit.own).addnext(paragraph(document, edit.unit))


def _added(document: Document, edit: Edit) -> None:
    if not edit.unit:
        first = answer(document, edit.fraga)[0]
        first.addprevious(el("w:p", None, el("w:pPr", None, val("w:pStyle", "Svar")), text_run(edit.added)))
        return
    found = paragraph(document, edit.unit)
    found.addnext(_plain(found, edit.added))


def _row_added(document: Document, edit: Edit) -> None:
    row = _row(document, edit.unit)
    new = deepcopy(row)
    for number, cell in enumerate(new.iter(qn("w:p"))):
        for run in cell.findall(qn("w:r")):
            cell.remove(run)
        if not number:
            cell.append(text_run(edit.added))
    row.addnext(new)


def _note_changed(document: Document, edit: Edit) -> None:
    replace_text(note(document, edit.unit), HINGE, edit.after(HINGE))


def _note_added(document: Document, edit: Edit) -> None:
    number = str(max(int(one.get(qn("w:id"))) for one in document.notes) + 1)
    mark = el("w:r", None, el("w:rPr", None, val("w:rStyle", "FootnoteReference")), el("w:footnoteRef"))
    style = el("w:pPr", None, val("w:pStyle", "FootnoteText"))
    text = el("w:p", None, style, mark, text_run(f" {edit.added}"))
    document.notes.append(el("w:footnote", {"w:id": number}, text))
    reference = el("w:footnoteReference", {"w:id": number})
    paragraph(document, edit.unit).append(
        el("w:r", None, el("w:rPr", None, val("w:vertAlign", "superscript")), reference)
    )


def _note_removed(document: Document, edit: Edit) -> None:
    gone = note(document, edit.unit)
    number = gone.get(qn("w:id"))
    document.notes.remove(gone)
    for reference in list(document.root.iter(qn("w:footnoteReference"))):
        if reference.get(qn("w:id")) == number:
            run = reference.getparent()
            run.getparent().remove(run)


def _ticked(document: Document, edit: Edit) -> None:
    for control in document.root.iter(qn("w:sdt")):
        alias = child_val(control, "w:sdtPr/w:alias") or ""
        if alias.startswith(f"Kryss {edit.fraga} "):
            on = alias == f"Kryss {edit.fraga} {edit.box}"
            for state in control.iter(qn("w14:checked")):
                state.set(qn("w14:val"), "1" if on else "0")
            for sign in control.find(qn("w:sdtContent")).iter(qn("w:t")):
                sign.text = "☒" if on else "☐"


APPLY = {
    "infogar": _replaced,
    "byter": _replaced,
    "skriver om": _rewritten,
    "bort": _removed,
    "flyttar": _moved,
    "nytt stycke": _added,
    "ny punkt": _added,
    "ny rad": _row_added,
    "notens text": _note_changed,
    "ny not": _note_added,
    "not bort": _note_removed,
    "kryssar": _ticked,
}


def edit_document(source, target, edits, tool=Document, noise: random.Random | None = None) -> None:
    """Write a colleague's copy: their edits, and what the word processor did of itself."""
    document = tool(source)
    for edit in edits:
        APPLY[edit.kind](document, edit)
    if noise:
        make_noise(document, noise)
    _in_order(document)
    document.save(target)


def _in_order(document: Document) -> None:
    """Number the notes as they stand, as Word does on saving; LibreOffice counts, and trusts no number."""
    marks = list(document.root.iter(qn("w:footnoteReference")))
    by_number = {one.get(qn("w:id")): one for one in document.notes}
    used = [by_number[mark.get(qn("w:id"))] for mark in marks]
    kept = [one for one in document.notes if one.get(qn("w:type"))]
    first = max((int(one.get(qn("w:id"))) for one in kept), default=0) + 1
    for number, (mark, one) in enumerate(zip(marks, used, strict=True), first):
        mark.set(qn("w:id"), str(number))
        one.set(qn("w:id"), str(number))
    document.notes[:] = [*kept, *used]


def make_noise(document: Document, rng: random.Random) -> None:
    """What Word and LibreOffice do unasked: runs parted, quotes curled, header cells bold, blanks made plain."""
    curl, bold, blanks = rng.random() < 0.4, rng.random() < 0.4, rng.random() < 0.4
    for control in answers(document.root):
        for found in list(control.iter(qn("w:p"))):
            found.set(qn("w:rsidR"), f"{rng.randrange(16**8):08X}")
            for run in list(found.iter(qn("w:r"))):
                if rng.random() < 0.3:
                    _part(run, rng)
            for text in found.iter(qn("w:t")) if curl or blanks else ():
                shown = text.text or ""
                shown = re.sub('"([^"]*)"', "”\\1”", shown) if curl else shown
                text.text = re.sub("[\u00a0\u202f]", " ", shown) if blanks else shown
        for table in control.iter(qn("w:tbl")) if bold else ():
            for run in table.find(qn("w:tr")).iter(qn("w:r")):
                if run.find(qn("w:rPr")) is None:
                    run.insert(0, el("w:rPr"))
                run.find(qn("w:rPr")).append(el("w:b"))


def _part(run: Element, rng: random.Random) -> None:
    text = run.find(qn("w:t"))
    if text is None or len(text.text or "") < 2:
        return
    at = rng.randrange(1, len(text.text))
    other = deepcopy(run)
    other.find(qn("w:t")).text = text.text[at:]
    text.text = text.text[:at]
    for piece in (text, other.find(qn("w:t"))):
        piece.set(qn("xml:space"), "preserve")
    run.addnext(other)
    if rng.random() < 0.3:
        run.addnext(el("w:proofErr", {"w:type": "spellStart"}))


# --- what a colleague thinks of doing


def colleague(base: Base, rng: random.Random, first: int, most: int = 5) -> tuple[Edit, ...]:
    """Return one colleague's edits of a report, no two of the same unit or its notes."""
    own = (word("Y", number) for number in range(first, 1000))
    edits: list[Edit] = []
    taken: set[str] = set()
    for _ in range(rng.randint(3, 4 * most)):  # not every thought can be carried out
        if len(edits) == most:
            break
        edit = _thought(base, rng, own, taken)
        if edit:
            edits.append(edit)
            taken |= {edit.unit, family(base, edit.unit), f"kryss {edit.fraga}" if edit.box else ""}
            taken |= {edit.own} if edit.kind == "flyttar" else set()
    return tuple(edits)


def family(base: Base, token: str) -> str:
    """Return the unit that a note belongs to, or the unit itself."""
    return (base.unit(token).parent or token) if token else ""


def _thought(base: Base, rng: random.Random, own: Iterator[str], taken: set[str]) -> Edit | None:
    fraga = rng.choice(sorted(base.answers))
    units = [u for u in base.answers[fraga].units if family(base, u.token) not in taken]
    kinds = [
        "infogar",
        "infogar",
        "byter",
        "byter",
        "skriver om",
        "bort",
        "bort",
        "flyttar",
        "nytt stycke",
        "nytt stycke",
    ]
    kind = rng.choice([*kinds, "ny punkt", "ny rad", "notens text", "ny not", "not bort", *(["kryssar"] * 8)])
    if kind == "kryssar":
        answer = base.answers[fraga]
        boxes = [b for b in KRYSS.get(fraga, ()) if b != answer.kryss]
        return Edit(kind, fraga, box=rng.choice(boxes)) if boxes and f"kryss {fraga}" not in taken else None
    if kind == "nytt stycke" and rng.random() < 0.2 and f"före {fraga}" not in taken:
        taken.add(f"före {fraga}")
        return Edit(kind, fraga, "", next(own))
    fit = [u for u in units if _fits(kind, u, base, taken)]
    if not fit:
        return None
    unit = rng.choice(fit)
    if kind == "flyttar":
        there = [u for u in units if u.kind == "stycke" and u != unit and _before(base, fraga, unit) != u.token]
        return Edit(kind, fraga, unit.token, rng.choice(there).token) if there else None
    return Edit(kind, fraga, unit.token, "" if kind in ("bort", "not bort") else next(own))


def _before(base: Base, fraga: str, unit: Unit) -> str:
    tokens = [u.token for u in base.answers[fraga].units]
    return tokens[tokens.index(unit.token) - 1] if tokens.index(unit.token) else ""


def _fits(kind: str, unit: Unit, base: Base, taken: set[str]) -> bool:
    if kind == "bort":  # a first item, and the last of anything, hold the rest together
        alike = [u for u in base.answers[base.fraga_of(unit.token)].units if u.kind == unit.kind]
        held = unit.has_items or unit == alike[0] or len(alike) < 4 or sum(u.token in taken for u in alike) > 1
        return unit.kind in _OF_UNITS[kind] and not held
    spared = {"skriver om": unit.keep, "ny not": unit.notes, "ny punkt": unit.has_items}
    return unit.kind in _OF_UNITS[kind] and not spared.get(kind)


_OF_UNITS = {
    **dict.fromkeys(("infogar", "byter", "bort"), ("stycke", "punkt", "rad")),
    **dict.fromkeys(("skriver om", "flyttar", "nytt stycke", "ny not"), ("stycke",)),
    **dict.fromkeys(("notens text", "not bort"), ("not",)),
    "ny punkt": ("punkt",),
    "ny rad": ("rad",),
}


def same_or_other(base: Base, rng: random.Random, others: tuple[Edit, ...], first: int) -> tuple[Edit, ...]:
    """Return a colleague's edits of whom some fall where another's do, and some are the very same."""
    edits = list(colleague(base, rng, first))
    number = first + 90
    for other in others:
        chance = rng.random()
        if chance > 0.35 or any(family(base, e.unit) == family(base, other.unit) or e.own == other.unit for e in edits):
            continue
        if other.kind == "flyttar" and any(e.unit == other.own for e in edits):
            continue
        if chance < 0.12 or other.kind not in ("infogar", "byter", "skriver om", "bort"):
            if other.box and any(e.box and e.fraga == other.fraga for e in edits):
                continue
            edits.append(other)
        else:
            number += 1
            kind = rng.choice(["infogar", "byter"] if other.kind != "bort" or chance < 0.3 else ["infogar"])
            edits.append(Edit(kind, other.fraga, other.unit, word("Y", number)))
    return tuple(edits)


# --- what a strategist does in the folder meanwhile


def edit_folder(base: Base, folder, edits) -> None:
    """Do edits in the files of a folder, by hand as it were."""
    for edit in edits:
        unit = base.unit(edit.unit)
        file = next(f for f in sorted(folder.glob("*.yaml")) if f'"{edit.fraga}"' in f.read_text("utf-8"))
        text = file.read_text("utf-8")
        by = 6 if re.search(rf'"{re.escape(edit.fraga)}":\n', text) else 4
        old = indented(unit.source, by)
        assert text.count(old) == 1, (edit, unit)
        if edit.kind == "bort":
            new, old = "", (old + "\n" if old + "\n" in text else "\n" + old)
        elif edit.kind == "nytt stycke":
            new = old + "\n" + indented(edit.added, by)
        elif edit.kind == "skriver om":
            new = indented(edit.after(""), by)
        else:
            new = old.replace(HINGE, edit.after(HINGE), 1)
        file.write_text(text.replace(old, new, 1), "utf-8")


def strategist(base: Base, rng: random.Random, first: int) -> tuple[Edit, ...]:
    """Return edits to the folder: of paragraphs only, without notes."""
    kinds = {"infogar", "byter", "skriver om", "bort", "nytt stycke"}
    edits = [e for e in colleague(base, rng, first, 8) if e.kind in kinds and e.unit]
    return tuple(e for e in edits if base.unit(e.unit).kind == "stycke" and not base.unit(e.unit).notes)


def seed_of(*parts: object) -> int:
    return zlib.crc32(repr(parts).encode())
