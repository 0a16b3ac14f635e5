"""What the README and the help give to be pasted into PowerShell is what Windows' own, 5.1, can read."""

import pytest
import tree_sitter_powershell
from conftest import ROOT
from exempelkorning import blocks
from tree_sitter import Language, Parser

from rapport.cli.main import run
from rapport.workflow.genvag import POWERSHELL

PAGES = (ROOT / "README.md", *sorted((ROOT / "rapport/hjalp").glob("*.md")))
LINES = {
    f"{page.name}-{number}": block.body
    for page in PAGES
    for number, block in enumerate(block for block in blocks(page.read_text("utf-8")) if block.kind == "powershell")
}
NEWER = frozenset(("pipeline_chain_tail", "ternary_expression", "null_coalescing_expression"))  # since PowerShell 7


def faults(script):
    """What PowerShell 5.1 would not read: where the grammar breaks, and what is not in it yet."""
    nodes = [Parser(Language(tree_sitter_powershell.language())).parse(script.encode()).root_node]
    while nodes:
        node = nodes.pop()
        nodes += node.children
        if node.is_error or node.is_missing or node.type in NEWER:
            yield node.text.decode()


@pytest.mark.parametrize("name", LINES)
def test_a_line_to_paste_is_powershell(name):
    assert not [*faults(LINES[name])]


def test_what_completes_a_line_is_powershell(capsys):
    assert run(["komplettering", "powershell"]) == 0
    assert not [*faults(capsys.readouterr().out)]


def test_what_makes_a_shortcut_is_powershell_of_plain_letters():
    assert not [*faults(POWERSHELL)]
    assert POWERSHELL.isascii()


def test_the_readmes_lines_need_no_script_and_no_certain_python():
    text = "".join(LINES[name] for name in LINES if name.startswith("README"))
    assert "-m pip install" in text
    assert "Activate" not in text
    assert "py -3" not in text


@pytest.mark.parametrize("line", ["a && b", "a || b", "if (", 'py -m "abc'])
def test_what_is_not_is_noticed(line):
    assert [*faults(line)]


def test_the_job_for_windows_runs_the_readmes_lines():
    job = (ROOT / ".github/workflows/windows.yml").read_text("utf-8")
    lines = [line.strip() for name in LINES if name.startswith("README") for line in LINES[name].splitlines()]
    assert [line for line in lines if "venv .venv" in line] == [
        line.partition("run: ")[2] for line in job.splitlines() if "run: " in line
    ]
