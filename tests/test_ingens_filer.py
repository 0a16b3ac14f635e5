"""What programs leave in any folder is nobody's paper, answer, table or form."""

import os
from pathlib import Path

import pytest

from rapport.cli.main import run
from rapport.nobodys import is_nobodys
from rapport.store.kallor import load_register
from rapport.store.saved import saved_at
from rapport.workflow.belonging import is_of_report
from rapport.workflow.figures import Figures, stamp
from rapport.workflow.papers import open_library

NAMES = [
    "~$beslut.docx",
    "~$tabell.xlsx",
    "Thumbs.db",
    "desktop.ini",
    "DESKTOP.INI",
    ".DS_Store",
    "._1.yaml",
    "~$1.yaml",
]
AREA = 'område: 1\nsvar:\n  "1.1": Stödet var 100 000 kr.\n'


@pytest.fixture
def report(folder):
    path = folder(**{"1": AREA})
    for place in (path, path / "siffror", path / "kallor", path / "mallar"):
        place.mkdir(exist_ok=True)
        for name in NAMES:
            (place / name).write_bytes(b"\0\1")
    return path


@pytest.mark.parametrize("name", NAMES)
def test_nobodys_files_are_known_by_their_names(name):
    assert is_nobodys(Path("kallor") / name)
    assert not is_of_report(Path("kallor") / name)


@pytest.mark.parametrize("name", ["beslut.docx", "thumbs.docx", "desktop.ini.txt", "å~.yaml", "Thumbs.db.pdf"])
def test_others_are_somebodys(name):
    assert not is_nobodys(Path(name))


def test_a_folder_with_nothing_else_has_no_papers_and_no_tables(report):
    library = open_library(report, needs_papers=False)
    assert (library.papers, library.others) == ((), ())
    assert stamp(report) == ()
    figures = Figures(report)
    assert figures.known_amounts(()) is None
    assert (figures.tables, figures.findings) == ([], [])


def test_an_amount_is_not_compared_with_them(report, capsys):
    run(["kontrollera", str(report), "--tyst"])
    assert "100 000" not in capsys.readouterr().out


def test_they_say_nothing_about_when_a_report_was_saved(report):
    for name in ("rapport.yaml", "1.yaml"):
        os.utime(report / name, (10**9, 10**9))
    for name in NAMES:
        os.utime(report / "siffror" / name, (2 * 10**9, 2 * 10**9))
        os.utime(report / name, (2 * 10**9, 2 * 10**9))
    assert saved_at(report, report / "mallar").timestamp() == 10**9


def test_none_is_guessed_to_be_a_paper_that_was_meant(report):
    (report / "kallor.yaml").write_text("källor:\n  a: {titel: A, fil: beslut.docx}\n", "utf-8")
    (finding,) = load_register(report)[1]
    assert "Menade" not in finding.hint


def test_they_are_not_counted_with_others(report, capsys):
    (report / "b.md").write_text("Fyra.", "utf-8")
    (report / "~$b.md").write_text("x", "utf-8")
    assert run(["rakna", str(report / "*.md")]) == 0
    assert capsys.readouterr().out.count("\n") == 1


def test_a_folder_with_nothing_else_is_empty(tmp_path, capsys):
    (tmp_path / "desktop.ini").write_text("", "utf-8")
    assert run(["kontrollera", str(tmp_path)]) == 2
    assert "är tom" in capsys.readouterr().err
