"""A text as it was seen → as it was written: the words that the channel and the dictionary together make likeliest.

Costs are natural logarithms of how unlikely something is. A blank may be part of a letter, so a word may be several
pieces of the text; the whole passage is read at once, so that no word takes what another needs.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from rapport.pdf.channel import Channel
from rapport.pdf.line import SOFT, Edit

Lexicon = Callable[[str], float]  # of a word of letters only: 0 for a usual one, UNKNOWN for one that nobody knows
_PIECE = re.compile(r"\S+")
_PART = re.compile(r"[^\W\d_]+")
UNKNOWN = 7.5  # what the lexicon says of a word that nobody knows
_CAPITAL = re.compile("[a-zåäöé][A-ZÅÄÖÉ]")
_JOINED = 5.0  # for a capital within a word
# Words so small and so usual that two of them in a row are two, though together they are another: "då det", "dådet".
_SMALL = frozenset(
    [
        "att",
        "av",
        "blir",
        "de",
        "den",
        "det",
        "du",
        "då",
        "där",
        "efter",
        "ej",
        "en",
        "ett",
        "från",
        "för",
        "genom",
        "han",
        "hon",
        "hos",
        "i",
        "in",
        "inom",
        "inte",
        "ja",
        "ju",
        "kan",
        "med",
        "men",
        "mer",
        "mot",
        "ner",
        "ni",
        "nu",
        "när",
        "och",
        "om",
        "på",
        "samt",
        "se",
        "sig",
        "sin",
        "sitt",
        "ska",
        "som",
        "så",
        "till",
        "upp",
        "ur",
        "ut",
        "vad",
        "var",
        "vi",
        "vid",
        "är",
        "än",
        "över",
    ]
)
_BOUNDARY = 0.4
_LOST_BLANK = 2.5  # a letter's own blank that is not there
_LINE_END = 0.3  # nor at the end of a line, where blanks are cut
_MOST_PIECES = 8
_LONGEST_SIGN = 2
_MOST_WRECKED, _WRECK = 3, 4.0
_BEAM, _ASKED, _ASKED_MORE = 64, 24, 32
_MARGIN = 2.0  # what is no dearer than so is as likely
_KEPT_HYPHEN = 0.9


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


class _Span(NamedTuple):
    """Some pieces as one word: what it costs, the word, and the next best with its cost."""

    cost: float
    word: str
    other: str
    other_cost: float


_NONE = _Span(1e9, "", "", 1e9)


@dataclass
class Decoder:
    """Reads passages that have come through one channel; ``cost_of`` is the dictionary's say."""

    channel: Channel
    cost_of: Lexicon
    _known: dict[tuple[str, int], _Span] = field(default_factory=dict)

    def read(self, text: str) -> Decoded:
        """Read a passage."""
        pieces = list(_PIECE.finditer(text))
        gaps = [text[a.end() : b.start()] for a, b in pairwise(pieces)] + ["\n"]
        spans = self._best(text, pieces, gaps)
        edits, doubts = [], []
        for (first, past), span in spans:
            start, end = pieces[first].start(), pieces[past - 1].end()
            if span.word != text[start:end]:
                edits.append(Edit(start, end, span.word))
            if span.other_cost - span.cost < _MARGIN and _PART.findall(span.other) != _PART.findall(span.word):
                doubts.append(Doubt(start, end, span.word, span.other))
            elif self._may_be_wrong(text[start:end], span.word):
                doubts.append(Doubt(start, end, span.word, ""))
        # Blanks that a letter had brought with it are not the text's own.
        edits += [
            Edit(pieces[past - 1].end(), pieces[past - 1].end() + len(gaps[past - 1]), " ")
            for (_, past), _ in spans[:-1]
            if len(gaps[past - 1]) > 1
        ]
        return Decoded(edits, doubts, sum(span.cost for _, span in spans))

    def _best(self, text: str, pieces: list[re.Match[str]], gaps: list[str]) -> list[tuple[tuple[int, int], _Span]]:
        best: list[tuple[float, int, _Span]] = [(0.0, 0, _NONE)]
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
        return len(gap) == 1 and (bool(self.channel.blanked) or self._has_blank(piece))

    def _has_blank(self, piece: str) -> bool:
        """Whether the blank behind a piece may be its last letter's own."""
        return any(f"{piece[-n:]} " in self.channel.readings for n in (1, 2))

    def _is_wreck(self, text: str, pieces: list[re.Match[str]], gaps: list[str], first: int, past: int) -> bool:
        """Whether some pieces may have lost letters between them: few, and not all of them words by themselves."""
        alone = [self._span(text, pieces, gaps, at, at + 1).cost for at in range(first, past)]
        return past - first <= _MOST_WRECKED and max(alone) > _WRECK

    def _span(self, text: str, pieces: list[re.Match[str]], gaps: list[str], first: int, past: int) -> _Span:
        seen = text[pieces[first].start() : pieces[past - 1].end()]
        gap = gaps[past - 1]
        ending = 2 if len(gap) > 1 else 1 if "\n" in gap or past == len(pieces) else 0
        key = (seen, ending)
        if key not in self._known:
            self._known[key] = self._read(seen, ending)
        return self._known[key]

    def _read(self, seen: str, ending: int) -> _Span:
        """Return the likeliest word that some signs are, and the next."""
        first, second = (_NONE.cost, ""), (_NONE.cost, "")
        readings = sorted(self._readings(seen, ending).items(), key=lambda pair: pair[1])
        for word, cost in readings[: _ASKED_MORE if self.channel.lost or self.channel.blanked else _ASKED]:
            if cost > first[0] + _MARGIN:
                break
            total = cost + self._lexical(word) + _BOUNDARY
            if total < first[0]:
                first, second = (total, word), first
            elif total < second[0]:
                second = (total, word)
        return _Span(*first, second[1], second[0])

    def _readings(self, seen: str, ending: int) -> dict[str, float]:
        """Return what some signs may be, the likeliest few, each with its cost."""
        at: list[dict[str, float]] = [{"": 0.0}, *({} for _ in seen)]
        for place in range(len(seen)):
            row = dict(sorted(at[place].items(), key=lambda pair: pair[1])[:_BEAM])
            steps = list(self._steps(seen, place, ending))
            for word, cost in row.items():
                for width, letters, more in steps:
                    reached, total = at[place + width], cost + more
                    if total < reached.get(word + letters, _NONE.cost):
                        reached[word + letters] = total
        return {word: cost for word, cost in at[-1].items() if word and " " not in word}

    def _steps(self, seen: str, place: int, ending: int) -> Iterator[tuple[int, str, float]]:
        """Yield what the signs at a place may be: how many of them, the letters, and the cost."""
        rest, sign = len(seen) - place, seen[place]
        for width in range(1, min(3, rest) + 1):
            for letters, cost in self.channel.readings.get(seen[place : place + width], ()):
                yield width, letters, cost
        if rest <= _LONGEST_SIGN:  # a letter whose blank is not in this piece
            for letters, cost in self.channel.readings.get(f"{seen[place:]} ", ()):
                yield rest, letters, cost + (_LOST_BLANK, _LINE_END, 0.0)[ending]
        if sign == SOFT:
            yield 1, "", 0.1
            yield 1, "-", _KEPT_HYPHEN
        elif sign not in self.channel.readings:
            yield 1, sign, 0.0
        yield from self._lost(sign, is_last=rest == 1)

    def _lost(self, sign: str, *, is_last: bool) -> Iterator[tuple[int, str, float]]:
        """Yield the letters that may be gone at a sign, or that a blank stands for."""
        if sign == " ":
            yield from ((1, letters, cost) for letters, cost in self.channel.blanked)
            return
        for letters, cost in self.channel.lost:
            yield 1, letters + sign, cost
            if is_last:
                yield 1, sign + letters, cost

    def _may_be_wrong(self, seen: str, word: str) -> bool:
        """Whether some part of a word is one that nobody knows, and its letters were changed or may have been lost."""
        channel = self.channel
        if seen.replace(SOFT, "") == word and not channel.lost and not channel.blanked:
            return False
        return any(part.islower() and self.cost_of(part) >= UNKNOWN for part in _PART.findall(word))

    def _lexical(self, word: str) -> float:
        return sum(self.cost_of(part) + _JOINED * bool(_CAPITAL.search(part)) for part in _PART.findall(word))


def _chosen(options: list[tuple[float, int, _Span]], best: list[tuple[float, int, _Span]]) -> tuple[float, int, _Span]:
    """Return the cheapest; where cutting the pieces otherwise is nearly as cheap, that is its doubt."""
    total, first, span = min(options, key=lambda option: option[:2])
    if apart := next((option for option in options if option[1] > first and option[0] - total < _MARGIN), None):
        words = [*_words(best, apart[1], first), apart[2].word]
        if all(word in _SMALL for word in words):
            return apart[0], apart[1], apart[2]._replace(other=span.word, other_cost=apart[2].cost + _MARGIN / 2)
    for other, start, rival in options:
        if start != first and other - total < min(_MARGIN, span.other_cost - span.cost):
            words = [*_words(best, start, first), rival.word]
            if start > first and words:
                span = span._replace(other=" ".join(words), other_cost=span.cost + other - total)
    return total, first, span


def _words(best: list[tuple[float, int, _Span]], past: int, first: int) -> list[str]:
    """Return the words that are the best reading of the pieces from one on to another."""
    words = []
    while past > first:
        words.append(best[past][2].word)
        past = best[past][1]
    return words[::-1]
