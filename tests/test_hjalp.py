"""``rapport hjalp`` and the README: what they show is what happens, and fits a terminal; every way in leads on."""

import re
import subprocess
import sys

import pytest
from conftest import ROOT
from exempelkorning import FENCE, blocks, follow, is_example
from kollegornas import MADE

from rapport.cli.command import command_of
from rapport.cli.commands import COMMANDS, folded
from rapport.cli.main import command_name, run
from rapport.output import shown
from rapport.output.hjalp import as_text
from rapport.workflow.hjalp import TOPICS, topic, topics

README = (ROOT / "README.md").read_text("utf-8")
TEXTS = {"README": README, **{one.id: one.text for one in topics()}}
WORDS = 1900  # read in ten minutes


@pytest.fixture
def hjalp(capsys):
    """Return a function that asks for help: exit code and what is said."""

    def ask(*words):
        code = run(["hjalp", *words])
        captured = capsys.readouterr()
        return code, captured.out + captured.err

    return ask


@pytest.mark.parametrize("name", TEXTS)
def test_its_examples_do_what_it_says(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    follow(TEXTS[name], tmp_path, MADE)


@pytest.mark.parametrize("name", TEXTS)
def test_it_has_examples_and_shows_what_comes_of_them(name):
    found = blocks(TEXTS[name])
    assert any(map(is_example, found))
    assert any(block.kind == "visar" for block in found)


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("Kommentarer vid 6.3 …", True),
        ("Kommentarer vid 6.4 …", False),
        ("b 14.02\nc", True),
        ("b 14.02\nd", False),
        ("Kommentarer vid 6.3 står.\n…\nd", True),
        ("Kommentarer vid", False),
    ],
)
def test_what_is_not_shown_is_seen(told, shown, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    printed = "Kommentarer vid 6.3 står.\nb 09.15\nc\nd\n"
    monkeypatch.setattr("exempelkorning.run", lambda _: sys.stdout.write(printed) * 0)
    text = f"```rapport\nrapport x\n```\n\n```visar\n{told}\n```\n"
    if shown:
        follow(text, tmp_path, {})
    else:
        with pytest.raises(AssertionError):
            follow(text, tmp_path, {})


def test_an_example_that_ends_otherwise_than_it_says_is_seen(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(AssertionError, match="slutkod 2"):
        follow("```rapport 1\nrapport kontrollera finns-inte\n```\n", tmp_path, {})


def test_every_topic_that_is_listed_has_its_file():
    assert set(TOPICS) == {file.stem for file in (ROOT / "rapport" / "hjalp").iterdir()}


@pytest.mark.parametrize("name", TOPICS)
@pytest.mark.parametrize("colour", [False, True], ids=["utan färg", "färg"])
def test_a_topic_fits_the_terminal_and_shows_no_marks(name, colour):
    code = re.compile(r"\x1b\[\d*m")
    in_colour = [shown.line(line) for line in as_text(topic(name).text, 80, colour=colour)]
    lines = [code.sub("", line) for line in in_colour]
    # A command is never broken: it is copied.
    assert [line for line in lines if len(line) > 80 and not line.startswith("  rapport ")] == []
    prose = [line for line in lines if not line.startswith(("  ", "│"))]
    assert [line for line in prose if re.search(r"```|^#|^\|", line)] == []
    assert any(line != plain for line, plain in zip(in_colour, lines, strict=True)) == colour
    assert not re.search("[\U000f0000-\U0010ffff]", "".join(lines))


@pytest.mark.parametrize("name", TOPICS)
def test_no_word_of_a_topic_is_lost_on_its_way_to_the_terminal(name):
    def words(text):
        text = re.sub(r"^```.*$|^\|[-:|]+\|$|^#+ |^[═─]+$|^│", "", text, flags=re.MULTILINE)
        return re.findall(r"[\w{}-]+", re.sub(r"\\(?=\|)", "", text))

    shown = "\n".join(as_text(topic(name).text, 80, colour=False))
    # Cells of a table stand beside each other there: the same words, in another order.
    assert sorted(words(shown)) == sorted(words(topic(name).text))


def test_the_list_names_every_topic_in_a_line(hjalp):
    code, said = hjalp()
    assert code == 0
    assert [name for name in TOPICS if f"\n  {name} " not in said] == []
    assert max(map(len, said.splitlines())) <= 80


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["Källor"], "Registret\n"),
        (["nytt", "år"], "Börja med förra årets svar"),
        (["nytt-år"], "Börja med förra årets svar"),
        (["WORD"], "Spårade ändringar\n"),
        (["upprepning"], "upprepning är en regel. Läs om den med:  rapport regel upprepning"),
        (["importera"], "importera är ett kommando. Läs om det med:  rapport importera --help"),
        (["importera"], "  rapport hjalp word "),
        (["läge"], "rapport lage --help"),
        (["mall", "skapa"], "rapport hjalp nytt-ar  Ett nytt formulär från Tillväxtverket"),
        (["mall"], "rapport mall diff --help"),
        (["Fotnot"], "  rapport hjalp yaml"),
        (["pre-commit"], "  rapport hjalp ci"),
        (["spårade", "ändringar"], "  rapport hjalp word  Spårade ändringar"),
    ],
)
def test_a_word_leads_on(hjalp, words, told):
    code, said = hjalp(*words)
    assert code == 0
    assert told in said


def test_a_line_that_leads_on_fits_the_terminal():
    titles = [heading for one in topics() for heading in re.findall("^#+ (.*)", one.text, re.MULTILINE)]
    assert max(map(len, titles)) <= 80 - len("  rapport hjalp utveckla  ")


@pytest.mark.parametrize(
    ("word", "meant"), [("wrod", "word"), ("sifror", "siffror"), ("kälor", "kallor"), ("importeera", "importera")]
)
def test_a_near_miss_is_guessed(hjalp, word, meant):
    assert hjalp(word) == (2, f"Ämnet ”{word}” finns inte. Menade du {meant}? Se rapport hjalp.\n")


def test_what_is_like_nothing_leads_to_the_list(hjalp):
    assert hjalp("qqqqqq") == (2, "Ämnet ”qqqqqq” finns inte. Se rapport hjalp.\n")


@pytest.mark.parametrize("words", [[], ["word"], ["fotnot"]], ids=" ".join)
def test_help_loads_nothing_heavy(words):
    code = (
        f"import sys; from rapport.cli.main import run; run(['hjalp', *{words!r}]);"
        "heavy = {'docx', 'lxml', 'pydantic', 'ruamel', 'jinja2', 'rich', 'openpyxl', 'spylls', 'rapidfuzz'};"
        "sys.exit(sorted(heavy & {name.partition('.')[0] for name in sys.modules}) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_readme_is_read_in_ten_minutes_and_leads_to_every_topic():
    assert len(re.findall(r"\S*\w\S*", README)) <= WORDS
    assert [name for name in TOPICS if f"`rapport hjalp {name}`" not in README] == []


@pytest.mark.parametrize("name", TEXTS)
def test_commands_and_flags_in_its_running_text_are_there(name):
    for line in re.findall(r"`(rapport [^`]+)`", FENCE.sub("", TEXTS[name])):
        words = line.split()[1:]
        command = command_name(words)
        if words[0] == "KOMMANDO":
            continue
        assert command in COMMANDS, line
        known = {flag for param in command_of(command).params for flag in param.opts}
        assert {folded(word) for word in words if word.startswith("--")} <= {*known, "--help"}, line
