"""What the language server keeps from one keystroke to the next has an end, and is what would be found anew."""

import gc
import re
import weakref
from dataclasses import replace

import pytest

pytest.importorskip("pygls", reason="tillägget lsp är inte installerat")

from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.checks.in_lines import Lines, is_of_lines, known_in
from rapport.checks.rule import hits
from rapport.checks.spelling import linking
from rapport.domain.haste import Pace
from rapport.domain.svar import Svar
from rapport.lsp.checked import OnDisk
from rapport.lsp.diagnostics import diagnostics
from rapport.lsp.session import Session
from rapport.prose.blocks import Paragraph, Text

AREA = """område: 1
svar:
  "1.1": |
    Regionen har samordnat arbetet i länet. Vi har har antagit en plan.

    Insatserna fortsatte.
  "1.2": |
    Insatserna fortsatte i åtta komuner.
"""
WRITTEN = " Regionen tog fram en plan för näringslivet, med åtta kommuner och 1,2 miljoner kronor.\n\n    Ja."
WORDS = st.sampled_from(["en", "plan", "mål", "Plan", "7", "n", "-"])
OF_LINES = (
    r"(?<![\w-])en (?P<ord>plan)(?![\w-])",
    r"(?i)\b(?:plan|mål)\w*(?= (?:en|mål))",
    r"[^\W\d_]+ n",
    r"n(?! [a-z])",
    r"(?m)^en|mål$",
    r"(?:plan|en){1,3}?",
)
OVER_LINES = (r"n\s", r"n[^a]", r"^en", r"mål$", r"\Aen", r"n(?!\W)", r"(?s)n.", r"n(?s:.)", r"\D", "n\n", r"\Bn")


@pytest.fixture
def _typed(monkeypatch):
    monkeypatch.setattr(Lines, "are_remembered", True)


def keystrokes(path, count):
    """Write at the end of the first paragraph, letter by letter, and take it out again; yield each check."""
    session, uri = Session(path), (path / "1.yaml").as_uri()
    at = AREA.index("antagit en plan.") + len("antagit en plan.")
    written = [WRITTEN[:end] for end in range(len(WRITTEN) + 1)]
    for number in range(count):
        words = [*written, *written[-2:0:-1]][number % (2 * len(written) - 2)]
        session.put("1.yaml", uri, number, AREA[:at] + words + AREA[at:])
        checked = session.check(dict(session.files), Pace(lambda: True, is_hasty=True))
        yield checked, diagnostics(checked)


@pytest.mark.usefixtures("_typed")
def test_what_is_kept_from_keystroke_to_keystroke_has_an_end(folder):
    answers = []
    gc.collect()
    gc.disable()  # what is no longer so is not to wait for it
    try:
        for checked, _ in keystrokes(folder(**{"1": AREA}), 250):
            answers += map(weakref.ref, checked.granskning.underlag.svar_by_fraga.values())
            assert len(checked.on_disk.shown) <= len(checked.findings)
        assert len({id(svar) for one in answers if (svar := one())}) <= 3, "answers that are no longer so are held"
    finally:
        gc.enable()
    assert known_in.cache_info().currsize <= known_in.cache_info().maxsize == 400


@pytest.mark.usefixtures("_typed")
def test_what_is_shown_again_is_what_would_be_shown_anew(folder):
    seen = set()
    for checked, shown in keystrokes(folder(**{"1": AREA}), 200):
        assert diagnostics(replace(checked, on_disk=OnDisk())) == shown
        seen |= {one.code for one in shown["1.yaml"]}
    assert {"dubbelt-ord", "stavning"} <= seen


def test_heads_of_words_are_known_up_to_a_number(monkeypatch):
    monkeypatch.setattr(linking, "_MOST_KNOWN", 50)
    heads = linking.Linking([])
    for number in range(500):
        heads.is_usual(f"ord{number}")
    assert 0 < len(vars(heads)["_forms"]) <= 50


@pytest.mark.usefixtures("_typed")
@settings(max_examples=60)
@given(st.lists(st.lists(WORDS, max_size=5), max_size=4), st.booleans())
def test_what_is_found_line_by_line_is_what_is_found_in_the_whole(words, whole_words):
    svar = svar_of([" ".join(line) for line in words])
    for pattern in OF_LINES:
        assert stays(pattern), pattern
        whole = found(svar, pattern, is_remembered=False, whole_words=whole_words)
        for _ in range(2):
            assert found(svar, pattern, is_remembered=True, whole_words=whole_words) == whole


@pytest.mark.usefixtures("_typed")
@pytest.mark.parametrize("pattern", OVER_LINES)
def test_a_pattern_that_can_tell_a_line_from_a_text_is_looked_for_in_the_whole(pattern):
    assert not stays(pattern)


@pytest.mark.usefixtures("_typed")
def test_of_very_many_in_a_line_the_first_hundred_come():
    svar = svar_of(["en plan " * 150, "en plan"])
    both = [found(svar, r"\bplan\b", is_remembered=one) for one in (True, False)]
    assert both[0] == both[1]
    assert len(both[0]) == 100


def stays(pattern):
    return is_of_lines(re.compile(pattern), "")


def svar_of(lines):
    return Svar("1.1", tuple(Paragraph((Text(line),)) for line in lines if line))


def found(svar, pattern, *, is_remembered, whole_words=False):
    Lines.are_remembered = is_remembered
    return [(hit.start, hit.end) for hit in hits(svar, pattern, whole_words=whole_words)]
