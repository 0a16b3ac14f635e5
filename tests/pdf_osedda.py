"""Tables as reports have them, in PDFs without tags, by other ways than those that the reader was made on.

    PYTHONPATH=.:tests python tests/pdf_osedda.py [DEL AV NAMN…] [--visa]

A case is a file in tabeller/: HTML, which LibreOffice prints, or a page's own operators; its cells stand first in it.
Those of Word are written by ``tabeller_docx``. Three figures count: the cells that are read right, those that are
wrong while something says so of the table, and those that are wrong and that nobody is told of. What is merged stands
in its first cell, and the others are empty, as when a Word document is read; what a list has before its items is left
out of the comparison. A row too many is a row of wrong cells.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

import docx
import tabeller_docx
from conftest import ROOT
from pdf_tabeller import _most_right, text_of

CASES = ROOT / "tests" / "tabeller"
UNFRAMED = ("flera-stycken", "mitt-i-hojd", "upprepat-huvud")
BEFORE = "Här följer en tabell över vad som har gjorts, som också visar vad regionen har lärt sig av det."
AFTER = "Sammanfattningsvis har arbetet gett resultat, och det går vidare nästa år i samma former som tidigare."
_FIRST = "1.1"
_OPTIONS = json.dumps({"UseTaggedPDF": {"type": "boolean", "value": "false"}})
_SIGN = re.compile(r"(?:^|(?<=\s))(?:[•–▪○◦-]|\d\.)\s")
_SAID = re.compile("Tabellens celler kan ha")


class Osedd(NamedTuple):
    """A case: its name, the cells that it holds, and its PDF."""

    name: str
    rows: list
    file: Path


class Dom(NamedTuple):
    """What came of one: cells right, wrong ones of which it is said, wrong ones of which it is not, and what it was."""

    right: int
    said: int
    unsaid: int
    is_whole: bool  # the text around the table is there, and a table of none but right cells is not said to be unsure
    read: list
    words: list


def cases():
    """Return the cases, printed once and kept."""
    room = Path(os.environ.get("FALLFILER", "") or Path(tempfile.gettempdir()) / "rapport-fallfiler") / "osedda"
    room.mkdir(parents=True, exist_ok=True)
    found = []
    for name, suffix, text in _drawings():
        facit = re.findall(r"^% ?(.*)$", text, re.MULTILINE) or text.split("<!-- facit\n")[1].split("\n-->")[0].split(
            "\n"
        )
        rows = [[cell.strip() for cell in row.split("|")] for row in facit]
        source = room / f"{name}{'.html' if suffix == '.html' else '.pdf'}"
        source.write_bytes(_page(text) if suffix == ".html" else _drawn(text))
        found.append(Osedd(name, rows, source.with_suffix(".pdf")))
    for write in tabeller_docx.CASES:
        file = room / f"{write.__name__}.docx"
        found.append(Osedd(write.__name__, _written(write, file), file.with_suffix(".pdf")))
    _print(room, [case.file for case in found if not case.file.is_file()])
    return found


def _drawings():
    """Yield each file's case by its name, and some again without the frame around their cells."""
    for file in sorted(CASES.iterdir()):
        text = file.read_text("utf-8")
        yield file.stem, file.suffix, text
        if file.stem in UNFRAMED:
            yield f"{file.stem}-utan-ram", file.suffix, text.replace('border="1"', 'border="0"')


def _question():
    omrade = _mall().omraden[0]
    return [f"1. {omrade.rubrik}", omrade.meddelande, f"1.1 {omrade.fragor[0].ren_text}"], omrade.fragor[1].ren_text


def _page(table):
    head, next_one = _question()
    texts = "".join(f"<p>{text}</p>\n" for text in [*head, BEFORE])
    return f"<meta charset=utf-8>{texts}{table}<p>{AFTER}</p><p>1.2 {next_one}</p><p>Ett svar till.</p>".encode()


def _written(write, file):
    document = docx.Document()
    head, next_one = _question()
    for text in [*head, BEFORE]:
        document.add_paragraph(text)
    rows = write(document)
    for text in (AFTER, f"1.2 {next_one}", "Ett svar till."):
        document.add_paragraph(text)
    document.save(file)
    return rows


