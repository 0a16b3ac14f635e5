"""Every rule against its example files: ``regler/<id>/fel*.yaml`` must give it, ``ratt*.yaml`` must not.

Tables that the examples take figures from stand in ``regler/<id>/siffror/``.
"""

import shutil

import pytest
from conftest import RAPPORT, ROOT
from mangle import MANGLED

from rapport.checks.engine import all_rules, check
from rapport.reading import load

EXAMPLES = sorted((ROOT / "tests" / "regler").glob("*/[fr][ea]*.yaml"))


def findings_in(path, last_year=None):
    loaded = load(path)
    underlag = loaded.underlag
    if last_year and last_year.exists():
        (path / "1.yaml").write_bytes(last_year.read_bytes())
        (path / "exempel.yaml").unlink()
        underlag = underlag.model_copy(update={"forra": load(path).underlag})
    return check(underlag, loaded.findings)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_example(example, folder):
    if why := all_rules()[example.parent.name].obstacle():
        pytest.skip(why)
    name = "kallor" if example.parent.name == "kallor" else "exempel"
    path = folder(rapport=RAPPORT, **{name: example.read_bytes()})
    if (example.parent / "siffror").is_dir():
        shutil.copytree(example.parent / "siffror", path / "siffror")
    texts = {fraga: svar.text for fraga, svar in load(path).underlag.svar_by_fraga.items()}
    found = [f for f in findings_in(path, example.parent / "forra.yaml") if f.rule == example.parent.name]
    found = [f for f in found if f.rule != "tomt-svar" or f.fraga in texts]
    assert bool(found) == example.stem.startswith("fel"), found
    for finding in found:
        assert finding.severity == all_rules()[finding.rule].severity
        assert finding.message.endswith(".")
        assert finding.hint
        assert (
            finding.offset is None or finding.excerpt == texts[finding.fraga][finding.offset :][: len(finding.excerpt)]
        )
        if finding.excerpt and finding.place.line and finding.rule != "markdown":
            line = example.read_text("utf-8").splitlines()[finding.place.line - 1]
            assert finding.excerpt[:3] in line or "\\" in line


@pytest.mark.parametrize("rule", all_rules())
def test_every_rule_is_documented_and_has_examples_of_both_kinds(rule):
    documentation = all_rules()[rule].documentation
    assert all(word in documentation for word in ("Varför:", "Fel:", "Rätt:", "illåt"))
    stems = {file.stem.partition("-")[0] for file in EXAMPLES if file.parent.name == rule}
    assert stems == {"fel", "ratt"} or (rule in MANGLED and not stems)


def test_every_rule_file_is_listed():
    files = {file.stem.replace("_", "-") for file in (ROOT / "rapport/checks/rules").glob("[a-z]*.py")}
    assert files == set(all_rules())


def test_every_example_belongs_to_a_rule():
    assert {file.parent.name for file in EXAMPLES} | MANGLED.keys() == set(all_rules())


def test_the_place_is_that_of_the_right_occurrence(folder):
    text = "område: 1\nsvar:\n  1.1: |\n    Hela XX och **XX**\n    samt XXXX och XX.\n"
    found = [f for f in findings_in(folder(**{"1": text})) if f.rule == "platshallare"]
    assert [(f.place.line, f.place.column, f.excerpt) for f in found] == [
        (4, 10, "XX"),
        (4, 19, "XX"),
        (5, 10, "XXXX"),
        (5, 19, "XX"),
    ]


def test_a_waiver_with_a_reason_keeps_the_finding_but_does_not_block(folder):
    text = "område: 1\nsvar:\n  1.1: {text: Projekt XX., tillåt: {platshallare: Det heter så.}}\n"
    (finding,) = [f for f in findings_in(folder(**{"1": text})) if f.rule == "platshallare"]
    assert finding.waived == "Det heter så."
    assert not finding.is_blocking


