"""Passages that stand in several places of some texts, word for word or nearly."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

_WORD = re.compile(r"\w+")
_SEED = 7  # so many words in a row must be the same somewhere in a passage
_SKIP = 3  # so many words may differ in one go
_AGREE = 3  # and then so many must be the same again
_VARIED = 4  # so many words of a seed must be different: "XX XX XX …" is no passage
_MOST = 200  # a text that repeats itself more than so is beyond being pointed at
_WORK = 300_000  # words compared: a hundred times what a report takes
_COMMON = 50  # a turn of phrase that stands in more places than this is no passage

TextSpan = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Repetition:
    """The same words in two places: text number, start and end of each, the earlier first.

    ``is_exact`` says whether they are the same word for word.
    """

    first: TextSpan
    second: TextSpan
    is_exact: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One text's words in a row, in lower case, with where each begins and ends.

    ``places`` has the words that each seed begins at, by a number that two different seeds may share. ``seeds`` are
    these numbers, and ``again`` those that come twice.
    """

    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    places: dict[int, list[int]]
    seeds: frozenset[int]
    again: frozenset[int]


def row(text: str) -> Row:
    """Return a text's words, to be looked for in others."""
    matches = list(_WORD.finditer(text))
    words = tuple(match[0].lower() for match in matches)
    places: dict[int, list[int]] = {}
    for at, seed in enumerate(map(hash, zip(*(words[n:] for n in range(_SEED)), strict=False))):
        places.setdefault(seed, []).append(at)
    again = frozenset(seed for seed, starts in places.items() if len(starts) > 1)
    return Row(words, tuple(match.span() for match in matches), places, frozenset(places), again)


def repetitions(rows: Sequence[Row]) -> Iterator[Repetition]:
    """Yield every passage of at least seven words that stands again later, in another text or the same.

    Of very many, the first two hundred; a text that is nothing but repetition is given up.
    """
    finder = _Finder(rows)
    for pair in finder.pairs():
        yield finder.repetition(*pair)


class _Finder:
    """The words of all texts in one row, with a wall after each text that nothing is equal to: None."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows
        self.walked = 0
        # So that looking past either end of the row meets walls only.
        margin = [None] * (_SKIP + _AGREE)
        self.words: list[str | None] = [*margin]
        self.starts: list[int] = []
        for one in rows:
            self.starts.append(len(self.words))
            self.words += (*one.words, None)
        self.words += margin

    def pairs(self) -> Iterator[tuple[int, int, int, int]]:
        """Yield the first and last word of the earlier and the later place of each passage, of very many the first."""
        yield from islice(self._pairs(), _MOST)

    def _pairs(self) -> Iterator[tuple[int, int, int, int]]:
        places: dict[int, list[int]] = {}
        # Per distance between the two places: the last word that a passage has already covered.
        covered: dict[int, int] = {}
        for at, seed in self._candidates():
            earlier = places.setdefault(seed, [])
            if earlier and not self._is_varied(at):
                continue
            for before in earlier:
                if covered.get(at - before, -1) < at and self._same_seed(before, at):
                    passage, steps = self._extended(before, at, covered.get(at - before, -1))
                    covered.update(steps)
                    if passage[1] < passage[2]:
                        yield passage
                    if self.walked > _WORK:
                        return
            if len(earlier) < _COMMON:
                earlier.append(at)

    def _candidates(self) -> Iterator[tuple[int, int]]:
        """Yield every place whose seed may stand in another place too, in order, with the seed's number."""
        seen: set[int] = set()
        shared: set[int] = set()
        for one in self.rows:
            shared |= seen & one.seeds
            shared |= one.again
            seen |= one.seeds
        for start, one in zip(self.starts, self.rows, strict=True):
            yield from sorted((start + at, seed) for seed in shared & one.seeds for at in one.places[seed])

    def _is_varied(self, at: int) -> bool:
        return len(set(self.words[at : at + _SEED])) >= _VARIED

    def _same_seed(self, before: int, at: int) -> bool:
        return self.words[before : before + _SEED] == self.words[at : at + _SEED]

    def _extended(self, before: int, at: int, covered: int) -> tuple[tuple[int, int, int, int], dict[int, int]]:
        steps: dict[int, int] = {}
        starts = self._walk(before, at, -1, {}, max(before + _SEED - 1, covered))
        ends = self._walk(before + _SEED - 1, at + _SEED - 1, 1, steps, starts[1])
        return (starts[0], ends[0], starts[1], ends[1]), steps

    def _walk(self, before: int, at: int, step: int, steps: dict[int, int], wall: int) -> tuple[int, int]:
        """Walk on from two equal words as long as the texts agree, over small differences; return the last words.

        The place that walks towards the other one stops at its ``wall``: a passage does not overlap its own repetition,
        nor what was covered before.
        """
        words = self.words
        while True:
            # How many words there are to the wall: before the later place, or behind the earlier.
            room = wall - before if step > 0 else at - wall
            while room > 1 and words[before + step] == words[at + step] is not None:
                before, at, room = before + step, at + step, room - 1
                self.walked += 1
            steps[at - before] = at
            gap = self._gap(before, at, step)
            if gap is None or room <= (gap[0] if step > 0 else gap[1]) + 1:
                return before, at
            before, at = before + step * (gap[0] + 1), at + step * (gap[1] + 1)

    def _gap(self, before: int, at: int, step: int) -> tuple[int, int] | None:
        """Return how many words of each text to skip so that they agree again; None where they do not."""
        words = self.words
        for gap in _GAPS:
            first, second = before + step * (gap[0] + 1), at + step * (gap[1] + 1)
            if words[first] == words[second] and self._agree(first, second, step):
                skipped = (*words[before:first:step], *words[at:second:step])
                if None not in skipped:
                    return gap
        return None

    def _agree(self, first: int, second: int, step: int) -> bool:
        one, other = (self.words[start : start + step * _AGREE : step] for start in (first, second))
        return one == other and None not in one

    def repetition(self, *ends: int) -> Repetition:
        """Return two places by their first and last words."""
        first_words, second_words = self.words[ends[0] : ends[1] + 1], self.words[ends[2] : ends[3] + 1]
        return Repetition(self._span(*ends[:2]), self._span(*ends[2:]), first_words == second_words)

    def _span(self, first: int, last: int) -> TextSpan:
        number = bisect_right(self.starts, first) - 1
        begin, spans = self.starts[number], self.rows[number].spans
        return number, spans[first - begin][0], spans[last - begin][1]


_GAPS = sorted(((a, b) for a in range(_SKIP + 1) for b in range(_SKIP + 1) if a + b), key=sum)


def merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return spans of one text with those that overlap made one, in order."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