def _drawn(operators):
    """A page with the form's texts, and between them what a case draws."""
    from textwrap import wrap

    from test_papper import pdf

    head, next_one = _question()
    own = b"".join(line.encode("cp1252") + b"\n" for line in operators.split("\n") if not line.startswith("%"))
    texts = b""
    for top, part in ((800, [*head, BEFORE]), (440, [AFTER, f"1.2 {next_one}", "Ett svar till."])):
        texts += b"BT /F1 10 Tf 13 TL 60 %d Td " % top
        for text in part:
            rows = (row.encode("cp1252").replace(b"(", rb"\(").replace(b")", rb"\)") for row in wrap(text, 90))
            texts += b" ".join(b"(" + row + b") Tj T*" for row in rows) + b" T* "
        texts += b"ET\n" + own
        own = b""
    raw = pdf([])
    start, end = raw.index(b"stream\n") + len(b"stream\n"), raw.index(b"\nendstream")
    return raw[:start].replace(b"/Length %d" % (end - start), b"/Length %d" % len(texts)) + texts + raw[end:]


def _print(room, files):
    new = [
        next(one for one in (file.with_suffix(".html"), file.with_suffix(".docx")) if one.is_file()) for file in files
    ]
    for kind, how in (("*.html", ["--infilter=HTML (StarWriter)"]), ("*.docx", [])):
        if own := [file for file in new if file.match(kind)]:
            subprocess.run(
                [shutil.which("soffice"), f"-env:UserInstallation={(room / 'profil').absolute().as_uri()}",
                 "--headless", *how, "--convert-to", f"pdf:writer_pdf_Export:{_OPTIONS}", "--outdir", room, *own],
                capture_output=True, check=True,
            )  # fmt: skip


def judged(case):
    """Read a table back and hold its cells against what was written."""
    from test_pdf import cost_of

    from rapport.pdf.read import read_pdf
    from rapport.pdf.underlag import load_lines
    from rapport.prose.blocks import Table

    read = read_pdf(case.file)
    loaded = load_lines(read.lines, case.file.name, _mall(), cost_of, outside=read.outside)
    svar = loaded.underlag.svar_by_fraga[_FIRST]
    got = [[_bare(text_of(cell)) for cell in row] for one in svar.blocks if isinstance(one, Table) for row in one.rows]
    wanted = [[_bare(cell) for cell in row] for row in case.rows]
    by_width = [[row for row in wanted if len(row) == width] for width in dict.fromkeys(map(len, wanted))]
    right = sum(_most_right(rows, got) for rows in by_width)
    wrong = max(sum(map(len, wanted)), sum(map(len, got))) - right
    words = [f.message for f in loaded.findings if f.fraga == _FIRST and _SAID.search(f.message)]
    words += [f.message for f in loaded.findings if f.rule == "utan-hem" and f.severity == "error"]
    is_whole = all(text in svar.text for text in (BEFORE, AFTER)) and bool(wrong or not words)
    return Dom(right, wrong * bool(words), wrong * (not words), is_whole, got, words)


def _bare(text):
    return " ".join(_SIGN.sub("", " ".join(text.split())).split())


def _mall():
    from rapport.workflow.load import load_form

    return load_form("2024", ROOT)


def main():
    names = [name for name in sys.argv[1:] if not name.startswith("--")]
    doms = []
    for case in cases():
        if names and not any(name in case.name for name in names):
            continue
        dom = judged(case)
        doms.append(dom)
        own = f"rätt {dom.right}, fel och nämnt {dom.said}, fel och onämnt {dom.unsaid}"
        sys.stdout.write(f"{case.name:28} {own}{'' if dom.is_whole else ', texten omkring eller ett ord för mycket'}\n")
        for row in [*dom.read, *dom.words] if "--visa" in sys.argv else ():
            sys.stdout.write(f"      {row}\n")
    sums = [sum(dom[at] for dom in doms) for at in range(3)]
    sys.stdout.write(f"{len(doms)} fall: rätt {sums[0]}, fel och nämnt {sums[1]}, fel och onämnt {sums[2]}\n")


if __name__ == "__main__":
    main()