def test_a_waiver_of_another_rule_changes_nothing(folder):
    text = "område: 1\nsvar:\n  1.1: {text: Projekt XX., tillåt: {kryss: Det heter så.}}\n"
    (finding,) = [f for f in findings_in(folder(**{"1": text})) if f.rule == "platshallare"]
    assert finding.is_blocking


def test_an_unread_file_is_not_also_called_unanswered(folder):
    path = folder(**{"6": "område: 6\nsvar:\n\t6.1: x\n"})
    assert not [f for f in findings_in(path) if f.omrade == 6 and f.rule == "tomt-svar"]
    assert [f for f in findings_in(path) if f.omrade == 1 and f.rule == "tomt-svar"]


def test_an_optional_question_left_empty_is_a_warning(folder):
    found = {f.fraga: f.severity for f in findings_in(folder()) if f.rule == "tomt-svar"}
    assert len(found) == 31
    assert sorted(fraga for fraga, severity in found.items() if severity == "warning") == [
        "1.5",
        "2.7",
        "3.5",
        "4.5",
    ]


def test_the_real_report_breaks_two_limits_and_leaves_three_areas_empty(real_report):
    found = [f for f in findings_in(real_report) if f.severity == "error"]
    assert [f.omrade for f in found if f.rule == "teckengrans"] == [2, 5]
    assert "15 706 av 15 000" in next(f.message for f in found if f.omrade == 2 and f.rule == "teckengrans")
    assert "8 286 av 8 000" in next(f.message for f in found if f.omrade == 5 and f.rule == "teckengrans")
    assert {f.omrade for f in found if f.rule == "tomt-svar"} == {3, 4, 6}
    assert {f.rule for f in found if f.severity == "error"} == {"teckengrans", "tomt-svar"}


def test_the_example_report_has_nothing_to_complain_of():
    assert [f for f in findings_in(ROOT / "underlag") if f.severity != "info"] == []
    underlag = load(ROOT / "underlag").underlag
    shares = [underlag.tecken_i(omrade) / omrade.maxtecken for omrade in underlag.mall.omraden]
    assert all(0.70 <= share <= 0.98 for share in shares)
    assert len(underlag.svar_by_fraga) == 31


@pytest.mark.parametrize(("word", "severity"), [("varning", "warning"), ("upplysning", "info"), ("fel", "error")])
def test_a_region_says_how_serious_a_rule_is(folder, word, severity):
    rapport = f"{RAPPORT}regler: {{platshallare: {word}}}\n"
    path = folder(rapport=rapport, **{"1": "område: 1\nsvar:\n  1.1: Projekt XX.\n"})
    assert [f.severity for f in findings_in(path) if f.rule == "platshallare"] == [severity]


def test_a_region_turns_a_rule_off(folder):
    rapport = f"{RAPPORT}regler:\n  platshallare: av\n"
    path = folder(rapport=rapport, **{"1": "område: 1\nsvar:\n  1.1: Projekt XX.\n"})
    assert not [f for f in findings_in(path) if f.rule in ("platshallare", "okand-nyckel")]


@pytest.mark.parametrize("rule", ["teckengrans", "yaml", "finns-inte"])
def test_a_severity_that_cannot_be_set_is_reported_where_it_stands(folder, rule):
    path = folder(rapport=f"{RAPPORT}regler:\n  {rule}: av\n")
    (found,) = [f for f in findings_in(path) if f.rule == "okand-nyckel"]
    assert (found.place.path, found.place.line, found.place.column) == ("rapport.yaml", 5, 3)


def test_a_severity_that_is_no_word_of_ours_is_reported_and_the_rest_is_read(folder):
    path = folder(rapport=f"{RAPPORT}regler: {{kryss: hög, platshallare: av}}\n")
    (found,) = [f for f in findings_in(path) if f.rule == "yaml"]
    assert "”hög”" in found.message
    assert "upplysning" in found.hint
