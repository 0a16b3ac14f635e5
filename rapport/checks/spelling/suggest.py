"""What an unknown word was meant to be."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from rapport.checks.spelling.answer import ReportWords, Unknown
from rapport.checks.spelling.likely import Suggestion, begins_long
from rapport.checks.spelling.likeness import DOUBLED, cost, folded, slip_kind
from rapport.checks.spelling.verdicts import judge
from rapport.domain.kommuner import KOMMUNER

_MOST = 3
_SHORT, _LONG, _NAME = 3, 8, 7
_OFTEN = 3
_MOST_NEAR = 10
_MOST_REMEMBERED = 1000


class Suggester:
    """Finds what the unknown words of one report were meant to be."""

    def __init__(self, words: ReportWords) -> None:
        self._answers = words.answers
        inside = (word for _, word in words.unknown if word.is_capital and not word.begins)
        self._times_by_name = Counter(word.text.removesuffix("s") for word in inside)
        often = [name for name, times in self._times_by_name.items() if times >= _OFTEN]
        self._names = [name for name in often if len(name) >= _NAME]

    def slip(self, word: Unknown) -> list[Suggestion] | None:
        """Return what a word was meant to be, the likeliest first; None where it most likely is no slip."""
        if not word.is_capital:
            found = self._slip(word.text)
            # "indo-pacifiska" and "1,4-dioxan" are no slips of what they resemble.
            return None if word.is_part and not (found and _is_typical(word.text, found[0])) else found
        if begins_long(word) and (sure := self._sure_beginning(word.text)):
            return sure
        names = list(self._names_near(word.text))
        found = names or (list(self._near_capital(word)) if len(word.text) >= (_NAME if word.begins else _LONG) else [])
        return _best(found, None if names else judge().sure(word.text)) or None

    def _sure_beginning(self, word: str) -> list[Suggestion] | None:
        """Return what a long word that begins a sentence was meant to be, where it is no name and that is sure."""
        small = word.lower()
        found = None if self._times_by_name[word.removesuffix("s")] else self._slip(small)
        return [_capital(one) for one in found] if found and found[0].text == judge().sure(small) else None

    def _slip(self, small: str) -> list[Suggestion] | None:
        """Judge a word in small letters: a rare compound and English are only slips with a good reason."""
        verdict = judge().verdict(small)
        sure = judge().sure(small)
        found = _best([*self._own_words(small, 2 if len(small) > _SHORT + 2 else 1), *self._listed(small)], sure)
        best = found[0] if found else None
        if best and best.text == sure:
            return found
        if verdict.is_english or len(small) <= _SHORT:
            is_long = len(small) > _SHORT + 2
            is_slip = best and _is_typical(small, best) and (is_long or best.is_own)
            is_slip = is_slip or (best and is_long and best.is_own)
        elif verdict.is_loose:
            is_slip = best and (best.is_own or _is_typical(small, best))
        else:
            is_slip = True
        return found if is_slip else None

    def _near_capital(self, word: Unknown) -> Iterator[Suggestion]:
        """Yield what a word with a capital was meant to be, if it is no name: a sure name inside a sentence."""
        small = word.text.lower()
        if judge().verdict(small).is_english:
            return
        may_be_name = not word.begins or self._times_by_name[word.text.removesuffix("s")]
        for own in self._own_words(small, 1 if may_be_name else 2):
            yield _capital(own)
        if may_be_name:
            return
        sure = judge().sure(word.text)
        listed = (near for near in self._listed(word.text) if near.text == sure or _is_typical(small, near))
        yield from (_capital(near) for near in listed)

    def _own_words(self, small: str, most: int) -> Iterator[Suggestion]:
        """Yield the words of the report that a word is so many slips from; each answer is looked through once."""
        near: dict[str, int] = {}
        for answer in self._answers:
            if (small, most) not in answer.near:
                if len(answer.near) > _MOST_REMEMBERED:
                    answer.near.clear()
                answer.near[small, most] = _closest(small, list(answer.known), most)
            near.update(answer.near[small, most])
        return _suggestions(small, near.items(), is_own=True)

    def _listed(self, word: str) -> Iterator[Suggestion]:
        small = word[0].lower() + word[1:]
        sure = judge().sure(word)
        near = dict.fromkeys([*([sure] if sure else ()), *judge().near(word)])
        return _suggestions(small, _closest(small, list(near), _MOST))

    def _names_near(self, name: str) -> Iterator[Suggestion]:
        """Yield the names, of the report or of a kommun, that a name is a slip of; another form of it is none."""
        base = name.removesuffix("s")
        for near in _suggestions(base, [*_closest(base, self._names, 1), *_kommuner(base)]):
            is_form = near.text.startswith(base) or base.startswith(near.text)
            if near.distance and (not is_form or slip_kind(base, near.text) == DOUBLED):
                yield Suggestion(near.text + name[len(base) :], near.distance, near.cost, near.is_own, near.is_folded)


def _best(found: Iterable[Suggestion], sure: str | None = None) -> list[Suggestion]:
    """Return the likeliest of some suggestions, the one that is sure before all."""
    by_text: dict[str, Suggestion] = {}
    for suggestion in sorted(found, key=lambda suggestion: (suggestion.text.lower() != sure, suggestion.rank)):
        by_text.setdefault(suggestion.text, suggestion)
    return list(by_text.values())[:_MOST]


def _is_typical(word: str, near: Suggestion) -> bool:
    """Whether one letter is lost, too many or swapped, or a ring lost: few mistake a letter for quite another."""
    is_mere_letter = len(word) == len(near.text) and sorted(word) != sorted(near.text)
    return near.distance == 1 and (near.is_folded or not is_mere_letter)


def _capital(near: Suggestion) -> Suggestion:
    return Suggestion(near.text.capitalize(), near.distance, near.cost, near.is_own, near.is_folded)


@lru_cache(maxsize=1000)
def _kommuner(name: str) -> list[tuple[str, int]]:
    return _closest(name, [kommun for kommun in KOMMUNER if len(kommun) >= _NAME], 1)


def _suggestions(word: str, near: Iterable[tuple[str, int]], *, is_own: bool = False) -> Iterator[Suggestion]:
    """Yield words with their distances as suggestions, the nearest first."""
    for text, distance in sorted(near, key=lambda one: one[1])[:_MOST_NEAR]:
        yield Suggestion(text, distance, cost(word, text, distance), is_own, folded(text) == folded(word))


def _closest(word: str, words: Sequence[str], most: int) -> list[tuple[str, int]]:
    """Return the words that are at most so many slips from a word, with how many, the nearest first."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extract(word, words, scorer=OSA.distance, score_cutoff=most, limit=_MOST_NEAR)
    return [(text, int(distance)) for text, distance, _ in found]
