"""A word about progress: after a while, at a terminal, in one place, and gone when the work is done."""

import io
import sys
import time
from itertools import pairwise

import pytest
from conftest import RAPPORT

from rapport.cli import progress as progress_line
from rapport.cli.main import run
from rapport.errors import InputError
from rapport.workflow import papers as report_papers


class Terminal(io.StringIO):
    """What is written to a terminal, or to a file."""

    def __init__(self, *, is_terminal):
        super().__init__()
        self._is_terminal = is_terminal

    def isatty(self):
        return self._is_terminal

    @property
    def lines(self):
        """What has stood on the line, one after the other; each must cover the one before it."""
        written = self.getvalue().split("\r")[1:]
        for before, after in pairwise(written):
            assert len(after) >= len(before.rstrip()) or after == ""
        return [text.rstrip() for text in written]


@pytest.fixture
def stderr(monkeypatch):
    """Return a function that puts a stream in the place of stderr, to be called where pytest has put its own."""

    def put(*, is_terminal=True, patience=0.1):
        stream = Terminal(is_terminal=is_terminal)
        monkeypatch.setattr(sys, "stderr", stream)
        monkeypatch.setattr(progress_line, "PATIENCE", patience)
        return stream

    return put


@pytest.fixture
def slow_report(folder, monkeypatch):
    """A report with three papers that take 0.4 seconds each, and an amount that is in none of its tables."""
    monkeypatch.setattr(report_papers, "READERS", {".pdf": "misreaders:obey"})
    path = folder(rapport=RAPPORT, **{"1": "område: 1\nsvar:\n  1.1: Regionen gav 512 000 kronor till tågen.\n"})
    (path / "kallor").mkdir()
    for name in "abc":
        (path / "kallor" / f"{name}.pdf").write_text(f"dröj med papper {name} om tåg", "utf-8")
    return path


@pytest.mark.parametrize("command", [["underlag", "sok", "tåg", "--i"], ["underlag", "lista", "--i"], ["kontrollera"]])
def test_reading_that_takes_long_is_told_in_one_place(stderr, slow_report, command):
    terminal = stderr()
    run([*command, str(slow_report)])
    assert terminal.lines == [f"Läser papper {number} av 3 …" for number in (1, 2, 3)] + ["", ""]
    run([*command, str(slow_report)])  # nothing is read again, and nothing is said
    assert len(terminal.lines) == 5


@pytest.mark.parametrize("look", [{"is_terminal": False}, {"patience": progress_line.PATIENCE * 30}])
def test_nothing_is_said_where_nobody_looks_or_nobody_waits(slow_report, stderr, look):
    stream = stderr(**look)
    assert run(["underlag", "sok", "tåg", "--i", str(slow_report)]) == 0
    assert stream.getvalue() == ""


def stopped():
    with progress_line.ProgressLine() as progress:
        progress(0, 9)
        time.sleep(0.4)
        progress(1, 9)
        raise InputError("Stopp.")


def test_work_that_is_stopped_leaves_no_line_behind(stderr):
    terminal = stderr()
    with pytest.raises(InputError):
        stopped()
    assert terminal.lines == ["Läser papper 1 av 9 …", "Läser papper 2 av 9 …", "", ""]
    time.sleep(0.3)
    assert terminal.lines[-1] == ""


def test_what_takes_long_without_papers_is_said_too(stderr):
    stream = stderr()
    with progress_line.ProgressLine("Kontrollerar …"):
        time.sleep(0.3)
    assert stream.lines == ["Kontrollerar …", "", ""]
    stream = stderr()
    with progress_line.ProgressLine("Kontrollerar …"):
        pass
    time.sleep(0.2)
    assert stream.getvalue() == ""
