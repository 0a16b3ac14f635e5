"""The files that the help's examples speak of and that somebody else than a command makes: colleagues' documents."""

import shutil
from copy import deepcopy
from pathlib import Path

import docx
from conftest import ROOT
from docx.text.paragraph import Paragraph
from kollegor import Document, paragraph, replace_text

from rapport.word.ns import el, qn, text_run

FOLDER = Path("min-redovisning")
MOST = "var viktigast 2025"  # what two of them change, each in their own way


def _copy(name, *changes):
    """Save the built document under another name, with texts changed."""
    (built,) = FOLDER.glob("redovisning-*.docx")
    document = Document(built)
    for old, new in changes:
        replace_text(paragraph(document, old), old, new)
    document.save(Path(name))


def anna(name):
    _copy(
        name,
        (MOST, "var störst 2025"),
        ("Nu bokar rådgivarna åt varandra", "Sedan dess bokar rådgivarna åt varandra"),
    )


def bo(name):
    _copy(name, ("låg nere i nio dagar", "låg nere i tio dagar"))


def cilla(name):
    """Change the place that Anna changes, otherwise; and another with Track changes on, with a comment."""
    _copy(name, (MOST, "krävde mest 2025"))
    document = Document(Path(name))
    _track(paragraph(document, "samlade 72 personer"), "72 personer", "75 personer", "Cilla Holm")
    document.save(Path(name))
    word = docx.Document(name)
    inside = (Paragraph(p, word) for p in word.element.body.iter(qn("w:p")))  # the answers stand in controls
    (about,) = (p for p in inside if p.text.startswith("Länsgenomsnittet döljer"))
    word.add_comment(about.runs, "Gäller det här också 2025?", author="Cilla Holm")
    word.save(name)


def formular(name):
    """Make what the agency sends out: the form in Word."""
    shutil.copy(ROOT / "mallar" / "2024" / "mall.docx", name)


def text(name):
    """Make what somebody copied out of a mail and saved."""
    Path(name).write_text("Regionen gjorde två saker:\n• Stöd till företag\n• Nya lokaler\nBåda blev klara.\n", "utf-8")


def svar(name):
    """Make a colleague's own document, with one answer and nothing else."""
    document = docx.Document()
    document.add_paragraph("Universitetet och högskolan samarbetade med regionen om tre saker under 2025:")
    document.add_paragraph("en testbädd för trä", style="List Bullet")
    document.add_paragraph("en gemensam forskarskola", style="List Bullet")
    document.save(name)


def _track(element, old, new, author):
    """Change a text in a paragraph as Word does with Track changes on."""
    (run,) = (r for r in element.iter(qn("w:r")) if old in "".join(t.text or "" for t in r.iter(qn("w:t"))))
    text = "".join(t.text or "" for t in run.iter(qn("w:t")))
    before, _, after = text.partition(old)
    by = {"w:author": author, "w:date": "2026-01-20T09:30:00Z"}
    deleted, inserted = el("w:del", {"w:id": "901", **by}), el("w:ins", {"w:id": "902", **by})
    gone = _like(run, old)
    for piece in gone.iter(qn("w:t")):
        piece.tag = qn("w:delText")
    deleted.append(gone)
    inserted.append(_like(run, new))
    for piece in (_like(run, after), inserted, deleted, _like(run, before)):
        run.addnext(piece)
    run.getparent().remove(run)


def _like(run, text):
    made = text_run(text)
    looks = run.find(qn("w:rPr"))
    if looks is not None:
        made.insert(0, deepcopy(looks))
    return made


MADE = {
    "anna.docx": anna,
    "bo.docx": bo,
    "cilla.docx": cilla,
    "svar.docx": svar,
    "text.txt": text,
    "formular-2026.docx": formular,
}
