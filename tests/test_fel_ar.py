"""The rule about last year's year, on the sentences that it was made for: slips, and lines where the year is right."""

from conftest import ROOT

from rapport.checks.rules.fel_ar import check_svar
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning
from rapport.prose.markdown import parse

SENTENCES = [line.split("\t") for line in (ROOT / "tests/facit/fel-ar.tsv").read_text("utf-8").splitlines()]


def remarks(mall, text, ar=2025):
    return [*check_svar(Svar("1.1", parse(text).blocks, markdown=text), Redovisning(mall, "Region Sundmark", ar))]


def test_nearly_every_slip_is_found_and_next_to_nothing_that_is_right(mall):
    slips, right = ([text for kind, text in SENTENCES if kind == wanted] for wanted in ("fel", "ratt"))
    assert min(len(slips), len(right)) > 60
    assert len([text for text in slips if remarks(mall, text)]) / len(slips) >= 0.88
    # What the county's own companies did last year cannot be told from what the region did.
    assert [text for text in right if remarks(mall, text)] == [
        "Länets företag exporterade varor för 14 miljarder kronor under 2024."
    ]


def test_a_report_for_that_year_has_no_slip(mall):
    slips = (text for kind, text in SENTENCES if kind == "fel" and "nästa år" not in text)
    assert [text for text in slips if remarks(mall, text, 2024)] == []


def test_without_a_year_nothing_is_said(mall):
    assert remarks(mall, SENTENCES[0][1], None) == []


def test_the_year_beside_tells_them_apart_only_in_the_same_passage(mall):
    slip = "Under 2024 hölls fyra möten i länet."
    assert remarks(mall, f"{slip} I år hölls sju.") == []
    assert len(remarks(mall, f"{slip}\n\nI år hölls sju.")) == 1
