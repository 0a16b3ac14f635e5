"""Rules that are asked line by line say of a whole answer what they would say if they had all of it before them."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from rapport.checks.bodies.names import misnamed
from rapport.checks.by_line import lines_of
from rapport.checks.engine import all_rules
from rapport.checks.rule import Hit, svar_in_order
from rapport.domain.svar import Svar
from rapport.prose.blocks import Paragraph, Text
from rapport.workflow import open_report

ROOT = Path(__file__).parents[1]
REPORTS = sorted({file.parent for file in (ROOT / "tests" / "omgangar").glob("*/*/rapport.yaml")})[::2]
BY_LINE = sorted(
    rule for rule, one in all_rules().items() if one.looks_at == "svar" and hasattr(one.check_svar, "__wrapped__")
)


@cache
def answers():
    """Return the answers of every second report of the rounds, with what it says of itself."""
    found = []
    for folder in REPORTS:
        underlag = open_report(folder).underlag
        found += [(svar, underlag.redovisning) for svar in svar_in_order(underlag) if svar.text]
    return found


def said(remarks):
    """Return remarks as what is seen of them."""
    return sorted(
        (one.start, one.end, one.message, one.hint or "", one.fix or "", [(r.start, r.end) for r in one.related])
        for one in remarks
    )


def test_many_rules_are_asked_line_by_line():
    assert {"platshallare", "kongruens", "omrakning", "programperiod", "tidsordning"} <= set(BY_LINE)


@pytest.mark.parametrize("rule", BY_LINE)
def test_line_by_line_is_as_the_whole_answer(rule):
    check = all_rules()[rule].check_svar
    for svar, redovisning in answers():
        assert said(check(svar, redovisning)) == said(check.__wrapped__(svar, redovisning)), svar.fraga


def test_names_that_are_nearly_right_are_found_where_they_stand():
    lines = ("Tillväxtverkett gav stöd.", "", "Arbetet leds av Region kronoberg och Umeås kommun.")
    svar = Svar("1.1", tuple(Paragraph((Text(line),)) for line in lines))
    assert {Hit(svar, one.start, one.end).excerpt for one in misnamed(svar)} >= {"Tillväxtverkett", "Umeås"}


def test_what_was_said_of_a_line_goes_when_another_report_has_it():
    svar = Svar("1.1", (Paragraph((Text("Byarna deltog."),)),))
    _, redovisning = answers()[0]
    lines = []
    for year in range(2020, 2024):
        for rule in BY_LINE:
            assert said(all_rules()[rule].check_svar(svar, replace(redovisning, ar=year))) == []
        ((line, _),) = lines_of(svar)
        lines.append(line)
    assert len(set(map(id, lines))) == len(lines)
