"""LibreOffice as it may be: slow, started in several steps, holding on to its files, afraid of long paths."""

import os
import subprocess
import sys
import time
from tempfile import TemporaryDirectory

import pytest
from test_bygg import BARE, report  # noqa: F401 - a fixture

from rapport.cli.main import run
from rapport.errors import OutputError
from rapport.word import libreoffice, pdf

pytestmark = pytest.mark.skipif(os.name == "nt", reason="programmet som står i dess ställe är ett skript")
ARGUMENTS = "import pathlib, subprocess, sys, time; *_, outdir, docx = sys.argv;"
MAKES = f"pathlib.Path(outdir, pathlib.Path(docx).stem + '.pdf').write_bytes({BARE!r});"


@pytest.fixture
def stand_in(tmp_path, monkeypatch):
    """Return a function that puts a program in LibreOffice's place."""

    def put(code):
        program = tmp_path / "soffice"
        program.write_text(f"#!{sys.executable}\n{ARGUMENTS}{code}\n", "utf-8")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")

    return put


def is_alive(number):
    """Whether a process lives; one that has ended and is not yet waited for does not."""
    done = subprocess.run(["ps", "-o", "stat=", "-p", str(number)], capture_output=True, check=False, text=True)  # noqa: S607
    return done.stdout.strip()[:1] not in ("", "Z")


def test_all_that_it_started_ends_with_it(stand_in, tmp_path, monkeypatch, report):  # noqa: F811
    note = tmp_path / "barn"
    child = "p = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']);"
    stand_in(f"{child}pathlib.Path({str(note)!r}).write_text(str(p.pid)); p.wait()")
    monkeypatch.setattr(libreoffice.run, "__defaults__", (2,))
    assert run(["bygg", str(report), "--ut", str(tmp_path / "ut.docx")]) == 0
    began = time.monotonic()
    with pytest.raises(OutputError):
        pdf.convert(tmp_path / "ut.docx", tmp_path / "ut.pdf")
    assert time.monotonic() - began < 30
    deadline = time.monotonic() + 5
    while is_alive(number := int(note.read_text())) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not is_alive(number)
    assert not (tmp_path / "ut.pdf").exists()


def test_on_windows_the_tree_is_ended_by_windows(monkeypatch):
    called = []
    monkeypatch.setattr(libreoffice, "os", type("os", (), {"name": "nt"}))
    monkeypatch.setattr(libreoffice.subprocess, "run", lambda command, **_: called.append(command))

    class Process:
        pid = 4711
        kill = wait = lambda *_: None

    libreoffice._end_tree(Process())  # noqa: SLF001 - nowhere else can Windows be seen
    assert called == [["taskkill", "/T", "/F", "/PID", "4711"]]


def test_a_profile_that_cannot_be_removed_loses_no_pdf(stand_in, tmp_path, monkeypatch, report):  # noqa: F811
    """As in Windows while LibreOffice, or a virus scanner, still has a file of it open."""
    stand_in(MAKES)
    remove = TemporaryDirectory.cleanup

    def held(self):
        if not self._ignore_cleanup_errors:
            raise PermissionError(13, "used by another process", self.name)
        remove(self)

    monkeypatch.setattr(TemporaryDirectory, "cleanup", held)
    target = tmp_path / "ut.docx"
    assert run(["bygg", str(report), "--pdf", "--ut", str(target)]) == 0
    assert pdf.is_sealed(target.with_suffix(".pdf").read_bytes())


def test_a_long_name_is_given_to_it_as_a_short_one(stand_in, tmp_path, report):  # noqa: F811
    stand_in(f"sys.exit(1) if len(docx) > 100 else 0;{MAKES}")
    target = tmp_path / f"{'redovisning-' * 18}.docx"
    assert run(["bygg", str(report), "--pdf", "--ut", str(target)]) == 0
    assert pdf.is_sealed(target.with_suffix(".pdf").read_bytes())


def test_one_that_fails_says_so(stand_in, tmp_path, report, capsys):  # noqa: F811
    stand_in("sys.exit(3)")
    assert run(["bygg", str(report), "--pdf", "--ut", str(tmp_path / "ut.docx")]) == 2
    assert "LibreOffice kunde inte" in capsys.readouterr().err


def test_one_that_ends_well_without_a_pdf_has_failed(stand_in, tmp_path, report):  # noqa: F811
    stand_in("pass")
    target = tmp_path / "ut.docx"
    assert run(["bygg", str(report), "--ut", str(target)]) == 0
    with pytest.raises(OutputError):
        pdf.convert(target, tmp_path / "ut.pdf")
