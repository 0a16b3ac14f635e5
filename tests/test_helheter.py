"""Which amounts are summed: on rounds of passages that were written before what decides it had been seen."""

import time

import pytest
from conftest import ROOT

from rapport.domain.svar import Svar
from rapport.prose.markdown import parse
from rapport.samling.namnt import named_in

# So many sums of each round are right, and so many too great. The first figures: before the mending 12 of 48 right
# and 35 too great in round 1; after it 23 of 40 and 16 in round 2, and after the second mending 16 of 20 and 4 in
# round 3. In round 3 two wholes of projects are summed where only the region's share of them was wanted.
ROUNDS = {1: (48, 0), 2: (39, 0), 3: (18, 2)}
ENOUGH = 10.0  # seconds for a hundred thousand characters, on a busy machine


def amounts(text):
    svar = Svar("1.5", parse(text).blocks, markdown=text)
    return [
        (*one.vad, svar.text[one.start : one.end])
        for one in named_in(svar, asks_for_ground=False)
        if one.tabell == "belopp"
    ]


def summed(text):
    return sum(kronor for kronor, _, why, _ in amounts(text) if why is None)


@pytest.mark.parametrize("number", ROUNDS)
def test_sums_that_were_right_are_right(number):
    lines = (ROOT / f"tests/facit/belopp-{number}.tsv").read_text("utf-8").splitlines()
    rows = [(int(wanted), text.replace("\\n", "\n")) for wanted, text in (line.split("\t") for line in lines)]
    wrong = [(wanted, summed(text), text) for wanted, text in rows if summed(text) != wanted]
    assert (len(rows) - len(wrong), sum(is_ > wanted for wanted, is_, _ in wrong)) == ROUNDS[number], wrong


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Totalt beviljades 12 mnkr, varav 4 mnkr till Almi.", [None, "del av 12 mnkr"]),
        ("Stöd gavs med 12 mnkr. En hall byggdes för 4 mnkr.", [None, "oklart om det ingår i 12 mnkr"]),
        ("Det kostade tolv miljoner kronor.", ["går inte att läsa"]),
        ("Utbetalt blev 4 mnkr.", [None]),
    ],
)
def test_what_is_not_summed_says_why(text, why):
    assert [one[2] for one in amounts(text)] == why


@pytest.mark.parametrize(
    "piece", ["4 mnkr och ", "4 mnkr. ", "Totalt 4 mnkr, varav 3 mnkr. ", "5 mnkr ", "A 4 mnkr\n\n"]
)
def test_no_text_makes_it_slow(piece):
    before = time.perf_counter()
    amounts(piece * (100_000 // len(piece)))
    assert time.perf_counter() - before < ENOUGH
