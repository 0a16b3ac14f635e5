"""Looking for words: fixed phrases in answers, and whether some words hold a finite verb."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from rapport.checks.rule import Hit
from rapport.domain.svar import Svar


def listed(text: str) -> tuple[str, ...]:
    """Return the words of a list that is written as running text."""
    return tuple(text.split())


_MOST = 100
# What a word may stand directly behind; anything else makes it a part of a longer word, an address or a number.
_OPENING = '\n\u00a0([”"–'
_GLUE = frozenset("-/_@&’'´")
# A word, with what may stand inside it.
_FIRST = re.compile(r"[^\W_]+(?:[.:][^\W_]+)*")
_VERBS = frozenset(
    listed(
        "är var har hade ska skall skulle kan kunde vill ville får fick blir blev bör borde måste finns fanns gör "
        "gjorde ger gav tar tog kommer kom går gick står stod ligger låg innebär innebar visar visade leder ledde "
        "bidrar bidrog saknas saknar krävs behövs pågår anger avser omfattar handlar består deltog deltar "
        "drivs ökar ökade minskar minskade sker skedde genomförs används uppgår uppgick utgör utgjorde startade valde"
    )
)
_PAST = ("ades", "des", "tes")
_SHORTEST = 6


def phrases(svar: Svar, wanted: Iterable[str], *, any_case: bool = True) -> Iterator[tuple[str, Hit]]:
    """Yield each wanted phrase with every place where it stands as words of its own, in the order of the text.

    Phrases are in lower case, unless ``any_case`` is off: then they are found only as they are written. Only those
    whose first word the answer has are looked for at all. At most a hundred places come.
    """
    words = _first_words(svar, any_case=any_case)
    by_first_word = _by_first_word(tuple(wanted))
    possible = [phrase for word in by_first_word.keys() & words for phrase in by_first_word[word]]
    if not possible:
        return
    text = _open(svar, any_case=any_case)
    found = sorted((start, one) for one in possible for start in _starts(text, f" {one}"))
    for start, phrase in found[:_MOST]:
        yield phrase, Hit(svar, start, start + len(phrase))


@cache
def _by_first_word(wanted: tuple[str, ...]) -> dict[str, list[str]]:
    """Return the phrases with the word that they begin with."""
    found: dict[str, list[str]] = {}
    for phrase in wanted:
        found.setdefault(_FIRST.findall(phrase)[0], []).append(phrase)
    return found


def _first_words(svar: Svar, *, any_case: bool) -> frozenset[str]:
    """Return all words of an answer that a phrase may begin with, in lower case with ``any_case``."""
    if any_case:
        return svar.remember(("words", any_case), lambda: frozenset(map(str.lower, _first_words(svar, any_case=False))))
    return svar.remember(("words", any_case), lambda: _words_in(_open(svar, any_case=False)))


def _words_in(opened: str) -> frozenset[str]:
    """Return every word that begins behind a blank; most that stand between two are words as they are."""
    pieces = set(opened.split())
    words = frozenset(filter(str.isalnum, pieces))
    return words.union(match[0] for match in map(_FIRST.match, pieces - words) if match)


def words_before(hit: Hit, most: int = 1) -> list[str]:
    """Return the last words before a hit in its line, in lower case, the nearest last."""
    line = hit.svar.text[max(0, hit.start - 100) : hit.start].rpartition("\n")[2]
    return line.lower().split()[-most:]


def words_after(hit: Hit, most: int = 1) -> list[str]:
    """Return the first words after a hit in its line, in lower case and without the signs behind them."""
    line = hit.svar.text[hit.end : hit.end + 100].partition("\n")[0]
    return [word.rstrip(".,;:!?)”") for word in line.lower().split()[:most]]


def has_verb(text: str) -> bool:
    """Whether some words hold what can only be a finite verb; many sentences have one that is not known here."""
    words = [word.strip(".,;:!?()”") for word in text.lower().split()]
    return any(word in _VERBS or (len(word) >= _SHORTEST and word.endswith(_PAST)) for word in words)


def _open(svar: Svar, *, any_case: bool) -> str:
    """Return the text with a blank before each word that stands free, and one before the text."""
    return svar.remember(("opened", any_case), lambda: _opened(svar.text, any_case=any_case))


def _opened(text: str, *, any_case: bool) -> str:
    if any_case:
        lower = text.lower()  # a few letters become two; they are left as they are, or places would move
        text = lower if len(lower) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)
    for sign in _OPENING:
        text = text.replace(sign, " ")
    return f" {text}"


def _starts(text: str, key: str) -> Iterator[int]:
    """Yield where a phrase begins in the text that was opened: the blank before both is one and the same place."""
    start = text.find(key)
    while start >= 0:
        end = start + len(key)
        near = text[end : end + 1]
        if not (near.isalnum() or near in _GLUE or (near in {".", ":"} and text[end + 1 : end + 2].isalnum())):
            yield start
        start = text.find(key, end)
