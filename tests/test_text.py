"""Sentences, readability and differences: what is said about an answer's plain text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.prose.difference import changes, likeness
from rapport.prose.readability import readability
from rapport.prose.sentences import sentences

WORDS = st.lists(st.sampled_from(["länet", "Region", "och", "25", "t.ex.", "mål.", "”så”", "\n"])).map(" ".join)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Det gick bra. Sedan kom snön.", ["Det gick bra.", "Sedan kom snön."]),
        (
            "Butiker, t.ex. i Hedby, fick stöd. Flera bl.a. Coop.",
            ["Butiker, t.ex. i Hedby, fick stöd.", "Flera bl.a. Coop."],
        ),
        ("Vad står på spel? Mycket! Allt…", ["Vad står på spel?", "Mycket!", "Allt…"]),
        ("Han sade ”Det är klart.” Sedan gick han.", ["Han sade ”Det är klart.”", "Sedan gick han."]),
        ("Enligt dnr. 12 gäller det ca. 30 mål.", ["Enligt dnr. 12 gäller det ca. 30 mål."]),
        ("Första raden\nAndra raden", ["Första raden", "Andra raden"]),
        ("Det kostade 2.5 miljoner. 3 projekt fick stöd.", ["Det kostade 2.5 miljoner.", "3 projekt fick stöd."]),
        ("  ", []),
    ],
)
def test_a_text_is_divided_into_sentences(text, expected):
    assert [sentence.text for sentence in sentences(text)] == expected


@given(WORDS)
def test_sentences_stand_where_they_say_and_leave_nothing_out(text):
    found = sentences(text)
    assert all(text[sentence.start : sentence.end] == sentence.text for sentence in found)
    assert "".join("".join(s.text.split()) for s in found) == "".join(text.split())


def test_lix_is_words_a_sentence_plus_percent_long_words():
    # 10 words in 2 sentences, 3 of them longer than six letters.
    found = readability(sentences("Regionen har samlat arbetet i tre insatser. Det gick bra."))
    assert (found.sentences, found.words, found.long_words) == (2, 10, 3)
    assert found.lix == 35
    assert found.word == "lätt"
    assert readability(sentences("")).lix == 0


@given(WORDS, WORDS)
def test_a_difference_holds_both_texts(old, new):
    found = list(changes(old, new))
    assert "".join(c.text for c in found if c.kind != "new") == old
    assert "".join(c.text for c in found if c.kind != "gone") == new


def test_likeness_is_by_words():
    assert likeness("ett två tre", "ett två tre") == 1
    assert likeness("ett två tre", "fyra") == 0
    assert 0.7 < likeness("ett två tre fyra", "ett två fem fyra") < 0.9
