"""A result that is remembered: the same as one found anew, and never out of date."""

import json
import os
import shutil

import pytest
from conftest import BUILT, ROOT
from kommando import printed

from rapport.cachefolder import cache_folder
from rapport.workflow import checker, result

AREA = 'område: 1\nsvar:\n  "1.1": |\n    Det kostade tex {{ a | summa("kr") | kr }} i Hedby, se RUN/1/2025.\n'
PAPER = "Beslut om RUN/1/2025: 15 000 kr till Hedby.\n"


@pytest.fixture
def report(folder):
    path = folder(**{"1": AREA, "kallor": "källor:\n  beslut: {titel: Beslutet, diarienummer: RUN/1/2025}\n"})
    for name, text in {"siffror/a.csv": "kr\n15000\n", "kallor/beslut.txt": PAPER}.items():
        (path / name).parent.mkdir(exist_ok=True)
        (path / name).write_text(text, "utf-8")
    shutil.rmtree(cache_folder() / "resultat", ignore_errors=True)
    return path


@pytest.fixture
def runs(monkeypatch):
    """Return a list that grows by one each time a report is really checked."""
    found = []
    real = checker.Checker.granskning

    def counted(self):
        found.append(self)
        return real(self)

    monkeypatch.setattr(checker.Checker, "granskning", counted)
    return found


@pytest.mark.parametrize("format_", ["text", "json", "github", "sarif"])
def test_what_is_remembered_is_what_is_found(report, runs, format_):
    first = printed("kontrollera", report, "--format", format_)
    assert len(runs) == 1
    assert printed("kontrollera", report, "--format", format_) == first
    assert len(runs) == 1


def test_one_result_serves_every_format(report, runs):
    printed("kontrollera", report)
    data = json.loads(printed("kontrollera", report, "--format", "json"))
    assert len(runs) == 1
    assert [f["rule"] for f in data["findings"] if f["rule"] == "punktforkortning"]
    assert printed("kontrollera", report, "--tyst")
    assert len(runs) == 1


def test_the_page_shows_answers_so_it_is_made_of_them(report, runs):
    first = printed("kontrollera", report, "--format", "html")
    assert printed("kontrollera", report, "--format", "html") == first
    assert len(runs) == 2


def changed(path, old, new):
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def touched(path):
    status = path.stat()
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns + 1_000_000))


CHANGES = {
    "ett svar": lambda path: changed(path / "1.yaml", "tex", "t.ex."),
    "redovisningens uppgifter": lambda path: changed(path / "rapport.yaml", "2025", "2024"),
    "en regel": lambda path: changed(
        path / "rapport.yaml", "år: 2025\n", "år: 2025\nregler: {punktforkortning: fel}\n"
    ),
    "en tabell": lambda path: changed(path / "siffror/a.csv", "15000", "16000"),
    "en ny tabell": lambda path: (path / "siffror/b.csv").write_text("kr\n1\n", "utf-8"),
    "ett papper": lambda path: touched(path / "kallor/beslut.txt"),
    "registret": lambda path: changed(path / "kallor.yaml", "RUN/1/2025", "RUN/2/2025"),
    "en ny fil": lambda path: (path / "2.yaml").write_text("område: 2\nsvar:\n", "utf-8"),
    "en fil som inte läses": lambda path: (path / "2.yml").write_text("område: 2\n", "utf-8"),
    "en borttagen fil": lambda path: (path / "1.yaml").unlink(),
    "ett eget formulär": lambda path: shutil.copytree(ROOT / "mallar", path / "mallar"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_is_seen(report, runs, change):
    printed("kontrollera", report)
    CHANGES[change](report)
    after = printed("kontrollera", report)
    assert len(runs) == 2
    shutil.rmtree(cache_folder() / "resultat")
    assert printed("kontrollera", report) == after


@pytest.mark.parametrize("flags", [["--omrade", "1"], ["--regel", "lix"], ["--mot", "forra"]])
def test_what_is_asked_for_is_what_is_answered(report, runs, flags):
    shutil.copytree(report, report.parent / "forra")
    flags = [str(report.parent / flag) if flag == "forra" else flag for flag in flags]
    whole = printed("kontrollera", report)
    assert printed("kontrollera", report, *flags) != whole
    assert len(runs) == 2


def test_other_code_finds_for_itself(report, runs, monkeypatch):
    printed("kontrollera", report)
    monkeypatch.setattr(result, "code_version", lambda: "en annan")
    printed("kontrollera", report)
    assert len(runs) == 2


@pytest.mark.parametrize("damage", ["tom", "avbruten", "ett tecken", "en annans", "binär"])
def test_a_damaged_file_is_as_good_as_none(report, runs, damage):
    first = printed("kontrollera", report)
    (file,) = (cache_folder() / "resultat").glob("*.json")
    raw = file.read_bytes()
    other = raw.partition(b"\n")[0][::-1] + b"\n" + raw.partition(b"\n")[2]
    damaged = {
        "tom": b"",
        "avbruten": raw[: len(raw) // 2],
        "ett tecken": raw.replace(b"tex", b"tux", 1),
        "en annans": other,
        "binär": b"\xff" * 100,
    }
    file.write_bytes(damaged[damage])
    assert printed("kontrollera", report) == first
    assert len(runs) == 2


def test_a_word_document_is_remembered_by_its_content(report, runs, tmp_path):
    document = tmp_path / "a.docx"
    printed("bygg", report, "--utkast", "--ut", document)
    first = printed("kontrollera", document)
    assert printed("kontrollera", document) == first
    assert len(runs) == 1
    shutil.copy(document, tmp_path / "b.docx")
    assert "b.docx" in printed("kontrollera", tmp_path / "b.docx")


def test_the_example_is_remembered_whole(tmp_path, runs):
    copy = shutil.copytree(ROOT / "underlag", tmp_path / "underlag", ignore=BUILT)
    assert printed("kontrollera", copy) == printed("kontrollera", copy)
    assert len(runs) == 1


def test_what_changes_while_it_is_checked_is_not_remembered(report, runs, monkeypatch):
    real = checker.Checker.granskning

    def meanwhile(self):
        found = real(self)
        changed(report / "1.yaml", "tex", "t.ex.")
        return found

    with monkeypatch.context() as patch:
        patch.setattr(checker.Checker, "granskning", meanwhile)
        first = printed("kontrollera", report)
    changed(report / "1.yaml", "t.ex.", "tex")
    assert printed("kontrollera", report) == first
    assert len(runs) == 2
