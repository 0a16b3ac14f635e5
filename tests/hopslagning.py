"""Cases of merging: a report built once, copies edited by colleagues, merged in either order, and judged."""

import random
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import NamedTuple

from domare import account, differences, judge, read
from grunder import Base, base
from kollegor import Document, PythonDocx, colleague, edit_document, edit_folder, same_or_other, seed_of, strategist

from rapport.cli.main import run
from rapport.workflow import open_report

BASES = 24  # reports that the cases are spread over: each is built once


TRIES = 40  # to make a failing case smaller


class Built(NamedTuple):
    """A report on disk with the document that was built from it."""

    base: Base
    folder: Path
    document: Path


class Case(NamedTuple):
    """Who edits what: the folder's own edits first, then two colleagues'."""

    number: int
    base: Base
    by: dict


def case(number: int) -> Case:
    made = base(number % BASES)
    rng = random.Random(seed_of("fall", number))
    first = colleague(made, rng, 0)
    second = same_or_other(made, rng, first, 100)
    meanwhile = strategist(made, rng, 400) if rng.random() < 0.4 else ()
    return Case(number, made, {"mappen": meanwhile, "a.docx": first, "b.docx": second})


@cache
def built(number: int, root: Path) -> Built:
    folder = root / f"bas-{number}" / "redovisning"
    made = base(number)
    for name, text in made.files().items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    document = folder.parent / "byggd.docx"
    code = run(["bygg", str(folder), "--ut", str(document), "--utkast"])
    assert code in (0, 1), f"bas {number} kunde inte byggas"
    assert document.is_file()
    return Built(made, folder, document)


def write_copies(one: Case, origin: Built, folder: Path) -> list[Path]:
    """Write the colleagues' copies, each with a tool and with the noise that the case's number gives."""
    copies = []
    for place, name in enumerate(("a.docx", "b.docx")):
        rng = random.Random(seed_of("verktyg", one.number, name))
        tool = (Document, PythonDocx)[(one.number + place) % 2]
        folder.mkdir(parents=True, exist_ok=True)
        edit_document(origin.document, folder / name, one.by[name], tool, rng if rng.random() < 0.6 else None)
        copies.append(folder / name)
    return copies


def merged_folder(origin: Built, copies, target: Path, meanwhile=()):
    """Return what merging gives, on a copy of the folder: nothing is written before it is saved."""
    from rapport.workflow.importing import merge

    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(origin.folder, target)
    edit_folder(origin.base, target, meanwhile)
    before = {f: f.read_bytes() for f in target.rglob("*") if f.is_file()}
    report = open_report(target)
    conflicts = merge(report, list(copies)).conflicts
    assert before == {f: f.read_bytes() for f in target.rglob("*") if f.is_file()}, "merge skrev till disk"
    report.save()
    return read(target, conflicts)


def tried(one: Case, origin: Built, copies, work: Path) -> tuple[list, str]:
    """Merge in both orders; return what is wrong, and an account of it."""
    before = read(origin.folder)
    faults, accounts, outcomes = [], [], []
    for order in (("a.docx", "b.docx"), ("b.docx", "a.docx")):
        by = {who: one.by[who] for who in ("mappen", *order)}
        files = [next(c for c in copies if c.name == name) for name in order]
        after = merged_folder(origin, files, work / "mapp", by["mappen"])
        found = judge(one.base, before, by, after)
        outcomes.append(after)
        if found:
            faults += found
            accounts.append(account(f"fall {one.number}, {' sedan '.join(order)}", by, found, before, after))
    if other := differences(*outcomes, one.by):
        faults += other
        accounts.append(account(f"fall {one.number}, båda ordningarna", one.by, other, *outcomes))
    return faults, "\n\n".join(accounts)


def smallest(one: Case, origin: Built, kinds: set, work: Path) -> str:
    """Leave out edits for as long as a fault of the same kind stands; return the account of what is left."""
    told, is_smaller, tries = "", True, 0
    while is_smaller:
        is_smaller = False
        for who, edits in one.by.items():
            for edit in edits:
                if (tries := tries + 1) > TRIES:
                    return told
                by = {**one.by, who: tuple(e for e in edits if e != edit)}
                less = Case(one.number, one.base, by)
                try:
                    faults, text = tried(less, origin, write_copies(less, origin, work / "mindre"), work)
                except Exception:  # noqa: BLE001, S112 - another fault than the one looked for
                    continue
                if kinds & {f.kind for f in faults}:
                    one, told, is_smaller = less, text, True
                    break
            if is_smaller:
                break
    return told


def through_libreoffice(files: list[Path], target: Path) -> list[Path]:
    """Save documents in LibreOffice, all at once; their names must differ."""
    target.mkdir(parents=True, exist_ok=True)
    profile = f"-env:UserInstallation={(target / 'profil').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(target)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=600)
    return [target / file.name for file in files]
