"""Files of every kind with something in them changed at random, read as the commands read them: what came of it.

    PYTHONPATH=.:tests python tests/mutationer.py [ANTAL] [FRÖ] [SLAG…]

Each kind is read ANTAL times (2 000) in processes of their own, a hundred to each, so that the most memory that a few
took is seen. A file may be read or refused in words. A traceback, more than two seconds of work (five for a form) or
300 MB is a fault, and is shown with the seed that makes it again. What a file is changed in: its bytes; a stretch of it
gone, doubled or put elsewhere; a word of it changed for one that means something in the format; and within a zip, in
one of its parts.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import defaultdict
from io import BytesIO
from pathlib import Path

from matning import most_memory, slowness
from smadokument import zipped

ROOT = Path(__file__).parents[1]
COUNT, EACH, MEGABYTES = 2_000, 100, 300
SECONDS = defaultdict(lambda: 2, formular=5)  # a whole report, where the others are small
RAPPORT = 'mall: "2024"\nregion: Region Provlän\når: 2025\n'
_WORDS = {
    "docx": r"""w:p> w:r> w:t> w:tbl> w:tr> w:tc> w:sdt> w:numPr> w:ins> ="1" ="-1" ="99999999999" ="²" =""
        w:footnoteReference/ w:vMerge/> w:fldChar/ w:hyperlink/ </w:p> w:del> <![CDATA[ &#0; &lt; xml:space""",
    "xlsx": r"""<c> </c> <row> t="s" t="inlineStr" r="A1" r="ZZZ9999999" <f>1</f> <v> <v/> t="shared" si="0"
        ref="A1:XFD1048576" s="99999" <mergeCell/> 1E308 NaN ="-1" ="" hidden="1" &#0; <![CDATA[""",
    "yaml": r"""[ ] { } : - | > &a *a !!python/object:os.system --- " ' \ # ? {{ }} {%for%} svar: område: % , text:""",
    "csv": r"""; , " "" sep=, 1.234 −5 100% 2025-02-30 Summa å = 1e9""",
    "pdf": r"""obj endobj stream endstream /Kids /Count [ << >> R /Filter /LZWDecode /Length 99999999 xref trailer
        /Type/Page ( ) -1 Do BT ET Tj""",
}
_SIGNS = {"yaml": ["\t", "\n", "\u0085", "\ufeff", "\x00", ": ", "- ", "|\n"], "csv": ["\t", "\r", "\n", "\x00"]}
WORDS = {kind: [*words.split(), *_SIGNS.get(kind, [])] for kind, words in _WORDS.items()}
WORDS["formular"] = WORDS["pdf"]
WORDS["ritad"] = [*WORDS["pdf"], *(f" {one} " for one in ("re", "l", "m", "S", "f", "cm", "Tm", "Td", "0", "9999"))]


def sources():
    """One sound file of each kind, as bytes."""
    from test_papper import pdf
    from tunga import book

    from rapport.word.fill import fill
    from rapport.word.package import read_package
    from rapport.workflow.load import load

    parts = fill(read_package(ROOT / "mallar/2024/mall.docx"), load(ROOT / "underlag").underlag)
    rows = ["Kommun;Beviljat belopp;Datum", *(f"Hed {n};{n * 1000};2025-01-{n % 28 + 1:02}" for n in range(1, 60))]
    return {
        "docx": zipped(parts),
        "xlsx": book(),
        "yaml": (ROOT / "underlag/2-kompetensforsorjning.yaml").read_bytes(),
        "csv": "\n".join(rows).encode(),
        "formular": form(),
        "ritad": drawn(),
        "pdf": pdf(["Nämnden beslutade om tåg.", "Flera rader här."] * 9, ["Sista sidan om flyg."]),
    }


def form():
    """A filled-in form as a PDF."""
    from fordarvat import as_text
    from test_papper import pdf

    from rapport.workflow.load import load

    lines = as_text(load(ROOT / "underlag").underlag).replace("☒", "[x]").replace("☐", "[ ]").split("\n")
    lines = [line.encode("cp1252", "replace").decode("cp1252").replace(")", r"\)") for line in lines]
    return pdf(*(lines[at : at + 46] for at in range(0, len(lines), 46)))


def drawn():
    """A filled-in form with a table whose lines are drawn."""
    from pdf_osedda import CASES, _drawn

    return _drawn((CASES / "bitar-av-linjer.ops").read_text("utf-8"))


def changed(raw, kind, chance):
    """Return a file with something in it changed; a zip one time in two as parts, which are put together again."""
    if kind in ("docx", "xlsx") and chance.random() < 0.8:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        for _ in range(chance.randint(1, 3)):
            name = chance.choice(list(parts))
            parts[name] = mangled(parts[name], WORDS[kind], chance)
        if chance.random() < 0.1:
            parts.pop(chance.choice(list(parts)))
        return zipped(parts)
    return mangled(raw, WORDS[kind], chance)


def mangled(raw, words, chance):
    data = bytearray(raw)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        start = chance.randrange(len(data) + 1)
        stretch = data[start : start + chance.choice((1, 10, 100, 5_000))]
        what = chance.randrange(6)
        if what == 0 and data:
            data[start % len(data)] = chance.randrange(256)
        elif what == 1:
            del data[start : start + len(stretch)]
        elif what == 2:
            data[start:start] = stretch * chance.choice((1, 2, 50))
        elif what == 3:
            data[(at := chance.randrange(len(data) + 1)) : at] = stretch
        elif what == 4:
            data[start:start] = chance.choice(words).encode() * chance.choice((1, 1, 3, 200))
        else:
            data = _exchanged(data, words, chance)
    return bytes(data)


def _exchanged(data, words, chance):
    one, other = chance.choice(words).encode(), chance.choice(words).encode()
    return data.replace(one, other, chance.choice((1, 3, -1)))


def read_docx(_folder, file):
    from rapport.workflow.load import load
    from rapport.workflow.rakna import count_file

    for work in (count_file, load):
        with _in_words():
            work(file)


def read_yaml(folder, file):
    from rapport.workflow.load import load
    from rapport.workflow.rakna import count_file

    for work in (lambda: load(folder), lambda: count_file(file)):
        with _in_words():
            work()


def read_table(folder, _file):
    from rapport.figures.tables import Tables

    tables = Tables(folder)
    assert tables.by_name or tables.findings
    list(tables.amounts())


def read_workbook(_folder, file):
    """As Tables does it, but here: a process for each of thousands would measure the starting of processes."""
    from rapport.figures.raw import build
    from rapport.figures.read_xlsx import read_xlsx

    raws, _ = read_xlsx(file.read_bytes(), "a", "siffror/a.xlsx")
    for raw in raws:
        build(raw)


def read_pdf(_folder, file):
    from rapport.sources.paper import Paper, read
    from rapport.sources.readers import pdf

    said = read(Paper("a.pdf", file), pdf)
    assert said.snippets or said.fault


def read_form(_folder, file):
    """As a command does it, but here; as above."""
    from rapport.pdf.raw import read_apart
    from rapport.pdf.read import as_lines
    from rapport.pdf.underlag import load_lines
    from rapport.workflow.load import load_form

    with _in_words():
        read = as_lines(file, read_apart(str(file)))
        load_lines(read.lines, file.name, load_form("2024", ROOT), lambda word: len(word) % 3, outside=read.outside)


PLACES = {
    "formular": ("a.pdf", read_form),
    "ritad": ("a.pdf", read_form),
    "docx": ("a.docx", read_docx),
    "xlsx": ("siffror/a.xlsx", read_workbook),
    "yaml": ("2.yaml", read_yaml),
    "csv": ("siffror/a.csv", read_table),
    "pdf": ("kallor/a.pdf", read_pdf),
}


def _in_words():
    from contextlib import suppress

    from rapport.errors import RapportError

    return suppress(RapportError)


def work(kind, raw, seeds):
    """Change and read a file once for each seed; return the faults and how long the slowest took."""
    name, read = PLACES[kind]
    faults, slowest, most = [], 0.0, SECONDS[kind] * slowness()
    with tempfile.TemporaryDirectory() as room:
        folder = Path(room)
        for part in ("siffror", "kallor"):
            (folder / part).mkdir()
        (folder / "rapport.yaml").write_text(RAPPORT, "utf-8")
        for seed in seeds:
            (folder / name).write_bytes(changed(raw, kind, random.Random(seed)))
            started = time.process_time()
            try:
                read(folder, folder / name)
            except Exception as error:  # noqa: BLE001 - that is what is looked for
                faults.append(f"frö {seed}: {type(error).__name__}: {str(error)[:200]}")
            taken = time.process_time() - started
            slowest = max(slowest, taken)
            if taken > most:
                faults.append(f"frö {seed}: {taken:.1f} s")
    return faults, slowest


def in_a_process(kind, file, first, count):
    """Work in a process of its own; return its faults, its slowest and the most memory that it took, in MB."""
    command = [sys.executable, __file__, "--del", kind, str(file), str(first), str(count)]
    path = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
    done = subprocess.run(
        command, check=False, capture_output=True, encoding="utf-8", env=os.environ | {"PYTHONPATH": path}
    )
    if done.returncode:
        return [f"frö {first}–{first + count - 1}: processen slutade med {done.returncode}: {done.stderr[-300:]}"], 0, 0
    faults, slowest, megabytes = json.loads(done.stdout.splitlines()[-1])
    if megabytes > MEGABYTES:
        faults.append(f"frö {first}–{first + count - 1}: {megabytes:.0f} MB")
    return faults, slowest, megabytes


def _part(kind, file, first, count):
    faults, slowest = work(kind, Path(file).read_bytes(), range(int(first), int(first) + int(count)))
    print(json.dumps([faults, slowest, most_memory()]))


def main():
    if sys.argv[1:2] == ["--del"]:
        _part(*sys.argv[2:])
        return
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    with tempfile.TemporaryDirectory() as room:
        for kind, raw in sources().items():
            if sys.argv[3:] and kind not in sys.argv[3:]:
                continue
            file = Path(room) / kind
            file.write_bytes(raw)
            found = [
                in_a_process(kind, file, first, min(EACH, seed + count - first))
                for first in range(seed, seed + count, EACH)
            ]
            faults = [fault for part, _, _ in found for fault in part]
            slowest, most = max(part[1] for part in found), max(part[2] for part in found)
            print(f"{kind:5} {count} filer: {len(faults)} fel, som mest {slowest:.2f} s och {most:.0f} MB", flush=True)
            for fault in faults[:20]:
                print(f"      {fault}", flush=True)


if __name__ == "__main__":
    main()
