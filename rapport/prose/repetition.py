"""Passages that stand in several places of some texts, word for word or nearly."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_WORD = re.compile(r"\w+")
_SEED = 7  # so many words in a row must be the same somewhere in a passage
_SKIP = 3  # so many words may differ in one go
_AGREE = 3  # and then so many must be the same again
_COMMON = 50  # a turn of phrase that stands in more places than this is no passage

Span = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Repetition:
    """The same words in two places: text number, start and end of each, the earlier first.

    ``is_exact`` says whether they are the same word for word.
    """

    first: Span
    second: Span
    is_exact: bool


def repetitions(texts: Sequence[str]) -> Iterator[Repetition]:
    """Yield every passage of at least seven words that stands again later, in another text or the same."""
    finder = _Finder(texts)
    for pair in finder.pairs():
        yield finder.repetition(*pair)


class _Finder:
    """All words of all texts in one row, as numbers, with where each stands."""

    def __init__(self, texts: Sequence[str]) -> None:
        numbers: dict[str, int] = {}
        self.places: list[Span] = []
        self.words: list[int] = []
        for text_number, text in enumerate(texts):
            for match in _WORD.finditer(text.lower()):
                self.places.append((text_number, *match.span()))
                self.words.append(numbers.setdefault(match[0], len(numbers)))
            self.places.append((text_number, len(text), len(text)))
            self.words.append(-1 - text_number)  # a wall that nothing is equal to

    def pairs(self) -> Iterator[tuple[int, int, int, int]]:
        """Yield the first and last word of the earlier and the later place of each passage."""
        seen: dict[tuple[int, ...], list[int]] = {}
        # Per distance between the two places: the last word that a passage has already covered.
        covered: dict[int, int] = {}
        for at in range(len(self.words) - _SEED + 1):
            seed = tuple(self.words[at : at + _SEED])
            if min(seed) < 0:
                continue
            earlier = seen.setdefault(seed, [])
            for before in earlier:
                if covered.get(at - before, -1) >= at:
                    continue
                first, second, steps = self._extended(before, at)
                if first[1] < second[0]:
                    covered.update(steps)
                    yield *first, *second
            if len(earlier) < _COMMON:
                earlier.append(at)

    def _extended(self, before: int, at: int) -> tuple[tuple[int, int], tuple[int, int], dict[int, int]]:
        steps: dict[int, int] = {}
        ends = self._walk(before + _SEED - 1, at + _SEED - 1, 1, steps)
        starts = self._walk(before, at, -1, {})
        return (starts[0], ends[0]), (starts[1], ends[1]), steps

    def _walk(self, before: int, at: int, step: int, steps: dict[int, int]) -> tuple[int, int]:
        """Walk on from two equal words as long as the texts agree, over small differences; return the last words."""
        while True:
            while self._same(before + step, at + step):
                before, at = before + step, at + step
            steps[at - before] = at
            gap = next((gap for gap in _GAPS if self._agree(before, at, gap, step)), None)
            if gap is None:
                return before, at
            before, at = before + step * (gap[0] + 1), at + step * (gap[1] + 1)

    def _agree(self, before: int, at: int, gap: tuple[int, int], step: int) -> bool:
        walls = any(self._wall(before + step * n) for n in range(1, gap[0] + 1))
        walls = walls or any(self._wall(at + step * n) for n in range(1, gap[1] + 1))
        return not walls and all(
            self._same(before + step * (gap[0] + n), at + step * (gap[1] + n)) for n in range(1, _AGREE + 1)
        )

    def _wall(self, at: int) -> bool:
        return not 0 <= at < len(self.words) or self.words[at] < 0

    def _same(self, before: int, at: int) -> bool:
        return not self._wall(before) and not self._wall(at) and self.words[before] == self.words[at]

    def repetition(self, *ends: int) -> Repetition:
        """Return two places by their first and last words."""
        first_words, second_words = self.words[ends[0] : ends[1] + 1], self.words[ends[2] : ends[3] + 1]
        spans = [(self.places[a][0], self.places[a][1], self.places[b][2]) for a, b in (ends[:2], ends[2:])]
        return Repetition(spans[0], spans[1], first_words == second_words)


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
