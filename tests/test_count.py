"""The count, by the rule and by the real report."""

import csv

import pytest

from rapport.prose.blocks import Paragraph, Text
from rapport.prose.count import count
from rapport.prose.markdown import parse
from rapport.workflow.load import load


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        ("Hej på dig.", 11),
        ("två  blanksteg", 14),
        ("en rad\noch en till", 18),
        ("hårt\\\nbrott", 10),
        ("- punkt", 7),  # a bullet 2
        ("1. punkt", 8),  # "1." 3
        ("10. punkt", 9),
        ("9. nio\n10. tio", 3 + 3 + 4 + 3),
        ("- a\n  - b\n    1. c", 3 + 3 + 4),
        ("-", 2),  # an empty item shows its label all the same
        ("text[^1]\n\n[^1]: noten", 4 + 2 + 5),
        ("**fet** och *kursiv* [länk](https://x.se)", 3 + 5 + 6 + 1 + 4),
        ("| a | b |\n|---|---|\n| cc | ä |", 1 + 1 + 2 + 1),
        ("ett\n\ntvå", 6),
        ("😀", 2),
        ("a&nbsp;b", 3),
    ],
)
def test_markdown_counts_as_the_form_does(text, expected):
    assert count(parse(text).blocks) == expected


def test_a_decomposed_letter_counts_as_it_is_stored():
    assert count((Paragraph((Text("a\u030a"),)),)) == 2


def test_every_answer_of_the_real_report_counts_as_its_key_says(real_report):
    underlag = load(real_report).underlag
    with (real_report / "facit.csv").open(encoding="utf-8") as stream:
        expected = {row["fraga"]: int(row["tecken"]) for row in csv.DictReader(stream)}
    assert {fraga: underlag.tecken(fraga) for fraga in expected} == expected
    assert len(expected) == 18
