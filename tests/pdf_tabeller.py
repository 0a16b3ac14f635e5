"""Tables of narrow cells in PDFs without tags, and the judge of what is read from them.

    PYTHONPATH=.:tests python tests/pdf_tabeller.py [DEL AV NAMN…] [--visa]

Each is written by python-docx behind a question of the form, and printed by LibreOffice. What counts is how many cells
are read as they were written, row by row and column by column, and whether a table that is not read whole is named.
"""

import itertools
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from conftest import ROOT

_OPTIONS = json.dumps({"UseTaggedPDF": {"type": "boolean", "value": "false"}})
_BEFORE = "Tabellen visar hur medlen har fördelats mellan insatser och kommuner under året och vad de har lett till."
_AFTER = "Därefter följde regionen upp insatserna tillsammans med kommunerna och länsstyrelsen under hösten."
_WIDE = [
    ["Insats", "Ansvarig", "Kommun", "Beviljat", "Utbetalt", "Läge"],
    ["Kompetensförsörjning i gruvnäringen", "Näringslivsenheten", "Kiruna", "1 250 000", "430 000", "Pågår"],
    ["Bredband i glesbygd", "", "Jokkmokk", "900 000", "", "Avslutat i förtid"],
    ["Kollektivtrafik på landsbygden", "Trafikhuvudmannen", "Arjeplog, Arvidsjaur", "75 000", "75 000", "Klart"],
    ["Servicepunkter", "Landsbygdsenheten", "", "310 500", "12 000", ""],
]
_WORDS = [
    ["Mål", "Aktivitet under året", "Resultat", "Utmaning"],
    ["Fler företag växer", "Rådgivning till småföretag med hjälp av lots", "42 företag", "Få kvinnor söker stöd"],
    ["Ökad jämställdhet", "Nätverk för utrikes födda kvinnor som driver företag i länet", "3 nätverk", ""],
    ["Minskade utsläpp", "Fossilfria transporter längs kusten och i inlandet", "", "Laddplatser saknas i inlandet"],
    ["God hälsa", "Friluftsliv för barn", "12 lägerskolor", "Långa avstånd"],
]
_NUMBERS = [
    ["Kommun", "2022", "2023", "2024", "2025"],
    ["Boden", "12", "8", "115", "1 004"],
    ["Älvsbyn", "3", "", "27", "99"],
    ["Övertorneå", "", "", "4", "1"],
    ["Summa", "15", "8", "146", "1 104"],
]


class Tabell(NamedTuple):
    """A table to be written: its rows, the columns set to the right, and how it looks."""

    name: str
    rows: list
    right: tuple = ()
    ruled: bool = True
    size: int = 9
    widths: tuple = ()
    above: int = 0  # paragraphs before it, so that it goes over a page


class Dom(NamedTuple):
    """What came of one: cells that are right, of all, and whether something says that the table is not sure."""

    right: int
    cells: int
    named: int
    read: list


def tabeller():
    """Yield the cases."""
    long = [_WORDS[0], *([f"{row[0]} {n}", *row[1:]] for n in range(4) for row in _WORDS[1:])]
    for ruled in (True, False):
        way = "linjer" if ruled else "utan linjer"
        yield Tabell(f"sex spalter, {way}", _WIDE, (3, 4), ruled)
        yield Tabell(f"fyra spalter med brutna ord, {way}", _WORDS, (), ruled)
        yield Tabell(f"tal till höger, {way}", _NUMBERS, (1, 2, 3, 4), ruled)
        yield Tabell(f"över sidor, {way}", long, (), ruled, above=22)
        yield Tabell(f"smala ojämna, {way}", _WORDS, (), ruled, 8, (2.2, 6, 2.4, 3.4))
        yield Tabell(f"stor stil, {way}", [row[:4] for row in _WIDE], (3,), ruled, 11)
        yield Tabell(f"två rader, {way}", _WORDS[:2], (), ruled)


