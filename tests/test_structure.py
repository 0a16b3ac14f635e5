"""The walls of the house: arrows point down only, and each thing is where its name says."""

import ast
import inspect
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from kommando import printed
from langsamma import LANGSAMMA
from mangle import MANGLED

from rapport.checks import rules
from rapport.checks.engine import all_rules
from rapport.cli.commands import COMMANDS
from rapport.figures import filters, formats, verbs
from rapport.output import FORMATS
from rapport.workflow.hjalp import topic

PACKAGE = ROOT / "rapport"
FILES = sorted(PACKAGE.rglob("*.py"))
FLOORS = [
    {
        *("errors", "finding", "nearest", "limits", "archive", "book", "apart", "cachefolder", "disk", "filenames"),
        *("nobodys", "winerrors"),
    },
    {"domain", "prose"},
    {"store", "figures", "checks", "word", "pdf", "sources", "output", "samling"},
    {"workflow"},
    {"cli", "lsp", "webb"},
]
ABOVE = {"__init__", "__main__"}  # the house itself, and its door
# On one floor: who may look at whom. The answers hold blocks; what is too much of a file, or no whole zip, is an
# error.
ALLOWED = {("domain", "prose"), ("archive", "errors"), ("limits", "errors"), ("archive", "limits"), ("book", "limits")}
ALLOWED |= {("errors", "winerrors"), ("disk", "winerrors"), ("disk", "errors"), ("archive", "disk")}
ALLOWED |= {("filenames", "errors"), ("filenames", "winerrors")}
ALLOWED |= {("book", "archive"), ("apart", "limits"), ("apart", "errors")}
ALLOWED |= {("cli", "lsp"), ("cli", "webb")}  # two of the commands are servers
SEES = {
    "cli": {"cli", "workflow", "output", "domain", "finding", "errors", "nearest", "nobodys"},
    "lsp": {"lsp", "workflow", "output", "domain", "finding", "errors"},
    # What the page edits is the document model itself.
    "webb": {"webb", "workflow", "output", "prose", "domain", "finding", "errors"},
}
MODULES = {".".join(f.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): f for f in FILES}
USUAL, MOST = 190, 300  # lines of a module
# What is longer than usual, because in two parts each would be harder to follow.
LONGER = {
    "checks/rules/lagrum.py",
    "checks/rules/upprepning.py",
    "domain/organ.py",
    "domain/wordlist.py",
    "prose/blocks.py",
    "prose/markdown.py",
    "store/scalars.py",
    "word/derive.py",
    "word/looks.py",
    "workflow/report.py",
}
LONGEST_FUNCTION = 48


def room(file):
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(file):
    """Yield the modules of the house that a file imports: anywhere in it, in functions and for types alone too."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            assert not node.level, f"{file} imports by dots"
            parts = (f"{node.module}.{alias.name}" for alias in node.names)
            names = [part if part in MODULES else node.module for part in parts]
        yield from (name for name in names if name.split(".")[0] == "rapport")


def floor(name):
    return next(number for number, rooms in enumerate(FLOORS) if name in rooms)


def fault_of(here, name):
    """Return what is wrong with a room's import of a module, if anything is."""
    there = name.partition(".")[2].partition(".")[0]
    if not there or here == there or (here, there) in ALLOWED:
        return None
    if there not in SEES.get(here, {there}):
        return f"{here} imports only {', '.join(sorted(SEES[here]))}, not {name}"
    return None if floor(there) < floor(here) else f"{here} may not import {name}"


def reached(module, graph):
    """Return every module that a module leads to, by one import or by many."""
    found, waiting = set(), [module]
    while waiting:
        for other in graph[waiting.pop()] - found:
            found.add(other)
            waiting.append(other)
    return found


def test_every_room_has_its_floor():
    rooms = {room(file) for file in FILES} - ABOVE
    assert rooms == set().union(*FLOORS)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_arrows_point_down(file):
    if room(file) not in ABOVE:
        assert [fault for name in imports(file) if (fault := fault_of(room(file), name))] == []


@pytest.mark.parametrize(
    ("here", "name", "is_right"),
    [
        ("store", "rapport.prose.markdown", True),
        ("prose", "rapport.domain.svar", False),
        ("domain", "rapport.prose.blocks", True),
        ("store", "rapport.word.fill", False),
        ("errors", "rapport.archive", False),
        ("checks", "rapport.workflow.check", False),
        ("cli", "rapport.store.files", False),
        ("cli", "rapport.nearest", True),
        ("cli", "rapport.lsp.server", True),
        ("lsp", "rapport.cli.main", False),
        ("lsp", "rapport.store.yaml", False),
        ("lsp", "rapport.output.room", True),
    ],
)
def test_an_arrow_up_or_aside_is_seen(here, name, is_right):
    assert (fault_of(here, name) is None) == is_right


def test_no_modules_go_in_a_circle():
    graph = {name: {other for other in imports(file) if other in MODULES} for name, file in MODULES.items()}
    assert [name for name in graph if name in reached(name, graph)] == []


def lines(file):
    return file.read_text("utf-8").count("\n")


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_modules_and_functions_are_seen_at_a_glance(file):
    assert lines(file) <= (MOST if file.relative_to(PACKAGE).as_posix() in LONGER else USUAL)
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno - node.lineno < LONGEST_FUNCTION, node.name


