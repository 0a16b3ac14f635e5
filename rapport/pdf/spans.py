"""Some signs as they were seen → the words that they may be, each with what it costs to think so.

Costs are natural logarithms of how unlikely something is: of the letters, by the channel, and of the word, by the
dictionary.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from rapport.pdf.channel import Channel
from rapport.pdf.line import SOFT

Lexicon = Callable[[str], float]  # of a word of letters only: 0 for a usual one, UNKNOWN for one that nobody knows
UNKNOWN = 7.5
KNOWN = 4.0
_UNHEARD = 6.5  # two letters that are no word are hardly less strange than many
_LONG, _USUAL = 13, 0.5
_BRIEF = 3  # letters; what nobody knows may then be of another language
_KEPT = 1.0  # so much likelier another word must be, where what stands there is a word
MARGIN = 2.0  # what is no dearer than so is as likely
PART = re.compile(r"[^\W\d_]+")
_CAPITAL = re.compile("[a-zåäöé][A-ZÅÄÖÉ]")
_JOINED = 5.0  # for a capital within a word
_BOUNDARY = 0.4
_LOST_BLANK = 2.5  # a letter's own blank that is not there
_LINE_END = 0.3  # nor at the end of a line, where blanks are cut
_LONGEST_SIGN = 2
_BEAM, _ASKED, _ASKED_MORE = 64, 24, 32
_KEPT_HYPHEN = 0.9
_STRANGE_SIGN, _JOIN = 6.0, 1.0
# Signs that no word of ours or of our neighbours has, but that fonts give for letters that they lack.
STRANGE = re.compile(
    "[\u0100-\u010b\u010e-\u0117\u0120-\u0140\u0149-\u0151\u0162-\u016f\u0174-\u0177\u0180-\u02b8\ue000-\uf8ff\ufffd]"
)


class Span(NamedTuple):
    """Some pieces as one word: what it costs, the word, and the next best with its cost."""

    cost: float
    word: str
    other: str
    other_cost: float


NONE = Span(1e9, "", "", 1e9)


@dataclass
class Spans:
    """Reads stretches of signs that have come through one channel; ``cost_of`` is the dictionary's say."""

    channel: Channel
    cost_of: Lexicon
    usual: frozenset[str] = frozenset()  # small words, and those of the form
    _known: dict[tuple[str, int], Span] = field(default_factory=dict)

    def read(self, seen: str, ending: int) -> Span:
        """Return the likeliest word that some signs are, and the next.

        ``ending`` says what follows: 2 for more than one blank, 1 for the end of a line, or else 0.
        """
        if (seen, ending) not in self._known:
            is_number = any(map(str.isdigit, seen)) and all(sign in "OlI" for sign in seen if sign.isalpha())
            self._known[seen, ending] = Span(_BOUNDARY, seen, "", NONE.cost) if is_number else self._read(seen, ending)
        return self._known[seen, ending]

    def _read(self, seen: str, ending: int) -> Span:
        """Return the likeliest word that some signs are, and the next."""
        first, second = (NONE.cost, ""), (NONE.cost, "")
        readings = sorted(self._readings(seen, ending).items(), key=lambda pair: pair[1])
        for word, cost in readings[: _ASKED_MORE if self.channel.lost or self.channel.blanked else _ASKED]:
            if cost > first[0] + MARGIN:
                break
            total = cost + self._lexical(word) + _BOUNDARY
            if total < first[0]:
                first, second = (total, word), first
            elif total < second[0]:
                second = (total, word)
        return self._kept(seen.replace(SOFT, ""), dict(readings), first, second)

    def _kept(
        self, seen: str, letters: Mapping[str, float], first: tuple[float, str], second: tuple[float, str]
    ) -> Span:
        """Return the first, or what stands there where that is a known word and nearly as likely."""
        if not second[1] or seen not in letters or not self._are_known(seen):
            is_brief = (
                seen in letters and len(seen.strip(".,;:()")) <= _BRIEF and letters[seen] - letters[first[1]] < _KEPT
            )
            if is_brief and first[1] != seen and not self._gives_way(seen, first[1]):
                return Span(*first, seen, first[0] + MARGIN / 2)
            return Span(*first, second[1], second[0])
        rival = second if first[1] == seen else first
        if second[1] == seen and second[0] - first[0] < _KEPT:
            return Span(*second, first[1], second[0] + (second[0] - first[0]))
        # Where its letters may well be what they look like, a word gives way to those that every text is full of alone.
        is_even = self._are_known(rival[1]) and abs(letters[seen] - letters[rival[1]]) < _KEPT
        if is_even and not self._gives_way(seen, first[1]):
            return Span(first[0], seen, rival[1], min(rival[0], first[0] + MARGIN / 2))
        return Span(*first, second[1], second[0])

    def _gives_way(self, seen: str, word: str) -> bool:
        """Whether a known word is rather another that looks so, or surely what it is: one that every text is full of.

        Two words so long that differ in their marks alone are hardly ever both words that somebody uses.
        """
        if word != seen and len(word) >= _LONG and self._lexical(word) < _USUAL:
            return True
        parts, stood = PART.findall(word), PART.findall(seen) if word != seen else []
        return all(part in stood or part.casefold() in self.usual for part in parts)

    def _are_known(self, word: str) -> bool:
        return all(map(self._is_known, PART.findall(word)))

    def _is_known(self, part: str) -> bool:
        return self.cost_of(part) < KNOWN

    def _readings(self, seen: str, ending: int) -> dict[str, float]:
        """Return what some signs may be, the likeliest few, each with its cost."""
        at: list[dict[str, float]] = [{"": 0.0}, *({} for _ in seen)]
        for place in range(len(seen)):
            row = dict(sorted(at[place].items(), key=lambda pair: pair[1])[:_BEAM])
            steps = list(self._steps(seen, place, ending))
            for word, cost in row.items():
                for width, letters, more in steps:
                    reached, total = at[place + width], cost + more
                    if total < reached.get(word + letters, NONE.cost):
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
            is_strange = bool(self.channel.joins) and STRANGE.match(sign)
            yield 1, sign, _STRANGE_SIGN if is_strange else 0.0
            if is_strange:
                yield from ((1, letters, _JOIN) for letters in self.channel.joins)
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

    def may_be_wrong(self, seen: str, word: str) -> bool:
        """Whether some part of a word is one that nobody knows, and its letters were changed or may have been lost."""
        channel = self.channel
        if seen.replace(SOFT, "") == word and not channel.lost and not channel.blanked:
            return False
        return any(part.islower() and self.cost_of(part) >= _UNHEARD for part in PART.findall(word))

    def _lexical(self, word: str) -> float:
        return sum(self.cost_of(part) + _JOINED * bool(_CAPITAL.search(part)) for part in PART.findall(word))
