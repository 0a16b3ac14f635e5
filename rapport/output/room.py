"""The room that is left, said in a line above each question: of its area, what it asks for, who has it."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from rapport.domain.begart import begart_by_fraga
from rapport.domain.oversikt import FragaLage, OmradeLage
from rapport.finding import Place
from rapport.output.interface import Granskning
from rapport.prose.numbers import thousands


class Room(NamedTuple):
    """One question that is answered: where, how much room its answer takes, and how far it has come.

    ``begart`` are the things that the form asks for there, in words, and whether the answers show them.
    """

    place: Place
    omrade: OmradeLage
    fraga: FragaLage
    begart: dict[str, bool]

    @property
    def text(self) -> str:
        """All of it but what is asked for, in a line."""
        fraga = self.fraga
        parts = [f"{thousands(fraga.tecken)} tecken", left(self.omrade), fraga.lage, fraga.ansvarig or ""]
        return " · ".join(filter(None, parts))

    @property
    def asked(self) -> str:
        """What the form asks for, in a line; "" for nothing that can be seen in words."""
        shown = (f"{vad} ✓" if is_shown else f"{vad} saknas" for vad, is_shown in self.begart.items())
        return ", ".join(shown)


def left(omrade: OmradeLage) -> str:
    """Return how much room an area has left, or how much too much it holds; that a file of it could not be read."""
    room = omrade.maxtecken - omrade.tecken
    words = f"{thousands(room)} kvar" if room >= 0 else f"{thousands(-room)} för mycket"
    return f"område {omrade.nummer}: {words}{' (en fil är oläst)' if omrade.is_olast else ''}"


def rooms(granskning: Granskning, path: str) -> Iterator[Room]:
    """Yield the questions that a file has answers to, in the form's order."""
    underlag = granskning.underlag
    by_fraga = begart_by_fraga(underlag)
    for omrade in granskning.oversikt.omraden:
        for fraga in omrade.fragor:
            place = underlag.places.by_fraga.get(fraga.id)
            if place and place.path == path:
                asked = by_fraga.get(fraga.id, {})
                yield Room(place, omrade, fraga, {vad: one.fraga is not None for vad, one in asked.items()})


def as_data(granskning: Granskning, path: str) -> dict[str, Any]:
    """Return the same for another program: the areas that a file is about, and its questions."""
    found = [*rooms(granskning, path)]
    omraden = {room.omrade.nummer: room.omrade for room in found}
    return {
        "omraden": [
            {"nummer": one.nummer, "tecken": one.tecken, "maxtecken": one.maxtecken, "text": left(one)}
            for one in omraden.values()
        ],
        "fragor": [
            {
                "id": room.fraga.id,
                "omrade": room.omrade.nummer,
                "rad": room.place.line,
                "tecken": room.fraga.tecken,
                "status": room.fraga.status,
                "ansvarig": room.fraga.ansvarig,
                "begart": room.begart,
                "text": room.text,
            }
            for room in found
        ],
    }
