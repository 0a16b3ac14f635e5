"""The keys of an answer that stand in its text, or under a line that lacks its colon, are said and never made words."""

import pytest

from rapport.cli.main import run
from rapport.workflow.load import load

TAIL = '  "1.2": |\n    Kommunerna deltog.\n'
KEYS = ["status: utkast", "text: |", "- text: |", "ansvarig: Sara", "kryss: ja", "tillåt:"]
ENTRY = "    status: utkast\n    text: |\n      Byarna deltog.\n"


def area(answer):
    return f"område: 1\nsvar:\n{answer}{TAIL}"


def said(folder, answer):
    return load(folder(**{"1": area(answer)})).findings


@pytest.mark.parametrize("head", ['  "1.1"\n', "  1.1\n", '  "1.1" |\n'])
@pytest.mark.parametrize("entry", [ENTRY, "    text: |\n      Byarna deltog.\n", "\n    ansvarig: Sara\n" + ENTRY])
def test_a_key_that_lacks_its_colon_above_keys_gets_only_that(folder, head, entry):
    (finding,) = said(folder, head + entry)
    assert finding.hint.endswith("1.1:" if '"' not in head else '"1.1":')


@pytest.mark.parametrize("line", KEYS)
@pytest.mark.parametrize("head", ['  "1.1": |\n    ', '  "1.1":\n    text: |\n      '])
def test_an_answer_that_begins_with_a_key_is_an_error(folder, head, line):
    (finding,) = (f for f in said(folder, f"{head}{line}\n        Byarna deltog.\n") if "Nycklarna" in f.message)
    assert (finding.severity, finding.place.line, finding.fraga) == ("error", 4 + ("text" in head), "1.1")
    assert '"1.1":' in finding.hint


@pytest.mark.parametrize("text", ["Status: klar", "texten: se nedan", "textkommentar", "Nyckeln status: klar"])
def test_an_answer_that_only_resembles_a_key_is_none(folder, text):
    assert not said(folder, f'  "1.1": |\n    {text}\n')


def test_a_status_on_a_line_of_the_text_is_a_warning(folder):
    (finding,) = said(folder, '  "1.1": |\n    Byarna deltog.\n\n    status: klar\n')
    assert (finding.severity, finding.place.line, finding.place.column) == ("warning", 6, 5)
    assert "status: klar" in finding.message


@pytest.mark.parametrize("entry", ["    - text: |\n        Hej\n", "    - status: klar\n      text: Hej\n"])
def test_keys_with_a_dash_are_left_for_the_hand(folder, entry):
    path = folder(**{"1": area('  "1.1":\n' + entry)})
    before = (path / "1.yaml").read_bytes()
    run(["kontrollera", str(path), "--ratta", "--ja"])
    assert (path / "1.yaml").read_bytes() == before
    (finding,) = load(path).findings
    assert "bindestreck" in finding.message
    assert "text: |" not in finding.hint
