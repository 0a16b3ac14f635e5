"""Every rule against its example files: ``regler/<id>/fel*.yaml`` must give it, ``ratt*.yaml`` must not.

What a ``fel*.yaml`` must give, and where, stands in its first lines; see vantat.py. Tables that the examples take
figures from stand in ``regler/<id>/siffror/``, last year's report in ``regler/<id>/forra.yaml``.
"""

import shutil

import pytest
from conftest import RAPPORT, ROOT
from kommando import findings_of
from mangle import MANGLED
from vantat import expected, written

from rapport.checks.engine import all_rules, check
from rapport.workflow.examine import with_earlier
from rapport.workflow.load import load

EXAMPLES = sorted((ROOT / "tests" / "regler").glob("*/[fr][ea]*.yaml"))


def findings_in(path, last_year=None):
    loaded = load(path)
    underlag = loaded.underlag
    if last_year and last_year.exists():
        (path / "1.yaml").write_bytes(last_year.read_bytes())
        (path / "exempel.yaml").unlink()
        underlag = with_earlier(underlag, load(path).underlag)
    return check(underlag, loaded.findings)


def name_of(example):
    return f"{example.parent.name}/{example.stem}"


def report_of(example, folder):
    """Return a report folder of an example file, and the name that the file has there."""
    name = "kallor" if example.parent.name == "kallor" else "exempel"
    path = folder(rapport=RAPPORT, **{name: example.read_bytes()})
    if (example.parent / "siffror").is_dir():
        shutil.copytree(example.parent / "siffror", path / "siffror")
    return path, f"{name}.yaml"


def marked(example):
    # The first word that is not known costs half a second, and a suggestion more.
    slow = pytest.mark.langsam
    marks = [slow] * (example.parent.name == "stavning")
    return pytest.param(example, marks=marks, id=name_of(example))


@pytest.mark.parametrize("example", [marked(example) for example in EXAMPLES])
def test_an_example_gives_the_findings_that_it_says(example, folder, tmp_path):
    rule = all_rules()[example.parent.name]
    path, file = report_of(example, folder)
    # The fault of a waiver or a setting is found by none of the rules, and not looked for when one rule is asked for.
    flags = [] if rule.id == "okand-nyckel" else ["--regel", rule.id]
    if (example.parent / "forra.yaml").exists():
        before = tmp_path / "forra"
        before.mkdir()
        (before / "rapport.yaml").write_text(RAPPORT, "utf-8")
        shutil.copy(example.parent / "forra.yaml", before / "1.yaml")
        flags += ["--mot", before]
    found = [f for f in findings_of(path, *flags) if f["rule"] == rule.id]
    # The examples answer little: that the other areas are empty is not what they are about.
    found = [f for f in found if rule.id != "tomt-svar" or f["path"] == file]
    lines = expected(example.read_text("utf-8"))
    assert sorted(written(f, file, rule.severity) for f in found) == sorted(lines)
    assert bool(lines) == example.stem.startswith("fel")
    assert all(f["message"].endswith(".") and f["hint"] for f in found)


@pytest.mark.parametrize("example", EXAMPLES, ids=name_of)
def test_the_offset_of_a_finding_is_where_its_words_stand_in_the_answer(example, folder):
    path, _ = report_of(example, folder)
    texts = {fraga: svar.text for fraga, svar in load(path).underlag.svar_by_fraga.items()}
    for finding in findings_in(path, example.parent / "forra.yaml"):
        if finding.offset is not None:
            assert finding.excerpt == texts[finding.fraga][finding.offset :][: len(finding.excerpt)]


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
