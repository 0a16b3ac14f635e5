"""Files that no program of ours would leave: odd names, links in circles, pipes, streams that are not there."""

import json
import os
import subprocess
import sys

import pytest
from conftest import RAPPORT, ROOT

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


@pytest.mark.skipif(os.name == "nt", reason="Windows har varken rör eller namn av bytes")
@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("odd", ODD, ids=lambda odd: odd.__name__)
def test_an_odd_file_is_a_finding_or_nothing(mapp, odd, name):
    odd(mapp)
    done = started(*COMMANDS[name], cwd=mapp.parent)
    assert done.returncode in (0, 1, 2), done.stderr.decode("utf-8", "replace")
    assert b'File "' not in done.stderr  # a traceback, or an error of Python's own
    assert b"Ett fel i programmet" not in done.stderr
    done.stdout.decode("utf-8")
    if name.endswith(("json", "sarif")) and done.stdout:
        json.loads(done.stdout)
