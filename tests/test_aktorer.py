"""Which bodies an answer names: on rounds of passages that were written before what finds them had been seen."""

import time

import pytest
from conftest import ROOT

from rapport.samling.aktorer.hitta import actors_in

# So many of each round's bodies are found, and so many that are none are named. The first figures: before the mending
# 30 of 100 found and 2 wrong in round 1; after it 51 of 57 found and 1 wrong in round 2, which had not been seen.
ROUNDS = {1: (100, 0), 2: (56, 0)}
ENOUGH = 10.0  # seconds for a hundred thousand characters, on a busy machine


def measured(number):
    """Return what a round has that is found, missed and named without being there."""
    found, missed, beyond = [], [], []
    for line in (ROOT / f"tests/facit/aktorer-{number}.tsv").read_text("utf-8").splitlines():
        region, wanted, text = line.split("\t")
        named = {one.namn.casefold() for one in actors_in(text, region)}
        for ways in (one.casefold().split("|") for one in wanted.split("; ") if one):
            (found if named.intersection(ways) else missed).append((ways[0], text))
            named.difference_update(ways)
        beyond += [(one, text) for one in named]
    return found, missed, beyond


@pytest.mark.parametrize("number", ROUNDS)
def test_what_was_found_is_found_and_nothing_else(number):
    found, missed, beyond = measured(number)
    assert (len(found), len(beyond)) == ROUNDS[number], (missed, beyond)


@pytest.mark.parametrize(
    ("region", "text", "named"),
    [
        ("Region Dalarna", "Länsstyrelsen i Dalarnas län svarade, liksom länsstyrelsen.", ["Länsstyrelsen"] * 2),
        ("Region Dalarna", "Samråd med Länsstyrelsen Gävleborg.", ["Länsstyrelsen i Gävleborgs län"]),
        ("Region Dalarna", "Region Dalarna och Region Gävleborg.", ["Region Gävleborg"]),
        ("Region Dalarna", "I sex av länets kommuner och i kommunerna minskade antalet.", []),
        ("Region Dalarna", "Lumen Nord (LN) fick stöd.", []),
        (
            "Region Dalarna",
            "Försäkringskassan (FK) och Trafikverket. FK bidrog.",
            2 * ["Försäkringskassan", "Trafikverket"],
        ),
    ],
)
def test_a_body_has_one_name_however_it_is_written(region, text, named):
    found = actors_in(text, region)
    assert sorted({one.namn for one in found}) == sorted(set(named))
    assert all(text[one.start].isupper() or text[one.start : one.end].islower() for one in found)


@pytest.mark.parametrize(
    "piece", ["Almi och ", "A ", "Region A, ", "Aa- och bb ", "X", "Almi (AF) ", "samverkan med ", "(A) "]
)
def test_no_text_makes_it_slow(piece):
    before = time.perf_counter()
    actors_in(piece * (100_000 // len(piece)))
    assert time.perf_counter() - before < ENOUGH
