"""What a person at a terminal meets: corrections one by one, the watch, and lines to paste."""

import sys
import unicodedata
from io import StringIO
from pathlib import Path

import pytest
from conftest import RAPPORT

from rapport.cli import watch
from rapport.cli.command import command_of
from rapport.cli.commands import COMMANDS
from rapport.cli.main import command_name, run
from rapport.output.text import render, render_upwards
from rapport.workflow.checker import Checker
from rapport.workflow.files import as_argument

ANSWER = """område: 1
svar:
  "1.1": |
    Det kostade 20 MSEK tex i Hedby. Sedan 30 MSEK i Viksele.

    Vi gjorde:
    – kurser
    – möten
"""
DONE = """område: 1
svar:
  "1.1": |
    Det kostade 20 mnkr t.ex. i Hedby. Sedan 30 mnkr i Viksele.

    Vi gjorde:
    - kurser
    - möten
"""
# The names with the letters that they stand for, as people write them.
SPELLED = {"ar": "år", "fran": "från", "fraga": "fråga", "ratta": "rätta", "omrade": "område"}
COMMANDS_SPELLED = {"rakna": "räkna", "lage": "läge", "sok": "sök", "forslag": "förslag"}


class Terminal(StringIO):
    """What somebody types, and a screen."""

    def isatty(self):
        return True


@pytest.fixture
def path(folder):
    return folder(**{"1": ANSWER})


@pytest.fixture
def answering(path, monkeypatch, capsys):
    """Return a function that corrects the report while somebody types: what was shown, and the file afterwards."""

    def correct(*typed):
        monkeypatch.setattr(sys, "stdin", Terminal("".join(f"{line}\n" for line in typed)))
        monkeypatch.setattr(sys, "stderr", Terminal())
        assert run(["kontrollera", str(path), "--ratta"]) == 0
        said = sys.stderr.getvalue()
        return capsys.readouterr().out, said, (path / "1.yaml").read_text("utf-8")

    return correct


def seen(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_all_is_corrected_in_one_run(path):
    assert run(["kontrollera", str(path), "--ratta", "--ja"]) == 0
    text = (path / "1.yaml").read_text("utf-8")
    assert seen(text) == DONE
    assert "20\N{NO-BREAK SPACE}mnkr" in text  # which is found only when the unit is right
    run(["kontrollera", str(path), "--ratta", "--ja"])
    assert (path / "1.yaml").read_text("utf-8") == text


def test_where_nobody_is_asked_nothing_is_written_and_all_is_shown(path, capsys):
    assert run(["kontrollera", str(path), "--ratta"]) == 0
    out, err = capsys.readouterr()
    assert "+ - kurser\n+ - möten" in out
    assert "20°mnkr" in out
    assert "--ja" in err
    assert (path / "1.yaml").read_text("utf-8") == ANSWER


def test_corrections_are_chosen_one_by_one(answering):
    out, said, text = answering("n", "j", "ja", "nej", *"nnnnnn")
    assert "(1 av 1)" in out
    assert "– kurser" in text  # the first, said no to: now the words are asked about, which it would have moved
    assert "20 mnkr t.ex." in text
    assert "30 MSEK" in text
    assert "2 rättelser gjorda." in said
    assert "står kvar ogjorda" in said


def test_all_the_rest_can_be_taken_at_once(answering):
    out, said, text = answering("alla")
    assert seen(text) == DONE
    assert said.count("Rätta?") == 1
    assert out.count("1.yaml:") == int(said.split()[-3])


def test_what_was_taken_before_one_ends_is_kept(answering):
    _, said, text = answering("j", "sluta")
    assert text == ANSWER.replace("– ", "- ")
    assert "1 rättelse gjord." in said


def test_the_end_of_what_is_typed_ends_it_and_a_strange_answer_is_asked_again(answering):
    _, said, text = answering("kanske")
    assert text == ANSWER
    assert said.count("Rätta?") == 2
    assert "Inget är ändrat." in said


def test_a_no_is_not_asked_again_when_something_else_is_corrected(answering):
    out, _, text = answering("j", "n", "j", "j", *"jjjjj")
    assert text.count("MSEK") == 1
    assert out.count("+ …Det kostade 20 mnkr") == 1


@pytest.mark.parametrize(
    "flags",
    [["--format", "json"], ["--ut", "x.txt"], ["--mot", "fjol"], ["--tyst"], ["--bevaka"], ["--tyst", "--bevaka"]],
)
def test_flags_that_have_nothing_to_do_are_refused(path, capsys, flags):
    assert run(["kontrollera", str(path), "--ratta", *flags]) == 2
    err = capsys.readouterr().err
    assert all(flag in err for flag in flags if flag.startswith("--"))
    assert "--ratta" in err


@pytest.mark.parametrize(
    ("number", "before", "words"),
    [(5, None, ""), (5, 8, "3 färre än nyss."), (5, 3, "2 fler än nyss."), (5, 5, "Lika många som nyss.")],
)
def test_it_is_said_whether_it_got_better(number, before, words):
    assert watch.than_before(number, before) == words


def test_the_screen_is_cleared_between_rounds_at_a_terminal_only(tmp_path, monkeypatch):
    file = tmp_path / "1.yaml"
    file.write_text("a", "utf-8")
    number = 0

    def check():
        nonlocal number
        number += 1
        screen.write(f"runda {number}\n")
        if number == 1:
            file.write_text("ab", "utf-8")
        return 0

    shown = []
    for screen in (Terminal(), StringIO()):
        number = 0
        monkeypatch.setattr(sys, "stdout", screen)
        monkeypatch.setenv("TERM", "xterm")
        watch.watch(tmp_path, check, rounds=2)
        shown.append(screen.getvalue())
    assert shown == ["runda 1\n\x1b[H\x1b[2Jrunda 2\n", "runda 1\nrunda 2\n"]


def test_bars_come_last_for_one_who_watches_and_nothing_is_missing(path):
    granskning = Checker(path).granskning()
    usual = list(render(granskning, colour=False, width=80))
    upwards = list(render_upwards(granskning, colour=False, width=80))
    assert sorted(usual) == sorted(line for n, line in enumerate(upwards) if line or n < len(upwards) - 2)
    assert max(n for n, line in enumerate(usual) if "░" in line) < usual.index("Fråga 1.1")
    assert min(n for n, line in enumerate(upwards) if "░" in line) > upwards.index("Fråga 1.1")
    assert upwards[-1] == usual[-1]


def twins():
    """Yield every command with every flag, as it is known and as it is spelled."""
    for name in COMMANDS:
        for option in command_of(name).params:
            for flag in option.opts if option.param_type_name == "option" else ():
                yield name, flag, SPELLED.get(flag.removeprefix("--"))


def test_every_name_that_is_folded_has_its_spelling_here():
    flags = {flag.removeprefix("--") for _, flag, _ in twins()}
    assert SPELLED.keys() <= flags
    assert COMMANDS_SPELLED.keys() <= {word for name in COMMANDS for word in name.split()}


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(("name", "flag", "spelled"), [twin for twin in twins() if twin[2]])
def test_every_flag_can_be_spelled(name, flag, spelled, form):
    command = command_of(name)
    option = next(option for option in command.params if flag in option.opts)
    written = "--" + unicodedata.normalize(form, spelled)
    value = [] if option.is_flag else ["2"]
    context = command.make_context(name, [written, *value], resilient_parsing=True)
    assert context.params[option.name]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_can_be_spelled(name, form):
    words = [unicodedata.normalize(form, COMMANDS_SPELLED.get(word, word)) for word in name.split()]
    assert command_name([*words, "x"]) == name


# Where a report is meant: by itself, or after --i.
@pytest.mark.parametrize(
    "arguments",
    [
        ["kontrollera"],
        ["lage"],
        ["bygg", "--utkast"],
        ["siffror", "lista"],
        ["siffror", "visa", "alla"],
        ["underlag", "lista"],
    ],
)
def test_the_current_folder_is_meant_when_none_is_named(path, monkeypatch, capsys, arguments):
    monkeypatch.chdir(path)
    assert run(arguments) in (0, 1)
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("path", "argument"),
    [
        (Path(), ""),
        (Path("min-redovisning"), " min-redovisning"),
        (Path("år 2025/min mapp"), ' "år 2025/min mapp"'),
        (Path("a&b"), ' "a&b"'),
        (Path("pris$"), " 'pris$'"),
        (Path("(1)"), ' "(1)"'),
    ],
)
def test_a_path_can_be_pasted(path, argument):
    assert as_argument(path) == argument.replace("/", str(Path("/"))[-1])


