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
_WALL = "\n"  # no word begins so
_VARIED = 4  # and so many of them must be different words: "XX XX XX …" is no passage
_MOST = 200  # a text that repeats itself more than so is beyond being pointed at
_WORK = 300_000  # words compared: a hundred times what a report takes
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
    """Yield every passage of at least seven words that stands again later, in another text or the same.

    Of very many, the first two hundred; a text that is nothing but repetition is given up.
    """
    finder = _Finder(texts)
    for pair in islice(finder.pairs(), _MOST):
        yield finder.repetition(*pair)


class _Finder:
    """The words of all texts in one row, with a wall after each text that nothing is equal to."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        self.walked = 0
        self.words: list[str] = []
        self.starts: list[int] = []
        for number, text in enumerate(texts):
            self.starts.append(len(self.words))
            self.words += _WORD.findall(text.lower())
            self.words.append(f"{_WALL}{number}")

    def pairs(self) -> Iterator[tuple[int, int, int, int]]:
        """Yield the first and last word of the earlier and the later place of each passage."""
        seen: dict[tuple[str, ...], int] = {}
        again: dict[tuple[str, ...], list[int]] = {}
        # Per distance between the two places: the last word that a passage has already covered.
        covered: dict[int, int] = {}
        # A seed that holds a wall is like no other.
        for at, seed in enumerate(zip(*(self.words[n:] for n in range(_SEED)), strict=False)):
            first = seen.setdefault(seed, at)
            if first == at or len(set(seed)) < _VARIED:
                continue
            earlier = again.setdefault(seed, [first])
            for before in earlier:
                if covered.get(at - before, -1) < at:
                    passage, steps = self._extended(before, at)
                    covered.update(steps)
                    if passage[1] < passage[2]:
                        yield passage
                    if self.walked > _WORK:
                        return
            if len(earlier) < _COMMON:
                earlier.append(at)

    def _extended(self, before: int, at: int) -> tuple[tuple[int, int, int, int], dict[int, int]]:
        steps: dict[int, int] = {}
        ends = self._walk(before + _SEED - 1, at + _SEED - 1, 1, steps)
        starts = self._walk(before, at, -1, {})
        return (starts[0], ends[0], starts[1], ends[1]), steps

    def _walk(self, before: int, at: int, step: int, steps: dict[int, int]) -> tuple[int, int]:
        """Walk on from two equal words as long as the texts agree, over small differences; return the last words."""
        while True:
            while self._same(before + step, at + step):
                before, at = before + step, at + step
                self.walked += 1
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
        return not 0 <= at < len(self.words) or self.words[at].startswith(_WALL)

    def _same(self, before: int, at: int) -> bool:
        return not self._wall(before) and not self._wall(at) and self.words[before] == self.words[at]

    def repetition(self, *ends: int) -> Repetition:
        """Return two places by their first and last words."""
        first_words, second_words = self.words[ends[0] : ends[1] + 1], self.words[ends[2] : ends[3] + 1]
        return Repetition(self._span(*ends[:2]), self._span(*ends[2:]), first_words == second_words)

    def _span(self, first: int, last: int) -> Span:
        number = bisect_right(self.starts, first) - 1
        begin = self.starts[number]
        places = list(islice(_WORD.finditer(self.texts[number].lower()), first - begin, last - begin + 1))
        return number, places[0].start(), places[-1].end()


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
