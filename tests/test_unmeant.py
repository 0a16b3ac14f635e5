"""Signs that Markdown takes for its own though they were meant as they stand are said; real marks are not."""

import pytest

from rapport.prose.markdown import parse

STARS = [
    "5*3*2 = 30",
    "Ytan är 4*5*2 meter.",
    "Det är *2024 och 2*3 insatser.",
    "Formeln a*b*c gäller.",
    "kund*innor och elev*er deltog",
    "Räknat som 10*12*3 och 2*4*8 kr.",
    "2**3**4 är stort",
    "Koden X1*Y2*Z3 används.",
    "3,5*2*1,5 mnkr",
    "Priset (2*3*4) gäller.",
]
MEANT_STARS = [
    "**fet**ord",
    "*kursiv*ord",
    "ord*kursiv*",
    "*Dagens Nyheter*s artikel",
    "**Kust och hav**ets plan",
    "*Plan för hav*en",
    "Det är **2024** som gäller.",
    "*12* och **13**",
    "5\\*3\\*2 = 30",
    "**Mål:** *jobb*, (*hem*)",
    "2 * 3 * 4",
    "***viktigt***",
]
LINES = [
    "Vi började den\n1. januari och höll på hela\n2025. Det gick bra.",
    "1. maj gick vi i tåg.",
    "2025. Det gick bra.",
    "Text.\n\n2024. Ett gott år.",
    "Beslutet togs den\n1. mars i Hedby.",
    "Regionen nådde plats\n1. det var oväntat.",
    "Ett stycke.\n\n3. kvartalet var bäst.",
    "Kostnaden var 5 mnkr\n+ 3 mnkr i stöd.",
    "Det var Hedby\n- en liten ort - som växte.",
    "31. december avslutades arbetet.",
    "1. Kurser\n2. Möten\n2025. Resor",
    "Summan är 2\n+ 3\n+ 4 kr.",
    "Mötet hölls den\n1) juni i Viksele.",
    "Ökningen var hos oss\n- 5 procent i Hedby.",
    "1. Ett\n3. Tre\n7. Sju",
    "Ordningen:\n\n5. fem\n4. fyra",
]
MEANT_LINES = [
    "Vi gjorde:\n- ett\n- två",
    "Vi gjorde:\n- ett",
    "Vi har\n- startat tre projekt\n- anställt två",
    "Steg:\n1. kurser\n2. möten",
    "Under året har vi\n1. startat\n2. avslutat",
    "1. Ett\n1. Två\n1. Tre",
    "1. ett\n\nText emellan.\n\n2. två\n\nMer.\n\n3. tre",
    "3. Tre\n4. Fyra",
    "1. Kurser",
    "Mål.\n\n- 5 procent i Hedby",
    "- a\n  - b\n\n- c\n  1. d",
    "**Resultat:**\n1. fler jobb",
    "**Mål 1**\n- jobb",
    "Mötet hölls\n31. december och blev bra.",
    "2025\\. Det gick bra.",
    "1. Mars och Venus\n2. Jorden",
    "1. Majblommor\n2. Rosor",
    "Det hände mycket.\n- Hedby fick bredband",
    "10. tio\n11. elva",
]


def found(source):
    return [
        problem
        for problem in parse(source).problems
        if "Asterisk" in problem.message or "Raden börjar med" in problem.message or "Punkten" in problem.message
    ]


@pytest.mark.parametrize("source", STARS + LINES)
def test_what_was_not_meant_is_said(source):
    problems = found(source)
    assert problems
    for problem in problems:
        assert not problem.is_error
        assert source[problem.offset :].startswith(problem.excerpt)


@pytest.mark.parametrize("source", MEANT_STARS + MEANT_LINES)
def test_what_was_meant_is_not_said(source):
    assert not found(source)


def test_only_the_points_that_are_none_are_named():
    messages = [problem.message for problem in found(LINES[0])]
    assert [message.split("”")[1] for message in messages] == ["1.", "2025."]
    assert "2025\\." in found(LINES[0])[1].hint