def written(tabell, file):
    """Write a table behind the form's question 1.1, and another answer behind it."""
    import docx
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm, Pt

    document = docx.Document()
    mall = _mall()
    omrade = mall.omraden[0]
    for text in (f"1. {omrade.rubrik}", omrade.meddelande, f"1.1 {omrade.fragor[0].ren_text}"):
        document.add_paragraph(text)
    for _ in range(1 + tabell.above):
        document.add_paragraph(_BEFORE)
    table = document.add_table(rows=0, cols=len(tabell.rows[0]))
    table.style = "Table Grid" if tabell.ruled else "Normal Table"
    for row in tabell.rows:
        for at, (cell, text) in enumerate(zip(table.add_row().cells, row, strict=True)):
            run = cell.paragraphs[0].add_run(text)
            run.font.size = Pt(tabell.size)
            if at in tabell.right:
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
            if tabell.widths:
                cell.width = Cm(tabell.widths[at])
    document.add_paragraph(_AFTER)
    document.add_paragraph(f"1.2 {omrade.fragor[1].ren_text}")
    document.add_paragraph("Ett svar till.")
    document.save(file)


def printed(cases):
    """Return the PDFs of some cases, made once."""
    room = Path(os.environ.get("FALLFILER", "") or Path(tempfile.gettempdir()) / "rapport-fallfiler") / "tabeller"
    room.mkdir(parents=True, exist_ok=True)
    files = [room / f"{case.name.replace(' ', '-')}.docx" for case in cases]
    for case, file in zip(cases, files, strict=True):
        if not file.is_file():
            written(case, file)
    new = [file for file in files if not file.with_suffix(".pdf").is_file()]
    if new:
        subprocess.run(
            [shutil.which("soffice"), f"-env:UserInstallation={(room / 'profil').absolute().as_uri()}", "--headless",
             "--convert-to", f"pdf:writer_pdf_Export:{_OPTIONS}", "--outdir", room, *new],
            capture_output=True, check=True,
        )  # fmt: skip
    return [file.with_suffix(".pdf") for file in files]


def judged(tabell, file):
    """Read a table back and hold its cells against what was written, in the order that makes most of them right."""
    from test_pdf import cost_of

    from rapport.pdf.read import read_pdf
    from rapport.pdf.underlag import load_lines
    from rapport.prose.blocks import Table

    read = read_pdf(file)
    loaded = load_lines(read.lines, file.name, _mall(), cost_of, outside=read.outside)
    svar = loaded.underlag.svar_by_fraga["1.1"]
    got = [[text_of(cell) for cell in row] for one in svar.blocks if isinstance(one, Table) for row in one.rows]
    right = _most_right(tabell.rows, got)
    named = sum(f.rule == "utan-hem" or f.severity == "warning" for f in loaded.findings if f.fraga == "1.1")
    assert _AFTER in svar.text, file.name
    return Dom(right, sum(map(len, tabell.rows)), named, got)


def _most_right(rows, got):
    """Return how many cells are right, rows held against rows in order."""
    best = {(0, 0): 0}
    for at, other in itertools.product(range(len(rows) + 1), range(len(got) + 1)):
        ways = [best.get((at - 1, other), 0), best.get((at, other - 1), 0)]
        if at and other:
            alike = sum(a == b for a, b in zip(rows[at - 1], got[other - 1], strict=False))
            ways.append(best.get((at - 1, other - 1), 0) + alike * (len(got[other - 1]) == len(rows[at - 1])))
        best[at, other] = max(ways)
    return best[len(rows), len(got)]


def text_of(cell):
    return " ".join(" ".join("".join(getattr(i, "text", " ") for i in p.inlines) for p in cell).split())


def _mall():
    from rapport.workflow.load import load_form

    return load_form("2024", ROOT)


def main():
    names = [name for name in sys.argv[1:] if not name.startswith("--")]
    cases = [case for case in tabeller() if not names or any(name in case.name for name in names)]
    total = cells = 0
    for case, file in zip(cases, printed(cases), strict=True):
        dom = judged(case, file)
        total, cells = total + dom.right, cells + dom.cells
        sys.stdout.write(f"{case.name:44} celler {dom.right}/{dom.cells}, nämnt {dom.named}\n")
        for row in dom.read if "--visa" in sys.argv else ():
            sys.stdout.write(f"      {row}\n")
    sys.stdout.write(f"{total} av {cells} celler ({100 * total / cells:.1f} %)\n")


if __name__ == "__main__":
    main()
