"""``python -m rapport``: the same program, under a name that can be typed."""

import os
import subprocess
import sys

import pytest
from conftest import ROOT

from rapport.cli import commands


def told(*arguments, python=sys.executable, cwd=ROOT):
    """Return what ``python -m rapport`` says, on both streams, and its exit code."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    command = [python, "-m", "rapport", *arguments]
    done = subprocess.run(command, check=False, capture_output=True, cwd=cwd, env=environment, encoding="utf-8")
    return done.stdout, done.stderr, done.returncode


def test_it_is_the_same_program(tmp_path):
    out, _, code = told("rakna", str(ROOT / "README.md"), cwd=tmp_path)
    assert (code, out.endswith("README.md\n")) == (0, True)
    assert told("finns-inte")[2] == 2


@pytest.mark.parametrize("arguments", [["--help"], ["kontrollera", "--help"], ["lage", "--finns-inte"], ["finns-inte"]])
def test_its_help_names_what_can_be_typed(arguments):
    out, err, _ = told(*arguments)
    assert "__main__" not in out + err
    assert "-m rapport" in out + err


def test_the_list_of_commands_says_how_other_texts_are_to_be_read():
    assert "i stället för rapport" in told("--help")[0]


@pytest.mark.parametrize(
    ("typed", "base", "system", "name"),
    [
        ("python", "", "posix", "python -m rapport"),
        (".venv/bin/python", "", "posix", ".venv/bin/python -m rapport"),
        ("CWD/.venv/bin/python", "", "posix", ".venv/bin/python -m rapport"),
        ("/usr/bin/python3", "", "posix", "python3 -m rapport"),
        ("/program/python", "", "nt", "python -m rapport"),
        ("/program/python", None, "nt", "py -m rapport"),
    ],
)
def test_the_name_is_what_was_typed(monkeypatch, tmp_path, typed, base, system, name):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["/x/rapport/__main__.py"])
    monkeypatch.setattr(sys, "orig_argv", [typed.replace("CWD", str(tmp_path)), "-m", "rapport"])
    monkeypatch.setattr(sys, "base_prefix", sys.prefix if base is None else base)
    monkeypatch.setattr(commands, "os", type("os", (), {"name": system}))
    assert commands.program() == name


def test_the_installed_program_has_its_own_name(monkeypatch):
    monkeypatch.setattr(sys, "argv", ["/x/bin/rapport"])
    assert commands.program() == "rapport"
