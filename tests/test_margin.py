"""Text pasted too far to the left under its bar is one finding, and set in where it is beyond doubt that it is text."""

import pytest

from rapport.cli.main import run
from rapport.workflow.load import load

HEAD = 'område: 1\nsvar:\n  "1.3": Byarna deltog.\n'
TAIL = '  "1.2": |\n    Kommunerna deltog.\n'
LONG = '  "1.1":\n    status: granskas\n    text: |\n'
SHORT = '  "1.1": |\n'
PASTED = {
    "vid marginalen": (LONG, "Hej på dig.\nDet gick bra.\n", "      Hej på dig.\n      Det gick bra.\n"),
    "en rad": (LONG, "Hej på dig.\n", "      Hej på dig.\n"),
    "stycken": (LONG, "Ett.\n\nTvå.\n\nTre.\n", "      Ett.\n\n      Två.\n\n      Tre.\n"),
    "fyra i stället för sex": (LONG, "    Ett.\n    Två.\n", "      Ett.\n      Två.\n"),
    "efter riktiga rader": (LONG, "      Ett.\n\n    Två.\nTre.\n", "      Ett.\n\n      Två.\n      Tre.\n"),
    "ojämnt": (LONG, "     Ett.\n   Två.\n       Tre.\n", "     Ett.\n     Två.\n     Tre.\n"),
    "tabbar": (LONG, "\tEtt.\n\tTvå.\n", "      Ett.\n      Två.\n"),
    "kort form": (SHORT, "Ett.\nTvå.\n", "    Ett.\n    Två.\n"),
    "kort form, två": (SHORT, "  Ett.\n  Två.\n", "    Ett.\n    Två.\n"),
    "lista i lista": (SHORT, "Mål är\n\n- a\n  - b\n- c\n", "    Mål är\n\n    - a\n      - b\n    - c\n"),
    "kolon i texten": (SHORT, "Mål: jobb.\nOch hem.\n", "    Mål: jobb.\n    Och hem.\n"),
    "rader ur Excel": (
        SHORT,
        "Kommun\tAntal\nHedby\t12\nViksele\t4\n",
        "    | Kommun | Antal |\n    | --- | --- |\n    | Hedby | 12 |\n    | Viksele | 4 |\n",
    ),
}
LEFT = {
    "anteckning": "Ett.\n# minns detta\nTvå.\n",
    "kanske en nyckel": "    Ett.\n    stauts: klar\n    Två.\n",
    "kanske en nyckel vid marginalen": "Ett.\nanteckning: ring Anna\nTvå.\n",
    "delar": "Ett.\n---\nTvå.\n",
}


def ratta(folder, source):
    path = folder(**{"1": source})
    findings = [finding for finding in load(path).findings if finding.rule == "yaml"]
    run(["kontrollera", str(path), "--ratta", "--ja", "--regel", "yaml", "--regel", "markdown"])
    return (path / "1.yaml").read_bytes().decode(), findings


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("tail", [TAIL, ""])
@pytest.mark.parametrize("name", PASTED)
def test_what_is_pasted_is_one_finding_and_is_set_in(folder, name, tail, newline):
    head, before, after = PASTED[name]
    source, meant = (f"{HEAD}{head}{text}{tail}".replace("\n", newline) for text in (before, after))
    text, findings = ratta(folder, source)
    assert text == meant
    assert len(findings) == 1


@pytest.mark.parametrize("name", LEFT)
def test_what_may_be_no_text_is_left_for_the_hand(folder, name):
    source = f"{HEAD}{LONG}{LEFT[name]}{TAIL}"
    text, findings = ratta(folder, source)
    assert text == source
    assert findings


def test_two_answers_pasted_are_two_findings_and_both_are_set_in(folder):
    text, findings = ratta(folder, f'{HEAD}{SHORT}Ett.\n  "1.2": |\nTvå.\nTre.\n')
    assert text == f'{HEAD}{SHORT}    Ett.\n  "1.2": |\n    Två.\n    Tre.\n'
    assert len(findings) == 2
