"""How far each rule is to be trusted stands in its documentation, and what is right too seldom is no warning."""

import re

import pytest
from conftest import RAPPORT
from kommando import findings_of, printed

from rapport.checks.engine import all_rules
from rapport.checks.rules import ALL
from rapport.checks.trust import FILE, Trust, trust_by_rule

MONTH = re.compile(r"20\d\d-(?:0[1-9]|1[0-2])")


def test_every_rule_has_one_line_in_traffsakerhet_csv():
    named = [line.partition(";")[0] for line in FILE.read_text("utf-8").splitlines() if line[0] != "#"][1:]
    missing = set(ALL) - set(named)
    assert not missing, f"skriv en rad i {FILE.name} för {missing}: REGEL;rätta;bedömda;ÅÅÅÅ-MM, eller REGEL;exakt;;"
    assert named == sorted(ALL), "raderna står i bokstavsordning, en för varje regel"


@pytest.mark.parametrize("rule", ALL)
def test_a_rule_that_is_right_too_seldom_is_information(rule):
    trust, severity = trust_by_rule()[rule], all_rules()[rule].severity
    assert 0 <= trust.right <= trust.judged
    assert trust.is_exact or MONTH.fullmatch(trust.month)
    assert trust.is_enough or severity == "info", f"{rule}: {trust} Gör den till upplysning, eller gör den bättre."


def test_what_is_right_nine_times_of_ten_may_warn():
    assert Trust(9, 10, "2026-11").is_enough
    assert not Trust(89, 100, "2026-11").is_enough
    assert Trust(0, 0, "2026-11").is_enough
    assert Trust(is_exact=True).is_enough


def test_rules_about_files_are_exact():
    assert [rule.id for rule in all_rules().values() if rule.looks_at == "filer" and not _trust(rule).is_exact] == []


@pytest.mark.parametrize("rule", ALL)
def test_the_line_stands_last_in_what_a_rule_says(rule):
    page = " ".join(printed("regel", rule).rpartition("\n\n")[2].split())
    assert page == str(trust_by_rule()[rule])


def test_a_line_says_how_many_were_right_and_when():
    assert str(Trust(27, 28, "2026-11")) == "Träffsäkerhet på osedd text: 27 av 28 rätta (2026-11)."


def test_what_is_turned_off_is_said_in_every_result(folder):
    text = 'område: 1\nsvar:\n  "1.1": Stödet var 20 mnkr.\n'
    path = folder(rapport=f"{RAPPORT}regler: {{lix: av, gemener: av, yaml: av}}\n", **{"1": text})
    said = "Avstängt i rapport.yaml, och inte kontrollerat: gemener och lix."
    assert all(said in printed("kontrollera", path, "--format", name) for name in ("text", "json", "sarif", "html"))
    assert said in printed("kontrollera", path, "--tyst")
    assert said in printed("kontrollera", path, "--omrade", "1")
    assert "inte kontrollerat: lix." in printed("kontrollera", path, "--regel", "lix")
    assert "Avstängt" not in printed("kontrollera", path, "--regel", "enhet")
    assert not [one for one in findings_of(path) if one["rule"] in {"lix", "gemener"}]


def _trust(rule):
    return trust_by_rule()[rule.id]
