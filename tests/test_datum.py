"""Dates, intervals, years, case numbers and leftovers, on sentences with a slip and on others that are right."""

import re

import pytest
from conftest import ROOT

from rapport.checks.engine import check
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning, Underlag
from rapport.prose.blocks import Paragraph, Text
from rapport.prose.markdown import parse

RULES = [
    *("omojligt-datum", "omojlig-tid", "veckodag", "bakvant-intervall", "fel-ar", "diarienummer"),
    *("platshallare", "tomt-svar"),
]
ROWS = [line.split("\t") for line in (ROOT / "tests/facit/datum.tsv").read_text("utf-8").splitlines()]
# What is left alone: over a turn of the year it can be right, and one number in two may be of another year.
MISSED = {
    "Stödet betalades ut november–februari 2025.",
    "Årets resultat är 14 beviljade företagsstöd, varav nio beslutades under 2024.",
    "Bilden visar läget, bild kommer.",
    "Den 24 november 2025 samlade regionen 80 företagare till årets inspirationsdag.",
    "Inget att rapportera.",
}


def findings(mall, row):
    """Return the warnings and errors on a row: one answer, or several, each behind its question's number."""
    _, ar, text = row
    answers = dict(re.findall(r"(\d\.\d):(.*?)(?= \d\.\d:|$)", text)) or {"1.1": text}
    svar_by_fraga = {fraga: Svar(fraga, parse(one).blocks, markdown=one) for fraga, one in answers.items()}
    found = check(Underlag("x", Redovisning(mall, "Region Sundmark", int(ar)), svar_by_fraga), only=RULES)
    return [f for f in found if f.fraga in answers and f.severity != "info"]


def test_every_slip_is_found_but_those_that_may_be_right(mall):
    slips = [row for row in ROWS if row[0] == "fel"]
    assert len(slips) > 120
    assert {row[2] for row in slips if not findings(mall, row)} == MISSED


def test_nothing_is_said_of_what_is_right(mall):
    right = [row for row in ROWS if row[0] == "ratt"]
    assert len(right) > 110
    assert [(row[2], f.message) for row in right for f in findings(mall, row)] == []


def one(mall, text, rule, ar=2025):
    (finding,) = check(report(mall, text, ar), only=[rule])
    return finding


def report(mall, text, ar=2025):
    blocks = tuple(Paragraph((Text(line),)) for line in text.split("\n"))
    return Underlag("x", Redovisning(mall, "Region Sundmark", ar), {"1.1": Svar("1.1", blocks)})


def said(mall, text, rule, ar=2025):
    return [f.excerpt for f in check(report(mall, text, ar), only=[rule]) if f.fraga == "1.1"]


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            "Måndagen den 4 mars 2025.",
            "Den 4 mars 2025 är en tisdag, inte en måndag.",
            "Skriv tisdagen, eller den 3 mars",
        ),
        ("Söndag 2025-12-31.", "Den 31 december 2025 är en onsdag, inte en söndag.", "eller den 28 december om"),
        ("Rådet möts söndagen den 4 mars.", "Den 4 mars är ingen söndag, varken 2024, 2025 eller 2026.", "kalendern"),
    ],
)
def test_the_right_weekday_is_worked_out(mall, text, message, hint):
    finding = one(mall, text, "veckodag", 2025)
    assert finding.message == message
    assert hint in finding.hint


@pytest.mark.parametrize(
    ("text", "is_slip"),
    [
        ("Mötet hölls måndagen den 4 mars.", True),  # past tense: in the report's year
        ("I fjol hölls mötet måndagen den 4 mars.", False),  # 2024
        ("Mötet hölls 2024, måndagen den 4 mars.", False),
        ("Nästa möte hålls onsdagen den 4 mars.", False),  # 2026
        ("Torsdag 15 maj och fredagen den 16 maj 2025 hölls möten.", False),
        ("Torsdag 15 maj och fredagen den 17 maj 2025 hölls möten.", True),
        ("Fredag 27 december–torsdag 2 januari 2025 var det stängt.", False),  # over the turn of the year
    ],
)
def test_a_weekday_without_a_year_is_held_against_the_years_it_can_be(mall, text, is_slip):
    assert bool(said(mall, text, "veckodag")) == is_slip


def test_a_leap_day_is_right_in_a_leap_year_only(mall):
    assert said(mall, "Mötet hölls den 29 februari.", "omojligt-datum", 2025) == ["29 februari"]
    assert said(mall, "Mötet hölls den 29 februari.", "omojligt-datum", 2024) == []
    assert said(mall, "Den 29 februari 2100.", "omojligt-datum", 2024) == ["29 februari 2100"]


def test_twins_name_both_places(mall):
    text = "Serviceprogrammet (RUN/118/2024) antogs. Sex byar deltog.\nServiceprogrammet (RUN/181/2024) styr bidragen."
    finding = one(mall, text, "diarienummer")
    assert (finding.excerpt, [r.excerpt for r in finding.related]) == ("RUN/181/2024", ["RUN/118/2024"])
    assert "RUN/118/2024" in finding.message


def test_the_number_that_comes_once_is_the_doubtful_one(mall):
    text = "Serviceprogrammet (RUN/181/2024) antogs.\n" + "Serviceprogrammet (RUN/118/2024) styr.\n" * 2
    assert said(mall, text.strip(), "diarienummer") == ["RUN/181/2024"]


def test_near_numbers_of_two_things_are_only_a_note(mall):
    text = "Lärcentrum (RUN/118/2024) fick stöd.\nVindkraften (RUN/181/2024) fick avslag."
    assert one(mall, text, "diarienummer").severity == "info"


PIECES = [
    *(
        "1",
        "1 ",
        "12-",
        "2025–2024 ",
        "den 31 april ",
        "måndagen den ",
        "Under 2023 ",
        "under första andra ",
        "N.",
        "(",
    ),
    *("kl. 25.00 ", "RUN/118/2024 ", "RS260118", "Fel! ", "text ", "har under ", "årets a ", "kl. 12–", "vecka 54 "),
    *(
        "mars–",
        "oktober till ",
        "från 2025 till 2024 ",
        "OBS! ",
        "olla ",
        "<infoga",
        "2025 ",
        "maj 2025 ",
        "Under våren ",
    ),
]


@pytest.mark.parametrize("piece", PIECES)
def test_runs_of_anything_are_read_through(mall, piece):
    underlag = report(mall, (piece * 60_000)[:60_000])
    for rule in RULES:
        assert len(check(underlag, only=[rule])) <= 600
