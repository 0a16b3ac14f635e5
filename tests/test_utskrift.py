"""What is printed does nothing but say something: no order to a terminal or a CI comes out of anybody's names."""

import json
import shutil
import sys
from io import StringIO

import pytest
from fientligt import NAME, SIGNS, faults_in, hostile_data_set, hostile_document, hostile_folder, hostile_form

from rapport.cli.commands import COMMANDS
from rapport.cli.main import run
from rapport.cli.terminal import show
from rapport.output import FORMATS
from rapport.output.shown import as_json

ARGUMENT = NAME.replace("\x00", "")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    path = tmp_path_factory.mktemp("fientligt")
    hostile_folder(path / "mapp")
    hostile_document(path / "dokument.docx")
    hostile_form(path)
    hostile_data_set(path)
    return path


@pytest.fixture
def place(made, tmp_path, monkeypatch):
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


RUNS = {
    **{f"kontrollera {name}": ["kontrollera", "mapp", "--format", name] for name in FORMATS},
    "kontrollera dokument": ["kontrollera", "dokument.docx"],
    "kontrollera dokument github": ["kontrollera", "dokument.docx", "--format", "github"],
    "kontrollera tyst": ["kontrollera", "mapp", "--tyst"],
    "kontrollera mot": ["kontrollera", "mapp", "--mot", "dokument.docx"],
    "kontrollera ratta": ["kontrollera", "mapp", "--ratta"],
    "kontrollera ett område": ["kontrollera", "mapp", "--omrade", "1"],
    "lage": ["lage", "mapp"],
    "lage json": ["lage", "mapp", "--format", "json"],
    "bygg": ["bygg", "mapp"],
    "bygg utkast": ["bygg", "mapp", "--utkast"],
    "rakna": ["rakna", "mapp/*.yaml", "dokument.docx", "mapp/kallor/*.docx"],
    "siffror lista": ["siffror", "lista", "--i", "mapp"],
    "siffror lista json": ["siffror", "lista", "--i", "mapp", "--format", "json"],
    "siffror visa": ["siffror", "visa", "alla", "--i", "mapp"],
    "siffror visa json": ["siffror", "visa", "alla", "--i", "mapp", "--format", "json"],
    "underlag lista": ["underlag", "lista", "--i", "mapp"],
    "underlag lista json": ["underlag", "lista", "--i", "mapp", "--format", "json"],
    "underlag sok": ["underlag", "sok", "butiker", "--i", "mapp"],
    "underlag sok json": ["underlag", "sok", "butiker", "--i", "mapp", "--format", "json"],
    "underlag sok utan träff": ["underlag", "sok", ARGUMENT, "--i", "mapp"],
    "underlag forslag": ["underlag", "forslag", "1.1", "--i", "mapp"],
    "mall visa": ["mall", "visa", "ond"],
    "mall visa json": ["mall", "visa", "ond", "--format", "json"],
    "mall diff": ["mall", "diff", "2024", "ond"],
    "mall skapa": ["mall", "skapa", "dokument.docx", "--id", "ny"],
    "importera": ["importera", "dokument.docx", "--till", "mapp"],
    "importera alla": ["importera", "dokument.docx", "--till", "mapp", "--alla", "--andringar", "godta", "--ja"],
    "jamfor": ["jamfor", "3.4", "--i", "mapp"],
    "jamfor json": ["jamfor", "3.4", "--samling", "samling", "--format", "json"],
    "angra": ["angra", "mapp"],
}


@pytest.mark.parametrize("name", RUNS)
@pytest.mark.usefixtures("place")
def test_nothing_hostile_in_a_folder_is_printed_raw(capsys, name):
    arguments = RUNS[name]
    if name == "angra":
        run(["importera", "dokument.docx", "--till", "mapp", "--alla", "--andringar", "godta", "--ja"])
        capsys.readouterr()
    code = run(arguments)
    out, err = capsys.readouterr()
    assert code in (0, 1, 2), err
    assert out + err
    if arguments[-1] == "html":  # a page shows what it must, and says the rest by numbers: no terminal's business
        out = out.replace("\u200b", "")
    assert faults_in(out, gives_orders=arguments[-1] == "github") + faults_in(err) == []


def test_every_command_that_reads_a_folder_is_tried():
    untried = set(COMMANDS) - {" ".join(name.split()[: len(command.split())]) for command in COMMANDS for name in RUNS}
    assert untried <= {"ny", "regel", "hjalp", "komplettering", "lsp", "redigera", "samla", "analysera", "genvag"}


