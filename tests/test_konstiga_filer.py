"""Files that no program of ours would leave: odd names, links in circles, pipes, streams that are not there."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import RAPPORT, ROOT

from rapport.cli.main import run

AREA = """område: 1
svar:
  "1.1": |
    Regionen samordnade arbetet enligt RUN/1/2025.
"""
REGISTER = """diarienummermönster: RUN/löpnummer/år
källor:
  beslut:
    titel: Beslut
    diarienummer: RUN/1/2025
    fil: beslut.txt
"""
COMMANDS = {
    "kontrollera": ["kontrollera", "mapp"],
    "kontrollera json": ["kontrollera", "mapp", "--format", "json"],
    "kontrollera sarif": ["kontrollera", "mapp", "--format", "sarif"],
    "kontrollera html": ["kontrollera", "mapp", "--format", "html"],
    "bygg": ["bygg", "mapp", "--utkast"],
    "underlag lista": ["underlag", "lista", "--i", "mapp"],
    "underlag sok": ["underlag", "sok", "butiker", "--i", "mapp"],
    "underlag forslag": ["underlag", "forslag", "1.1", "--i", "mapp"],
    "siffror lista": ["siffror", "lista", "--i", "mapp"],
    "lage": ["lage", "mapp"],
}


def started(*arguments, cwd, code="pass", how=None, seconds=60):
    """Run the program in a process of its own, as it is installed; return it when it is done."""
    program = [sys.executable, "-c", f"import sys; {code}; from rapport.cli.main import main; main()", *arguments]
    command = ["/bin/sh", "-c", f'exec "$@" {how}', "sh", *program] if how else program
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    return subprocess.run(command, check=False, capture_output=True, cwd=cwd, env=environment, timeout=seconds)


@pytest.fixture
def mapp(tmp_path):
    path = tmp_path / "mapp"
    (path / "kallor").mkdir(parents=True)
    (path / "siffror").mkdir()
    (path / "rapport.yaml").write_text(RAPPORT, "utf-8")
    (path / "1.yaml").write_text(AREA, "utf-8")
    (path / "kallor.yaml").write_text(REGISTER, "utf-8")
    (path / "kallor/beslut.txt").write_text("Stöd till butiker i länet, RUN/1/2025.", "utf-8")
    (path / "siffror/projekt.csv").write_text("Kommun;Belopp\nHed;100\n", "utf-8")
    return path


def name_of_bytes(place, raw, text="Butiker i länet, RUN/1/2025."):
    """Make a file whose name is no text."""
    with open(os.path.join(os.fsencode(place), raw), "wb") as stream:  # noqa: PTH118, PTH123 - a path of bytes
        stream.write(text.encode())


def odd_paper(mapp):
    name_of_bytes(mapp / "kallor", b"besl\xe5ut.txt")


def odd_paper_of_another_kind(mapp):
    name_of_bytes(mapp / "kallor", b"besl\xe5ut.docx")


def odd_stranger(mapp):
    name_of_bytes(mapp / "kallor", b"besl\xe5ut.bin")


def odd_table(mapp):
    name_of_bytes(mapp / "siffror", b"besl\xe5ut.csv", "a;b\n1;2\n")


def odd_area(mapp):
    name_of_bytes(mapp, b"1-\xe5.yaml", AREA)


def linked_to_itself(mapp):
    (mapp / "kallor/slinga.txt").symlink_to("slinga.txt")


def folder_linked_to_itself(mapp):
    (mapp / "kallor/runt").symlink_to(".", target_is_directory=True)


def table_linked_to_itself(mapp):
    (mapp / "siffror/slinga.csv").symlink_to("slinga.csv")


def area_linked_to_itself(mapp):
    (mapp / "2.yaml").symlink_to("2.yaml")


def register_linked_to_itself(mapp):
    (mapp / "kallor.yaml").unlink()
    (mapp / "kallor.yaml").symlink_to("kallor.yaml")


def papers_linked_to_themselves(mapp):
    for file in (mapp / "kallor").iterdir():
        file.unlink()
    (mapp / "kallor").rmdir()
    (mapp / "kallor").symlink_to("kallor")


def papers_outside(mapp):
    (mapp / "kallor").rename(mapp.parent / "andra")
    (mapp / "kallor").symlink_to("../andra", target_is_directory=True)


def tables_outside(mapp):
    (mapp / "siffror").rename(mapp.parent / "andra")
    (mapp / "siffror").symlink_to("../andra", target_is_directory=True)


def tables_linked_to_themselves(mapp):
    (mapp / "siffror/projekt.csv").unlink()
    (mapp / "siffror").rmdir()
    (mapp / "siffror").symlink_to("siffror")


def pipe_among_papers(mapp):
    os.mkfifo(mapp / "kallor/rör.docx")


def pipe_among_tables(mapp):
    os.mkfifo(mapp / "siffror/rör.xlsx")
    os.mkfifo(mapp / "siffror/rör.csv")


def pipe_among_answers(mapp):
    os.mkfifo(mapp / "2.yaml")


def register_a_pipe(mapp):
    (mapp / "kallor.yaml").unlink()
    os.mkfifo(mapp / "kallor.yaml")


def number_of_very_many_digits(mapp):
    (mapp / "2.yaml").write_text(f'område: {"9" * 5000}\nsvar:\n  "2.1": Text.\n', "utf-8")


def year_of_very_many_digits(mapp):
    (mapp / "rapport.yaml").write_text(RAPPORT.replace("2025", "2" * 5000), "utf-8")


def question_of_very_many_digits(mapp):
    (mapp / "2.yaml").write_text(f'område: 2\nsvar:\n  "2.{"1" * 5000}": Text.\n', "utf-8")


ODD = [
    odd_paper,
    odd_paper_of_another_kind,
    odd_stranger,
    odd_table,
    odd_area,
    linked_to_itself,
    folder_linked_to_itself,
    table_linked_to_itself,
    area_linked_to_itself,
    register_linked_to_itself,
    papers_linked_to_themselves,
    papers_outside,
    tables_outside,
    tables_linked_to_themselves,
    pipe_among_papers,
    pipe_among_tables,
    pipe_among_answers,
    register_a_pipe,
    number_of_very_many_digits,
    year_of_very_many_digits,
    question_of_very_many_digits,
]


class Waiting(Exception):  # noqa: N818 - it is what happened
    """A command waits for something that never comes."""


@pytest.fixture
def patience():
    """Raise Waiting when a test has waited for long."""

    def stop(*_):
        raise Waiting

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(60)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


# What cannot go on with these, for a reason that is said.
STOPS = {("year_of_very_many_digits", name) for name in COMMANDS if name not in ("siffror lista", "underlag sok")}
STOPS |= {(odd, name) for odd in ("papers_outside", "papers_linked_to_themselves") for name in
          ("underlag sok", "underlag forslag")}  # fmt: skip


@pytest.mark.skipif(os.name == "nt", reason="Windows har varken rör eller namn av bytes")
@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("odd", ODD, ids=lambda odd: odd.__name__)
@pytest.mark.usefixtures("patience")
def test_an_odd_file_is_a_finding_or_nothing(mapp, capsys, monkeypatch, odd, name):
    odd(mapp)
    monkeypatch.chdir(mapp.parent)
    code = run(COMMANDS[name])
    out, err = capsys.readouterr()
    assert "Ett fel i programmet" not in err
    assert code in ((2,) if (odd.__name__, name) in STOPS else (0, 1)), err
    out.encode("utf-8")
    if name.endswith(("json", "sarif")) and out:
        json.loads(out)


def test_a_folder_of_papers_outside_is_a_finding_and_nothing_there_is_read(mapp, capsys):
    papers_outside(mapp)
    run(["kontrollera", str(mapp), "--format", "json"])
    found = [f for f in json.loads(capsys.readouterr().out)["findings"] if f["path"] == "kallor"]
    assert [(f["rule"], f["severity"]) for f in found] == [("kallor", "warning")]
    assert "länk ut ur" in found[0]["message"]
    (mapp / "kallor.yaml").unlink()
    run(["kontrollera", str(mapp)])
    assert "länk ut ur" in capsys.readouterr().out


def test_papers_whose_names_are_no_text_are_searched_and_told_apart(mapp, capsys):
    name_of_bytes(mapp / "kallor", b"a\xe5.txt", "Det första om fjällen.")
    name_of_bytes(mapp / "kallor", b"a\xe4.txt", "Det andra om fjällen.")
    assert run(["underlag", "sok", "fjällen", "--i", str(mapp)]) == 0
    out = capsys.readouterr().out
    assert r"kallor/a\xe5.txt" in out
    assert r"kallor/a\xe4.txt" in out


@pytest.mark.parametrize(
    "arguments",
    [
        ["kontrollera", "slinga"],
        ["kontrollera", "slinga.docx"],
        ["rakna", "slinga.docx", "slinga.yaml"],
        ["bygg", "mapp", "--ut", "slinga.docx", "--utkast"],
        ["kontrollera", "mapp", "--mot", "slinga"],
        ["importera", "slinga.docx", "--till", "mapp"],
        ["importera", "slinga.docx", "--till", "slinga"],
        ["importera", "rör.docx", "--till", "mapp"],
        ["importera", "rör.docx", "--till", "mapp", "--fraga", "1.1"],
        ["importera", "rör.txt", "--till", "mapp", "--fraga", "1.1"],
        ["rakna", "rör.docx", "rör.yaml"],
        ["kontrollera", "rör.docx"],
        ["mall", "skapa", "rör.docx", "--id", "ny"],
        ["mall", "skapa", "slinga.docx", "--id", "ny"],
        ["lage", "slinga"],
        ["angra", "slinga"],
        ["underlag", "lista", "--i", "slinga"],
        ["ny", "slinga", "--region", "Region Provlän", "--ar", "2025"],
    ],
    ids=" ".join,
)
@pytest.mark.skipif(os.name == "nt", reason="Windows har inga rör")
@pytest.mark.usefixtures("patience")
def test_a_circle_or_a_pipe_that_is_asked_for_is_said_to_be_one(mapp, capsys, monkeypatch, arguments):
    monkeypatch.chdir(mapp.parent)
    for name in ("slinga", "slinga.docx", "slinga.yaml", "slinga.txt"):
        Path(name).symlink_to(name)
    for name in ("rör.docx", "rör.yaml", "rör.txt"):
        os.mkfifo(name)
    assert run(arguments) == 2
    assert "Ett fel i programmet" not in capsys.readouterr().err
