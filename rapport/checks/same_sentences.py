"""Short sentences that stand word for word in two places: too short for a passage, too much one's own for a formula."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapport.checks.rule import Hit
from rapport.checks.words import listed
from rapport.domain.svar import Svar

_BESIDE, _APART, _LONGEST = 25, 35, 60  # letters: in one answer, in two, and of a passage
_FEWEST = 5  # words
# What each answer has to say, and may say in the same words.
_FORMULA = re.compile(
    r"(?i)samverk|samråd|bedöm|uppfölj|utvärder|\bmål|bidra|prestation|utmaning|framgång|effekt|hänvis|beskriv|fråga"
    r"|redovis|anslag|källa|uppgifter|siffror|statistik|genomför|fortsätt|fortsatt|\bej aktuell"
)

_WORD = re.compile(r"[\w-]+")
# Words that say little by themselves, and when: they may differ between two sentences that say the same.
_SMALL = frozenset(
    listed(
        "i på av till för med om från under inom och att som det den de en ett har är var hade har ha blivit vi man "
        "året år våren hösten sommaren vintern våras höstas fjol perioden också även redan nu totalt sammanlagt"
    )
)
_FEWEST_CONTENT, _FEWEST_WHOLE = 3, 4  # words
_LEAST_BEGUN = 0.5  # how much of the longer sentence the one before it is


def neighbours(svar: Svar) -> tuple[tuple[Hit, Hit], ...]:
    """Return each sentence that says the same as the one before it, or begins with the whole of it, after that one."""
    return svar.remember(("neighbours",), lambda: tuple(_find_neighbours(svar)))


def _find_neighbours(svar: Svar) -> Iterator[tuple[Hit, Hit]]:
    for before, after in pairwise(svar.meningar):
        gap = svar.text[before.end : after.start]
        if "\n" in gap or len(gap) > 1 or not (before.text.endswith(".") and after.text.endswith(".")):
            continue
        first, second = ([word.lower() for word in _WORD.findall(one.text)] for one in (before, after))
        if _is_same(first, second) or _is_begun(first, second, after.text, len(before.text)):
            yield Hit(svar, before.start, before.end), Hit(svar, after.start, after.end)


def _is_same(first: list[str], second: list[str]) -> bool:
    """Whether two sentences have the same words but for small ones: in another order, or "har" left out."""
    one, other = (sorted(word for word in words if word not in _SMALL) for words in (first, second))
    return one == other and len(set(one)) >= _FEWEST_CONTENT


def _is_begun(first: list[str], second: list[str], text: str, length: int) -> bool:
    """Whether the second is the first with more behind it; what is told of by a comma and "och" is a turn of speech."""
    is_whole = len(first) >= _FEWEST_WHOLE and len(second) > len(first) and second[: len(first)] == first
    return is_whole and length >= _LEAST_BEGUN * len(text)


def same_sentences(answers: Sequence[Svar]) -> Iterator[list[Hit]]:
    """Yield the places of each short sentence that stands twice in an answer, or in two of them."""
    found: dict[str, list[Hit]] = {}
    for svar in answers:
        for words, hit in _short(svar):
            found.setdefault(words, []).append(hit)
    for words, places in found.items():
        is_one_answer = all(hit.svar is places[0].svar for hit in places)
        if len(places) > 1 and (is_one_answer or len(words) >= _APART):
            yield places


def _short(svar: Svar) -> tuple[tuple[str, Hit], ...]:
    return svar.remember(("short sentences",), lambda: tuple(_find_short(svar)))


def _find_short(svar: Svar) -> Iterator[tuple[str, Hit]]:
    for sentence in svar.meningar:
        text = sentence.text.strip()
        is_short = _BESIDE <= len(text) < _LONGEST and len(text.split()) >= _FEWEST
        if is_short and text[0].isupper() and text[-1] in ".!" and not _FORMULA.search(text):
            yield " ".join(text.lower().split()), Hit(svar, sentence.start, sentence.start + len(text))
