"""Papers that OneDrive keeps online only: what fetches them says so first, and nothing is said of others."""

import pytest

from rapport.cli.main import run
from rapport.sources import index
from rapport.sources.worker import PaperReader

AREA = 'område: 1\nsvar:\n  "1.1": {}\n'


@pytest.fixture
def report(folder):
    path = folder(**{"1": AREA.format("Stödet var 100 000 kr.")})
    (path / "kallor").mkdir()
    for number in range(5):
        (path / f"kallor/{number}.txt").write_text(f"Stöd {number}.", "utf-8")
    return path


@pytest.fixture
def marked(monkeypatch):
    """Return a function that marks every file as Windows would."""

    def mark(attributes):
        monkeypatch.setattr(index, "_attributes", lambda _: attributes)

    return mark


@pytest.mark.parametrize(("attributes", "is_told"), [(0x400000, True), (0x1020, True), (0x20, False), (0, False)])
def test_a_check_says_what_it_fetches_before_it_does(report, marked, capsys, monkeypatch, attributes, is_told):
    marked(attributes)
    read, said_before = PaperReader.read, []

    def reading(self, paper):
        said_before.append("hämtas" in capsys.readouterr().err)
        return read(self, paper)

    monkeypatch.setattr(PaperReader, "read", reading)
    assert run(["kontrollera", str(report), "--tyst"]) in (0, 1)
    assert (len(said_before), any(said_before[:1])) == (5, is_told)


def test_it_names_some_and_counts_all(report, marked, capsys):
    marked(0x400000)
    run(["underlag", "sok", "stöd", "--i", str(report)])
    err = capsys.readouterr().err
    assert "5 papper finns bara på nätet" in err
    assert "kallor/0.txt, kallor/1.txt, kallor/2.txt och 2 till" in err


def test_what_is_in_the_index_already_is_not_fetched(report, marked, capsys):
    run(["underlag", "sok", "stöd", "--i", str(report)])
    marked(0x400000)
    capsys.readouterr()
    run(["underlag", "sok", "stöd", "--i", str(report)])
    assert "hämtas" not in capsys.readouterr().err


def test_a_check_without_amounts_fetches_nothing_and_says_nothing(report, marked, capsys):
    (report / "1.yaml").write_text(AREA.format("Regionen samordnade arbetet."), "utf-8")
    marked(0x400000)
    run(["kontrollera", str(report), "--tyst"])
    assert "hämtas" not in capsys.readouterr().err


def test_without_windows_no_file_is_marked(report):
    assert index._attributes((report / "1.yaml").stat()) == 0  # noqa: SLF001 - what Windows adds to
