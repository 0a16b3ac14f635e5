"""Sentences, readability and differences: what is said about an answer's plain text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.prose import repetition
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
        ("Möten, mässor etc. Sedan kom snön m.m. i maj.", ["Möten, mässor etc.", "Sedan kom snön m.m. i maj."]),
        ("Butiker m.fl. (och byar osv.) Så var det.", ["Butiker m.fl. (och byar osv.)", "Så var det."]),
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


def repetitions(*texts):
    return list(repetition.repetitions([repetition.row(text) for text in texts]))


@pytest.mark.parametrize("words", ["XX", "ett två tre fyra fem", " ".join(f"ord{n}" for n in range(37))])
def test_a_text_that_is_nothing_but_repetition_is_given_up(words):
    texts = [f"{words} " * (15_000 // len(words.split())), "Vintern var lång och kall i hela länet i år."]
    finder = repetition._Finder([repetition.row(text) for text in texts])  # noqa: SLF001 - to see how much it does
    assert len(list(finder.pairs())) <= 200
    assert finder.walked < 350_000


def test_a_passage_is_found_word_for_word_and_nearly():
    first = "Före. Regionen prövar varje större insats mot tre frågor om ekonomi och klimat i hela länet. Efter."
    second = "Regionen prövar varje stor insats mot tre viktiga frågor om ekonomi och klimat i hela länet nu."
    (found,) = repetitions(first, second)
    assert not found.is_exact
    assert first[found.first[1] : found.first[2]].startswith("Regionen prövar varje större")
    assert second[found.second[1] : found.second[2]].endswith("i hela länet")
    (again,) = repetitions(first, "Nej.", first)
    assert again.is_exact
    assert (again.first[0], again.second[0]) == (0, 2)


@pytest.mark.parametrize(
    ("text", "times"),
    [("XX XX XX XX XX XX XX XX", 0), ("ja nej jo ja nej jo ja", 0), ("ja nej jo men ja nej jo", 1)],
)
def test_the_same_few_words_over_again_are_no_passage(text, times):
    assert len(repetitions(text, text)) == times


def test_a_passage_ends_where_its_text_does():
    one, other = "ett två tre fyra fem sex sju", "åtta nio tio"
    (found,) = repetitions(one, other, f"{one} och {other}")
    assert (found.first, found.second) == ((0, 0, len(one)), (2, 0, len(one)))
    assert found.is_exact
    (found,) = repetitions(other, one, f"{other} och {one}")
    assert (found.first, found.second[0], found.second[2]) == ((1, 0, len(one)), 2, len(f"{other} och {one}"))


def test_a_letter_that_is_two_in_small_ones_moves_no_place():
    text = "ett två tre fyra fem sex sju"
    (found,) = repetitions(f"İİİ. {text}", text)
    assert found.first == (0, 5, 5 + len(text))


@given(st.lists(WORDS, max_size=4))
def test_what_is_called_the_same_is_the_same(texts):
    for found in repetitions(*texts):
        one, two = (texts[n][start:end].lower().split() for n, start, end in (found.first, found.second))
        assert not found.is_exact or len(one) == len(two)
        assert found.first[:2] < found.second[:2]
