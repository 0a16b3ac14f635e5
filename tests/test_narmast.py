"""What "Menade du" says: one answer, wherever a word is misspelt."""

import subprocess
import sys

import pytest

from rapport.cli.main import run
from rapport.nearest import closest, nearest, slips


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("EURF", ["ERUF", "TVV"], "ERUF"),
        ("Hedby", ["Granåker", "Lillforsa"], None),
        ("Ansvarig", ["ansvarig", "svar"], "ansvarig"),
        ("anvsarig", ["ansvarig", "svar", "status"], "ansvarig"),
        ("OMRÅDE", ["område", "region"], "område"),
        ("omra\u030ade", ["område"], "område"),
        ("Beviljat  belopp", ["Sökt belopp", "beviljat belopp"], "beviljat belopp"),
        ("", ["a"], None),
        ("a", [], None),
    ],
)
def test_the_likeliest_word_is_found_or_none(word, known, meant):
    assert nearest(word, known) == meant


@pytest.mark.parametrize(
    ("one", "other", "number"),
    [("2024", "2024", 0), ("2042", "2024", 1), ("Sollefteå", "Solefteå", 1), ("2010:630", "2010:603", 1), ("", "a", 1)],
)
def test_slips_of_the_pen_are_counted(one, other, number):
    assert slips(one, other) == slips(other, one) == number


@pytest.mark.parametrize(("one", "other", "most"), [("abcdef", "abc", 1), ("abcd", "badc", 1), ("abcdef", "uvwxyz", 2)])
def test_more_slips_than_the_most_are_one_more(one, other, most):
    assert slips(one, other, most) == most + 1


def test_of_several_the_likest_comes_first():
    assert closest("kontrolera", ["kontroll", "kontrollera", "rakna"], 2) == ["kontrollera", "kontroll"]


@pytest.mark.parametrize(
    ("arguments", "guess"),
    [
        (["KONTROLERA"], "Menade du rapport kontrollera?"),
        (["underlag", "förslagg"], "Menade du rapport underlag forslag?"),
        (["kontrollera", "--TYST", "x"], "Menade du --tyst?"),
        (["kontrollera", "--rata", "x"], "Menade du --ratta?"),
        (["regel", "Upprepnig"], "Menade du upprepning?"),
    ],
)
def test_commands_flags_and_rules_are_guessed_alike(capsys, arguments, guess):
    assert run(arguments) == 2
    assert guess in capsys.readouterr().err


def loaded_by(arguments):
    code = f"import sys; from rapport.cli.main import run; run({arguments!r}); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in done.stdout.splitlines()[-1].split()}


def test_what_guesses_is_loaded_only_to_guess():
    heavy = {"rapidfuzz", "platformdirs", "watchfiles", "pypdfium2", "typer", "pydantic"}
    assert heavy & loaded_by(["--help"]) == set()
    assert heavy & loaded_by(["kontrolera"]) == {"rapidfuzz"}
