"""Where an answer shows what a form's ``begär`` asks for."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from rapport.domain.begrepp import Begrepp, Tecken
from rapport.domain.svar import Svar
from rapport.domain.wordlist import WordLists, pieces

Del = tuple[str, str]  # a word of ``begär``, and the part of it that some words show
Span = tuple[int, int]


class Shown(NamedTuple):
    """The first place in an answer that shows each part: wherever it stands, and in a sentence on its subject."""

    anywhere: Mapping[Del, Span]
    in_sentence: Mapping[Del, Span]


class Signs:
    """All words that a form looks for, made ready once for all answers."""

    def __init__(self, amnen: Mapping[str, Tecken], begrepp_by_word: Mapping[str, Begrepp]) -> None:
        self._lists = WordLists()
        self._count = 0
        self._subjects = {name: self._add(tecken) for name, tecken in amnen.items()}
        self._anywhere: list[tuple[Del, int]] = []
        self._in_sentence: list[tuple[Del, str, int]] = []
        for begar, begrepp in begrepp_by_word.items():
            for vad, visas in begrepp.delar.items():
                self._anywhere.append(((begar, vad), self._add(visas)))
                for subject, tecken in visas.i_mening_om.items():
                    self._in_sentence.append(((begar, vad), subject, self._add(tecken)))

    def shown_in(self, svar: Svar) -> Shown:
        """Return what an answer shows; it is found out once."""
        # The signs are kept with what they led to: their id is no other's as long as they are there.
        return svar.remember(("signs", id(self)), lambda: (self, self._look(svar)))[1]

    def _look(self, svar: Svar) -> Shown:
        found: defaultdict[int, list[Span]] = defaultdict(list)
        for key, start, end in self._lists.find(svar.text, pieces(svar.words)):
            found[key].append((start, end))
        places = {n: list(_meant(found.get(2 * n, ()), found.get(2 * n + 1, ()))) for n in range(self._count)}
        starts = [mening.start for mening in svar.meningar]
        about = {
            subject: {bisect_right(starts, start) for start, _ in places[number]}
            for subject, number in self._subjects.items()
        }
        beside: dict[Del, Span] = {}
        for part, subject, number in self._in_sentence:
            spans = (span for span in places[number] if bisect_right(starts, span[0]) in about[subject])
            if first := next(spans, None):
                beside.setdefault(part, first)
        return Shown({part: places[number][0] for part, number in self._anywhere if places[number]}, beside)

    def _add(self, tecken: Tecken) -> int:
        """Take in the words of one Tecken; return its number: twice that is what it wants, and one more what not."""
        number = self._count
        self._count += 1
        self._lists.add(2 * number, tecken.ord)
        self._lists.add(2 * number, tecken.namn, names=True)
        self._lists.add(2 * number + 1, tecken.utom)
        if tecken.kommunnamn:
            from rapport.domain.kommuner import KOMMUNER

            self._lists.add_names(2 * number, KOMMUNER)
        return number


def _meant(spans: Sequence[Span], others: Sequence[Span]) -> Iterator[Span]:
    """Yield the places of words that are not part of words that are not meant; both come in order."""
    starts = [start for start, _ in others]
    reach = list(accumulate((end for _, end in others), max))  # how far any that has begun goes on
    for start, end in spans:
        number = bisect_right(starts, start)
        if not number or reach[number - 1] < end:
            yield start, end
