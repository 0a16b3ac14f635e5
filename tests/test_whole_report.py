"""The rules that join what every answer remembers: in a form of other ids, and when one answer changes."""

import json
import re
from dataclasses import replace

import pytest

from rapport.checks.engine import all_rules
from rapport.domain.mall import Mall
from rapport.domain.svar import Svar
from rapport.domain.underlag import Redovisning, Underlag
from rapport.prose.blocks import Paragraph, Text

JOINED = ["stavning", "upprepning", "beteckning", "korshanvisning"]
PASSAGE = (
    "Regionen prövar varje större insats mot tre frågor: håller den ekonomiskt, når den människor med störst behov "
    "och minskar den klimatpåverkan?"
)
TEXTS = {
    "1.1": f"{PASSAGE} Det regionala serviceprogrammet antogs. Den bygger på mål- och långsiktiga prioriteringar.",
    "1.2": f"{PASSAGE} Arbetet med Regionala Serviceprogrammet fortsätter med kommunerna, se 2.4.",
    "1.3": "Den bygger på mål och långsiktiga prioriteringar. Detsamma gäller Kretsloppssteget som beskrivits ovan.",
    "2.1": "Projektet Kretsloppssteget fick stöd ur anslag 1:1, och komunerna deltog i Storsunda.",
    "2.2": "Medel ur 1:1-anslaget gick till länets byar.",
}
# What an answer may be changed to: it takes part in what the others have, or no longer does.
OTHERS = [
    "Vintern var lång.",
    f"Vintern var lång. {PASSAGE}",
    "Kretsloppssteget och Regionala Serviceprogrammet bygger på mål och långsiktiga prioriteringar, se fråga 1.9.",
]


def answer(fraga, text):
    return Svar(fraga, (Paragraph((Text(text),)),))


def report(mall, texts):
    return Underlag("", Redovisning(mall, "Region Sundmark"), {f: answer(f, text) for f, text in texts.items()})


def remarks(rule, underlag):
    """Return what a rule says of a report, as can be compared between two of the same text."""
    found = all_rules()[rule].check(underlag)
    return [one._replace(related=tuple((hit.svar.fraga, hit.start, hit.end) for hit in one.related)) for one in found]


@pytest.fixture(scope="module")
def lettered(mall):
    """Return the form with letters for its areas: A.1, and E.1a for 5.1a."""
    data = json.dumps(mall.model_dump(mode="json", by_alias=True))
    return Mall.model_validate_json(re.sub(r'"(\d)(\.\d[a-d]?")', lambda m: f'"{chr(64 + int(m[1]))}{m[2]}', data))


@pytest.mark.parametrize("rule", JOINED)
@pytest.mark.parametrize("other", OTHERS)
def test_one_answer_changed_gives_what_the_whole_report_read_anew_does(mall, rule, other):
    before = report(mall, TEXTS)
    assert remarks(rule, before)
    for fraga in TEXTS:
        changed = replace(before, svar_by_fraga={**before.svar_by_fraga, fraga: answer(fraga, other)})
        assert remarks(rule, changed) == remarks(rule, report(mall, {**TEXTS, fraga: other}))


@pytest.mark.parametrize("rule", JOINED)
def test_only_the_answer_that_changed_is_looked_through(mall, rule, monkeypatch):
    before = report(mall, TEXTS)
    remarks(rule, before)
    found = []
    monkeypatch.setattr(Svar, "remember", spy(found))
    changed = replace(before, svar_by_fraga={**before.svar_by_fraga, "2.2": answer("2.2", OTHERS[0])})
    remarks(rule, changed)
    assert set(found) == {"2.2"}


def spy(found):
    """Return ``Svar.remember`` as it is, noting whose answer something had to be found out about."""
    real = Svar.remember

    def remember(svar, key, find):
        return real(svar, key, lambda: found.append(svar.fraga) or find())

    return remember


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Insatsen beskrivs i svaret på fråga A.9.", "Fråga A.9 finns inte i formuläret."),
        ("Insatsen beskrivs i svaret på fråga E.1f.", "Fråga E.1f finns inte i formuläret."),
        ("Regionen har arbetat brett, se B.4.", "Hänvisningen går till B.4, som saknar svar."),
        ("Regionen har arbetat brett (se fråga A.1).", "Svaret på A.1 hänvisar till sig självt."),
        ("Regionen har arbetat brett, se E.1 och A.2.", None),
        ("Regionen har arbetat brett, se E.1c.", None),
        ("Det hänvisas till svaret under E.1c.", None),
        ("Antalet ökade, se 3.9 i utredningen.", None),
    ],
)
def test_the_form_says_what_its_questions_are_called(lettered, text, message):
    assert "E.1a" in lettered.fraga_by_id
    texts = {"A.1": text, "A.2": "Möten hölls i byarna.", "E.1c": "Butiker fick stöd."}
    assert [one.message for one in remarks("korshanvisning", report(lettered, texts))] == [message] * bool(message)


def test_a_heading_is_answered_by_any_of_its_parts(mall):
    text = {"1.1": "Regionen har arbetat brett, se 5.1."}
    assert len(remarks("korshanvisning", report(mall, text))) == 1
    assert remarks("korshanvisning", report(mall, {**text, "5.1d": "Butiker fick stöd."})) == []


@pytest.mark.parametrize(("answers", "where"), [(("2.1",), "; det nämns i 2.1."), (("2.1", "2.3"), ".")])
def test_another_question_is_named_only_where_it_is_sure(mall, answers, where):
    texts = {"1.1": "Vintern var lång.", "1.2": "Se projektet Kretsloppssteget ovan."}
    texts |= dict.fromkeys(answers, "Kretsloppssteget fick stöd.")
    (found,) = [one for one in remarks("korshanvisning", report(mall, texts)) if "ovan" in one.message]
    assert found.hint == f"Skriv numret på frågan i stället{where}"


def test_a_letter_that_is_two_in_small_ones_moves_no_place(mall):
    texts = {
        "1.1": "Den bygger på mål- och långsiktiga prioriteringar.",
        "1.2": "İİ: mål och långsiktiga prioriteringar.",
    }
    (found,) = all_rules()["beteckning"].check(report(mall, texts))
    assert [hit.excerpt for hit in found.related] == ["mål och långsiktiga prioriteringar"]