# Whatever a user can type or paste where a command takes a word.
USAGES = [
    [ARGUMENT],
    ["kontrollera", ARGUMENT],
    ["kontrollera", f"--{ARGUMENT}"],
    ["kontrollera", f"--format={ARGUMENT}"],
    ["kontrollera", f"--omrade={ARGUMENT}"],
    ["kontrollera", f"--regel={ARGUMENT}", "mapp"],
    ["kontrollera", "mapp", f"--ut={ARGUMENT}/x.txt"],
    ["kontrollera", "mapp", "mapp", ARGUMENT],
    ["kontrollera", "mapp", f"--mot={ARGUMENT}"],
    ["kontrollera", "dokument.docx", f"--mall={ARGUMENT}"],
    ["bygg", "mapp", f"--ut={ARGUMENT}"],
    ["rakna", ARGUMENT, f"{ARGUMENT}.docx"],
    ["regel", ARGUMENT],
    ["hjalp", ARGUMENT],
    ["lage", ARGUMENT],
    ["lage", "mapp", f"--ansvarig={ARGUMENT}"],
    ["mall", ARGUMENT],
    ["mall", "visa", ARGUMENT],
    ["mall", "skapa", ARGUMENT],
    ["mall", "skapa", "dokument.docx", "--id", ARGUMENT],
    ["siffror", "visa", ARGUMENT, "--i", "mapp"],
    ["siffror", "lista", "--i", ARGUMENT],
    ["underlag", "lista", "--i", ARGUMENT],
    ["underlag", "forslag", ARGUMENT, "--i", "mapp"],
    ["importera", ARGUMENT, "--till", "mapp"],
    ["importera", "dokument.docx", "--till", "mapp", "--fraga", ARGUMENT],
    ["importera", "dokument.docx", "--till", "mapp", "--andringar", ARGUMENT],
    ["angra", ARGUMENT],
    ["angra", "mapp", "--aven", ARGUMENT],
    ["ny", "ny", "--region", ARGUMENT, "--ar", "2025"],
    ["ny", ARGUMENT, "--region", "Region Provlän", "--ar", "2025"],
    ["ny", "ny", "--region", "Region Provlän", "--ar", ARGUMENT],
    ["komplettering", ARGUMENT],
    ["jamfor", ARGUMENT],
    ["jamfor", "3.4", "--samling", ARGUMENT],
    ["jamfor", "3.4", "--i", ARGUMENT],
]


@pytest.mark.parametrize("arguments", USAGES, ids=lambda arguments: " ".join(arguments).replace(ARGUMENT, "…"))
@pytest.mark.usefixtures("place")
def test_nothing_hostile_on_a_command_line_is_printed_raw(capsys, arguments):
    run(arguments)
    out, err = capsys.readouterr()
    assert faults_in(out) + faults_in(err) == []


def test_a_report_file_that_cannot_be_used_is_shown_harmless(tmp_path, capsys):
    for name in ("ett", "två"):
        region = '"\\e]0;x\\a\\n::warning::"' if name == "ett" else "[a, *\x9b\u202e"
        hostile_folder(tmp_path / name, **{"rapport.yaml": f'mall: "2024"\nregion: {region}\når: 2025\n'})
        assert run(["kontrollera", str(tmp_path / name)]) == 2
        assert faults_in(capsys.readouterr().err) == []


def test_what_is_written_to_a_file_is_as_harmless(place):
    for name in ("text", "json", "sarif", "github"):
        run(["kontrollera", "mapp", "--format", name, "--ut", f"ut-{name}{FORMATS[name][0]}"])
        text = (place / f"ut-{name}{FORMATS[name][0]}").read_text("utf-8")
        assert faults_in(text, gives_orders=name == "github") == []


class Screen(StringIO):
    def isatty(self):
        return True


def test_colours_are_ours_alone(place, monkeypatch):
    monkeypatch.setattr(sys, "stdout", Screen())
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    hostile_folder(place / "mapp", **{"2.yaml": 'område: 2\nsvar:\n  "\\e[31mröd\\e[0m": Text.\n'})
    run(["kontrollera", "mapp"])
    shown = sys.stdout.getvalue()
    assert "\x1b[31mFel\x1b[0m" in shown
    assert "\x1b[31mröd" not in shown
    assert "\u241b[31mröd" in shown


def test_data_are_the_same_with_what_acts_escaped():
    data = {"a": f"{SIGNS} ##[error]\U000e0041å"}
    assert faults_in(as_json(data)) == []
    assert json.loads(as_json(data)) == data
    assert "å" in as_json(data)


def test_what_stands_in_a_line_stays_in_it(capsys):
    show("a\n::error::b", "  ::error::c", "\t##vso[x]", "1\N{NO-BREAK SPACE}000 – “å” \uf0b7 🙂")
    expected = "a␊::error::b\n  ∷error::c\n→##vso［x]\n1\N{NO-BREAK SPACE}000 – “å” \uf0b7 🙂\n"
    assert capsys.readouterr().out == expected