def test_what_may_be_longer_is_longer():
    assert [name for name in LONGER if lines(PACKAGE / name) <= USUAL] == []


def way_of_an_answer(*flags):
    """Return the files that an answer's way goes through, in a process of its own."""
    command = [sys.executable, str(ROOT / "tests" / "vagen.py"), *flags]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8", cwd=ROOT, env=environment)
    return done.stdout.split()


# So many files are entered while one answer goes from YAML through the check into the document, counted by vagen.py:
# without the rules, each of which is a file on purpose, without what they stand on (the folders of ``checks``, one for
# each subject), and when nothing has changed since the last time. Before the report lived in memory they were 50; since
# then came what remembers answers and looks up places, what reads quantities, dates, names and the forms of words, and
# what keeps writing, printing and reading safe, where others hold files and Windows has names of its own too; and what
# lets a check be hasty while its text is being typed. A figure that grows has to be meant.
WAY_NEW, WAY_AGAIN = 85, 69


def test_the_way_of_a_new_answer_grows_no_longer():
    way = [file for file in way_of_an_answer() if not re.match("checks/.*/", file)]
    assert len(way) <= WAY_NEW, way
    assert {"store/answer.py", "prose/markdown.py", "checks/engine.py", "word/fill.py"} <= set(way)


def test_the_way_of_an_answer_that_is_as_it_was_enters_no_rule():
    way = way_of_an_answer("samma")
    assert len(way) <= WAY_AGAIN, way
    assert not [file for file in way if file.startswith("checks/rules/")]


def test_every_output_format_is_listed():
    helpers = {
        "__init__",
        "against",
        "analys",
        "asked",
        "colour",
        "hamtning",
        "hjalp",
        "interface",
        "jamfor",
        "lage",
        "last_years",
        "mall",
        "not_begun",
        "pointed",
        "room",
        "shown",
        "siffror",
        "wrapped",
    }
    assert {file.stem for file in (PACKAGE / "output").glob("*.py")} - helpers == set(FORMATS)


def test_no_question_and_no_limit_stands_in_the_code(mall):
    code = "\n".join(file.read_text("utf-8") for file in FILES)
    assert not [fraga.text for fraga in mall.fraga_by_id.values() if fraga.text in code]
    assert not [o.maxtecken for o in mall.omraden if f" {o.maxtecken}" in code or f"{o.maxtecken:_}" in code]


def test_the_top_level_holds_what_it_should():
    found = {Path(entry.name).name for entry in ROOT.iterdir() if not entry.name.startswith(".")}
    kept = {"pyproject.toml", "rapport", "mallar", "underlag", "tests", "README.md", "LICENSE"}
    assert kept <= found
    assert {name for name in found - kept if not name.endswith(".egg-info")} <= {"dist", "build"}


def test_the_readme_names_every_command_and_every_format():
    readme = (ROOT / "README.md").read_text("utf-8")
    assert [name for name in COMMANDS if f"`rapport {name}`" not in readme] == []
    assert [name for name in FORMATS if f"`{name}`" not in readme] == []


def test_the_help_names_every_rule_and_every_format():
    assert [rule for rule in all_rules() if f"`{rule}`" not in topic("regler").text] == []
    assert [name for name in FORMATS if f"`{name}`" not in topic("ci").text] == []


def test_every_rule_is_listed_once():
    assert len(rules.ALL) == len(set(rules.ALL))


def test_every_rule_that_is_listed_has_its_module_and_its_examples():
    here = {rule.replace("-", "_") for rule in rules.ALL}
    assert here == {file.stem for file in (PACKAGE / "checks/rules").glob("[a-z]*.py")}
    folders = {folder.name.replace("-", "_") for folder in (ROOT / "tests/regler").iterdir()}
    assert here == folders | {name.replace("-", "_") for name in MANGLED}


@pytest.mark.parametrize("name", filters.FILTERS)
def test_every_filter_shows_how_it_is_written(name):
    assert re.search(rf"\| {name}\b", filters.usage(name))


def test_no_function_waits_to_be_listed_as_a_filter():
    names = {name for module in (verbs, formats) for name in functions_of(module)} - set(filters.FILTERS)
    trees = [ast.parse(file.read_text("utf-8")) for file in (PACKAGE / "figures").glob("*.py")]
    used = {node.id for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Name)}
    assert names - used == set()


def functions_of(module):
    """Yield the names of a module's own public functions."""
    for name, value in vars(module).items():
        if inspect.isfunction(value) and value.__module__ == module.__name__ and not name.startswith("_"):
            yield name


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_can_be_asked_for_and_is_named_in_the_help(name, folder):
    assert printed("kontrollera", folder(), "--format", name).strip()
    assert re.search(rf"\b{name}\b", printed("kontrollera", "--help").partition("--format")[2])


def test_every_format_is_listed_once():
    assert len(FORMATS) == len(set(FORMATS))


@pytest.mark.parametrize("file", LANGSAMMA)
def test_what_the_fast_lane_leaves_out_is_there(file):
    code = (ROOT / "tests" / f"{file}.py").read_text("utf-8")
    assert [name for name in LANGSAMMA[file] if f"\ndef {name}(" not in code] == []
