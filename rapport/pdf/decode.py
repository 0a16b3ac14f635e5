"""A text as it was seen → as it was written: the words that the channel and the dictionary together make likeliest.

A blank may be part of a letter, so a word may be several pieces of the text; the whole passage is read at once, so
that no word takes what another needs.
"""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from rapport.pdf.line import Edit
from rapport.pdf.spans import MARGIN, NONE, PART, Span, Spans

_PIECE = re.compile(r"\S+")
# Words so small and so usual that two of them in a row are two, though together they are another: "då det", "dådet".
SMALL = frozenset(
    """
    att av blir de den det du då där efter ej en ett från för genom han hon hos i in inom inte ja ju kan med men mer mot
    ner ni nu när och om på samt se sig sin sitt ska som så till upp ur ut vad var vi vid är än över
    """.split()  # noqa: SIM905 - a list of sixty lines is read by nobody
)
_MOST_PIECES = 8
_MOST_WRECKED, _WRECK = 3, 4.0


class Doubt(NamedTuple):
    """A word that could be another: where it stands in the text as seen, as it was read, and as it could be read."""

    start: int
    end: int
    word: str
    other: str


class Decoded(NamedTuple):
    """A passage read: what is to be changed in it, what is in doubt, and what all of it costs."""

    edits: list[Edit]
    doubts: list[Doubt]
    cost: float


@dataclass
class Decoder:
    """Reads passages that have come through one channel."""

    spans: Spans

    def read(self, text: str) -> Decoded:
        """Read a passage."""
        pieces = list(_PIECE.finditer(text))
        gaps = [text[a.end() : b.start()] for a, b in pairwise(pieces)] + ["\n"]
        chosen = self._best(text, pieces, gaps)
        edits, doubts = [], []
        for (first, past), span in chosen:
            start, end = pieces[first].start(), pieces[past - 1].end()
            if span.word != text[start:end]:
                edits.append(Edit(start, end, span.word))
            if span.other_cost - span.cost < MARGIN and PART.findall(span.other) != PART.findall(span.word):
                doubts.append(Doubt(start, end, span.word, span.other))
            elif self.spans.may_be_wrong(text[start:end], span.word):
                doubts.append(Doubt(start, end, span.word, ""))
        # Blanks that a letter had brought with it are not the text's own.
        edits += [
            Edit(pieces[past - 1].end(), pieces[past - 1].end() + len(gaps[past - 1]), " ")
            for (_, past), _ in chosen[:-1]
            if len(gaps[past - 1]) > 1
        ]
        return Decoded(edits, doubts, sum(span.cost for _, span in chosen))

    def _best(self, text: str, pieces: list[re.Match[str]], gaps: list[str]) -> list[tuple[tuple[int, int], Span]]:
        best: list[tuple[float, int, Span]] = [(0.0, 0, NONE)]
        for past in range(1, len(pieces) + 1):
            options = [
                (best[past - 1][0] + (one := self._span(text, pieces, gaps, past - 1, past)).cost, past - 1, one)
            ]
            for first in range(past - 2, max(-1, past - 1 - _MOST_PIECES), -1):
                if not self._may_join(pieces[first][0], gaps[first]):
                    break
                is_own = self._has_blank(pieces[first][0])
                if not is_own and not self._is_wreck(text, pieces, gaps, first, past):
                    break
                span = self._span(text, pieces, gaps, first, past)
                options.append((best[first][0] + span.cost, first, span))
            best.append(_chosen(options, best))
        found, past = [], len(pieces)
        while past:
            _, first, span = best[past]
            found.append(((first, past), span))
            past = first
        return found[::-1]

    def _may_join(self, piece: str, gap: str) -> bool:
        return len(gap) == 1 and (bool(self.spans.channel.blanked) or self._has_blank(piece))

    def _has_blank(self, piece: str) -> bool:
        """Whether the blank behind a piece may be its last letter's own."""
        return any(f"{piece[-n:]} " in self.spans.channel.readings for n in (1, 2))

    def _is_wreck(self, text: str, pieces: list[re.Match[str]], gaps: list[str], first: int, past: int) -> bool:
        """Whether some pieces may have lost letters between them: few, and not all of them words by themselves."""
        alone = [self._span(text, pieces, gaps, at, at + 1).cost for at in range(first, past)]
        return past - first <= _MOST_WRECKED and max(alone) > _WRECK

    def _span(self, text: str, pieces: list[re.Match[str]], gaps: list[str], first: int, past: int) -> Span:
        seen, gap = text[pieces[first].start() : pieces[past - 1].end()], gaps[past - 1]
        return self.spans.read(seen, 2 if len(gap) > 1 else 1 if "\n" in gap else 0)


def _chosen(options: list[tuple[float, int, Span]], best: list[tuple[float, int, Span]]) -> tuple[float, int, Span]:
    """Return the cheapest; where cutting the pieces otherwise is nearly as cheap, that is its doubt."""
    total, first, span = min(options, key=lambda option: option[:2])
    if apart := next((option for option in options if option[1] > first and option[0] - total < MARGIN), None):
        words = [*_words(best, apart[1], first), apart[2].word]
        if all(word in SMALL for word in words):
            return apart[0], apart[1], apart[2]._replace(other=span.word, other_cost=apart[2].cost + MARGIN / 2)
    for other, start, rival in options:
        if start != first and other - total < min(MARGIN, span.other_cost - span.cost):
            words = [*_words(best, start, first), rival.word]
            if start > first and words:
                span = span._replace(other=" ".join(words), other_cost=span.cost + other - total)
    return total, first, span


def _words(best: list[tuple[float, int, Span]], past: int, first: int) -> list[str]:
    """Return the words that are the best reading of the pieces from one on to another."""
    words = []
    while past > first:
        words.append(best[past][2].word)
        past = best[past][1]
    return words[::-1]
