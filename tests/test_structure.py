"""The walls of the house: arrows point down only, and each thing is where its name says."""

import ast
import inspect
import re
from pathlib import Path

import pytest
from conftest import ROOT
from kommando import printed
from langsamma import LANGSAMMA
from mangle import MANGLED

from rapport.checks import rules
from rapport.checks.engine import all_rules
from rapport.cli.main import COMMANDS
from rapport.figures import filters, formats, verbs
from rapport.output import FORMATS

PACKAGE = ROOT / "rapport"
FILES = sorted(PACKAGE.rglob("*.py"))
FLOORS = [
    {"errors", "finding", "nearest"},
    {"archive", "cachefolder", "domain", "prose"},
    {"store", "figures", "checks", "word", "output", "sources"},
    {"papers"},
    {"reading"},
    {"workflow", "build", "importing", "searching", "correcting"},
    {"forms"},
    {"against"},
    {"cli"},
]
# On one floor: who may look at whom. The answers hold blocks; everything else goes by way of the floor above.
ALLOWED = {("domain", "prose")}


def room(file):
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(file):
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        names = [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
        names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        yield from (name for name in names if name.split(".")[0] == "rapport")


def floor(name):
    return next(number for number, rooms in enumerate(FLOORS) if name in rooms)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_arrows_point_down(file):
    here = room(file)
    if here == "__init__":
        return
    for name in imports(file):
        there = name.split(".")[1] if "." in name else here
        if here == there or (here, there) in ALLOWED:
            continue
        assert floor(there) < floor(here), f"{here} may not import {name}"


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_modules_and_functions_are_seen_at_a_glance(file):
    source = file.read_text("utf-8")
    assert source.count("\n") <= 300
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno - node.lineno < 48, node.name


def test_every_output_format_is_listed():
    helpers = {"__init__", "interface", "mall", "siffror"}
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


def test_the_readme_names_every_rule_and_every_command():
    readme = (ROOT / "README.md").read_text("utf-8")
    assert [rule for rule in all_rules() if f"`{rule}`" not in readme] == []
    assert [name for name in COMMANDS if f"rapport {name}" not in readme] == []


def test_every_rule_is_listed_once():
    assert len(rules.ALL) == len(set(rules.ALL))


def test_every_rule_that_is_listed_has_its_module_and_its_examples():
    here = {module.__name__.rpartition(".")[2] for module in rules.ALL}
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
