"""The pace of the language server: at once with what is known, and whole when the typing pauses."""

import shutil

import pytest
from conftest import BUILT
from redigerare import Redigerare

pytest.importorskip("pygls", reason="tillägget lsp är inte installerat")

from kommando import findings_of
from test_lsp import as_shown, as_told, only

from rapport.checks.spelling.verdicts import judge
from rapport.domain.haste import Overtaken, Pace, at_pace, left_open, may_wait, still_wanted
from rapport.domain.svar import Svar
from rapport.lsp.session import Session

AREA = """område: 1
svar:
  "1.1": |
    Regionen har samordnat arbetet i länet.
  "1.2": |
    Insatserna fortsatte i åtta komuner.
"""
WRITTEN = (
    " Kompetensförsörjningsstrategin antogs av regionfulmäktige, och genomförandet är påbörjat i åtta komunar.",
    " Under året har har regionen tagit fram en färdplann med länsstyrelsen.",
)


@pytest.fixture
def editor():
    with Redigerare() as editor:
        yield editor


def written(editor, uri, at, words):
    for number, letter in enumerate(words):
        editor.type(uri, at + number, letter)
        editor.shown(uri)


def spelling(editor, uri):
    return [text for _, text in only(editor.words(uri), "stavning")]


def test_half_a_word_is_not_judged_until_the_typing_pauses(editor, folder):
    uri = editor.open(folder(**{"1": AREA}) / "1.yaml")
    editor.settled(uri)
    assert spelling(editor, uri) == ["komuner"]
    at = AREA.index(" i länet")
    for number, letter in enumerate(" xqvärdjh"):
        editor.type(uri, at + number, letter)
        assert set(spelling(editor, uri)) == {"komuner"}
    assert not any(room["hel"] for room in editor.rooms.values())
    editor.settled(uri)
    assert spelling(editor, uri) == ["xqvärdjh", "komuner"]
    assert editor.rooms[uri]["hel"]
    editor.type(uri, 0, "#\n")  # what has been judged stays so
    assert spelling(editor, uri) == ["xqvärdjh", "komuner"]


def test_a_wrong_word_gets_its_suggestions_when_the_typing_pauses(editor, folder):
    uri = editor.open(folder(**{"1": AREA}) / "1.yaml")
    editor.settled(uri)
    written(editor, uri, AREA.index(" i länet"), " av kollektivtrafikmyndighetten")
    (one,) = (one for one in editor.settled(uri) if "kollektivtrafikmyndighetten" in one["message"])
    assert "kollektivtrafikmyndigheten" in one["message"]


def test_nothing_that_is_right_is_marked_on_the_way(editor, folder):
    uri = editor.open(folder(**{"1": AREA}) / "1.yaml")
    editor.settled(uri)
    at = AREA.index(" i länet")
    for number, letter in enumerate(" med kommunernas näringslivsutvecklare och länsstyrelsens handläggare"):
        editor.type(uri, at + number, letter)
        assert only(editor.words(uri), "stavning", "sarskrivning") == [("stavning", "komuner")]


def end_as_the_command_says(editor, path, file):
    uri = editor.open(file)
    editor.settled(uri)
    for words in WRITTEN:
        text = editor.texts[uri]
        ends = [number for number in range(len(text)) if text.startswith(".\n", number)]
        written(editor, uri, ends[len(ends) // 2] + 1, words)
    editor.settled(uri)
    shown = [as_shown(editor.texts[uri], one) for one in editor.shown(uri)]
    file.write_bytes(editor.texts[uri].encode("utf-8"))
    assert shown == [as_told(finding) for finding in findings_of(path) if finding["path"] == file.name]
    assert "komunar" in "".join(message for _, _, message, *_ in shown)


def test_a_made_report_ends_as_the_command_says(editor, folder):
    path = folder(**{"1": AREA, "2": 'område: 2\nsvar:\n  "2.1": |\n    Vi komuner började började.\n'})
    end_as_the_command_says(editor, path, path / "1.yaml")


def test_the_real_report_ends_as_the_command_says(editor, real_report, tmp_path):
    path = tmp_path / "redovisning"
    shutil.copytree(real_report, path, ignore=BUILT)
    end_as_the_command_says(editor, path, path / "5-anslag-1-1.yaml")


def wanted():
    return True


def session(path, text):
    found = Session(path)
    found.put("1.yaml", (path / "1.yaml").as_uri(), 1, text)
    return found


def told(checked):
    return [(finding.rule, finding.message, finding.excerpt) for finding in checked.findings]


def test_a_check_that_is_overtaken_leaves_nothing_half_done(folder, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    judge.cache_clear()  # so that the words are new
    path = folder(**{"1": AREA})
    typed = session(path, AREA)
    typed.check(dict(typed.files), Pace(wanted, is_hasty=True))
    text = AREA.replace("samordnat", "samordnatt genförande strategiutveckligsarbete och samordnat")
    typed.put("1.yaml", (path / "1.yaml").as_uri(), 2, text)
    hasty = typed.check(dict(typed.files), Pace(wanted, is_hasty=True))
    assert not hasty.is_whole
    overtaken = 0
    for most in (0, 1, 5, 20, 100, 1000):
        asked = iter(range(most))
        try:
            typed.check(dict(typed.files), Pace(lambda left=asked: next(left, None) is not None, is_hasty=False))
        except Overtaken:
            overtaken += 1
        typed.check(dict(typed.files), Pace(wanted, is_hasty=True))
    assert overtaken > 2
    checked = typed.check(dict(typed.files), Pace(wanted, is_hasty=False))
    assert checked.is_whole
    fresh = session(path, text)
    assert told(checked) == told(fresh.check(dict(fresh.files), Pace(wanted, is_hasty=False))) != told(hasty)


def test_what_is_built_on_something_left_open_is_kept_for_that_check_only():
    svar, times = Svar("1.1"), []

    def find():
        times.append(1)
        return svar.remember("innerst", lambda: "lucka" if may_wait() else "svar")

    for number in (1, 2):
        with at_pace(Pace(wanted, is_hasty=True)) as pace:
            assert [svar.remember("ytterst", find) for _ in range(3)] == ["lucka"] * 3
            assert svar.remember("annat", lambda: 7) == 7
            assert left_open() == pace.left > 0
        assert len(times) == number
    assert svar.remember("annat", lambda: 8) == 7
    with at_pace(Pace(wanted, is_hasty=False)) as pace:
        assert svar.remember("ytterst", find) == "svar"
        assert not pace.left
    with at_pace(Pace(wanted, is_hasty=True)):
        assert svar.remember("ytterst", find) == "svar"
        assert left_open() == 0


def test_without_a_pace_nothing_waits_and_nothing_is_broken_off():
    still_wanted()
    assert not may_wait()
    with at_pace(Pace(lambda: False, is_hasty=True)), pytest.raises(Overtaken):
        still_wanted()
    still_wanted()