def test_what_is_to_be_pasted_has_its_path_quoted(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert run(["ny", "min mapp", "--region", "Region Sundmark", "--ar", "2025"]) == 0
    assert 'rapport kontrollera "min mapp"\n' in capsys.readouterr().err
    assert run(["bygg", "min mapp"]) == 1
    assert 'rapport kontrollera "min mapp",' in capsys.readouterr().err
    monkeypatch.chdir("min mapp")
    assert run(["bygg"]) == 1
    assert "rapport kontrollera," in capsys.readouterr().err


def test_the_area_s_ansvarig_has_what_is_missing_in_its_file(folder, capsys):
    path = folder(**{"2": 'område: 2\nansvarig: Eva Lind\nsvar:\n  "2.1": Svar.\n'})
    assert run(["lage", str(path), "--ansvarig", "Eva Lind"]) == 0
    assert capsys.readouterr().out.count("Eva Lind") == 8  # seven questions, and what is left


def test_two_files_of_an_area_may_have_an_ansvarig_each(folder, capsys):
    files = {"2-a": "område: 2\nansvarig: Eva Lind\nsvar: {}\n", "2-b": "område: 2\nansvarig: Bo Alm\nsvar: {}\n"}
    assert run(["lage", str(folder(**files))]) == 0
    assert "Eva Lind, Bo Alm" in capsys.readouterr().out


def test_a_faulty_expression_is_named_where_figures_are_shown(folder, capsys):
    path = folder(**{"1": 'område: 1\nsvar:\n  "1.1": |\n    {{ stod | summma("antal") }}\n'})
    assert run(["siffror", "visa", "1.1", "--i", str(path)]) == 1
    err = capsys.readouterr().err
    assert "ingen siffra" not in err
    assert "summma" in err
    assert run(["siffror", "visa", "1.2", "--i", str(path)]) == 0
    assert "ingen siffra" in capsys.readouterr().err


def test_last_year_s_folder_is_named(folder, tmp_path, capsys):
    text = (
        f'område: 1\nsvar:\n  "1.1": |\n    {"Kommunerna och regionen har samverkat om bredband och service. " * 3}\n'
    )
    now, before = folder(**{"1": text}), tmp_path / "redovisning-2024"
    before.mkdir()
    (before / "rapport.yaml").write_text(RAPPORT, "utf-8")
    (before / "1.yaml").write_text(text, "utf-8")
    for name in ("redovisning-2024", "fjol"):  # the second time the rest is remembered
        run(["kontrollera", str(now), "--mot", str(tmp_path / name), "--regel", "fjolarstext"])
        assert f"förra årets, i {name}." in " ".join(capsys.readouterr().out.split())
        before = before.rename(tmp_path / "fjol")
