"""What the language server keeps from one keystroke to the next has an end, and is what would be found anew."""

import gc
import weakref
from dataclasses import replace

import pytest

pytest.importorskip("pygls", reason="tillägget lsp är inte installerat")

from rapport.checks import by_line
from rapport.checks.spelling import linking
from rapport.domain.haste import Pace
from rapport.lsp.checked import OnDisk
from rapport.lsp.diagnostics import diagnostics
from rapport.lsp.session import Session

AREA = """område: 1
svar:
  "1.1": |
    Regionen har samordnat arbetet i länet. Vi har har antagit en plan.

    Insatserna fortsatte.
  "1.2": |
    Insatserna fortsatte i åtta komuner.
"""
WRITTEN = " Regionen tog fram en plan för näringslivet, med åtta kommuner och 1,2 miljoner kronor.\n\n    Ja."


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
    known = vars(by_line)["_line"].cache_info()
    assert known.currsize <= known.maxsize == 1_000


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
