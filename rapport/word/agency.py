"""How the agency writes its forms: how it numbers questions, and the set phrases that its last form had.

A new form is understood by these. The numbering is all that the code knows; the phrases come from the Mall before.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rapport.domain.mall import Mall
from rapport.word.levels import letters

_NUMBER = r"(\d+)\.(\d+)"  # the area, and the question in it: "3.2"
RANGE = re.compile(rf"{_NUMBER}\s*[-–—‒]\s*{_NUMBER}")  # "3.1–3.5"
_LIMIT = r"(\d[\d\s]*)"  # "15 000", with whatever blank


def fraga_id(omrade: int, number: int) -> str:
    """Return the id of an area's n-th question."""
    return f"{omrade}.{number}"


def part_id(fraga: str, number: int) -> str:
    """Return the id of a question's n-th part, which the form shows as bullets and we give letters: "5.1a"."""
    return f"{fraga}{letters(number)}"


@dataclass(frozen=True, slots=True)
class Notice:
    """What a line says that limits the questions from a first to a last, each with area and number."""

    first: tuple[int, int]
    last: tuple[int, int]
    maxtecken: int

    @property
    def shown(self) -> str:
        """The questions as the form writes them: 3.1–3.5."""
        return "–".join(fraga_id(*number) for number in (self.first, self.last))


class Phrases:
    """The set phrases of a form that is known, by which lines of the next one are understood."""

    def __init__(self, known: Mall) -> None:
        fragor = list(known.fraga_by_id.values())
        boxed = [fraga for fraga in fragor if fraga.kryss]
        self._notices = [re.compile(notice) for omrade in known.omraden for notice in _notice(omrade.meddelande)]
        self.limit = next(iter(known.omraden)).meddelande  # an example, to show
        self._asks = {word: begrepp.i_fragan for word, begrepp in known.begrepp.items() if begrepp.i_fragan}
        # What no form says itself, and is taken over as it is.
        self.ours: dict[str, object] = {
            "rättslig grund": known.rattslig_grund,
            "ej aktuellt": known.ej_aktuellt,
            "ämnen": known.amnen,
            "begrepp": known.begrepp,
        }
        self.boxes = _unique(kryss for fraga in boxed for kryss in fraga.kryss)
        self.boxed_begar = _unique(word for fraga in boxed for word in fraga.begar)
        self._voluntary = {_opening(fraga.text) for fraga in fragor if fraga.frivillig}
        self._follows = {_opening(fraga.foljdtext) for fraga in fragor if fraga.foljdtext}

    def notice(self, text: str) -> Notice | None:
        """Return what a line says of an area's limit; None when it is no such line."""
        found = next((match for pattern in self._notices if (match := pattern.search(text))), None)
        if found is None:
            return None
        one, two, three, four, limit = (int("".join(group.split())) for group in found.groups())
        return Notice((one, two), (three, four), limit)

    def is_voluntary(self, text: str) -> bool:
        """Return whether a question begins as those did that are answered where that is possible."""
        return _opening(text) in self._voluntary

    def asks(self, text: str) -> tuple[str, ...]:
        """Return what a question or an instruction asks for: the words of ``begär`` whose signs it has."""
        return tuple(word for word, sign in self._asks.items() if sign in text)

    def follows_boxes(self, text: str) -> bool:
        """Return whether a line below boxes is the form's own, which says what to write, and not an answer."""
        return _opening(text) in self._follows


def _notice(meddelande: str) -> list[str]:
    """Return a pattern for the sentence that limits questions: its words as they are, with any numbers."""
    for sentence in re.split(r"(?<=[.!?])\s+", meddelande):
        covers = RANGE.search(sentence)
        limit = re.search(_LIMIT, sentence[covers.end() :]) if covers else None
        if covers and limit:
            before, between = sentence[: covers.start()], sentence[covers.end() :][: limit.start()]
            return [rf"{_spaced(before)}\s+{RANGE.pattern}\s+{_spaced(between)}\s+{_LIMIT}"]
    return []


def _spaced(text: str) -> str:
    return r"\s+".join(map(re.escape, text.split()))


def _opening(text: str) -> tuple[str, ...]:
    """Return the two words that a text begins with: "Om möjligt", "Om ja"."""
    return tuple(re.findall(r"\w+", text.casefold())[:2])


def _unique(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
