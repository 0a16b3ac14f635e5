"""Kalla: one source paper that answers build on, as the register ``kallor.yaml`` has it."""

from collections.abc import Callable
from datetime import date
from typing import Literal, NamedTuple

from rapport.finding import Place

Progress = Callable[[int, int], None]  # told how many papers are read, of how many; also before the first
Slag = Literal[
    "beslut",
    "tjänsteskrivelse",
    "kallelse",
    "protokoll",
    "plan",
    "rapport",
    "ansökan",
    "avtal",
    "utvärdering",
    "övrigt",
]


class Kalla(NamedTuple):
    """One paper: its own short name (``id``), what it is, and the file that holds it, as a path in ``kallor/``."""

    id: str
    titel: str
    diarienummer: str | None = None
    datum: date | None = None
    slag: Slag = "övrigt"
    fil: str | None = None
    place: Place = Place()


class Register(NamedTuple):
    """All papers of a report, and the forms that the region's case numbers have (none: any common one)."""

    kallor: tuple[Kalla, ...] = ()
    monster: tuple[str, ...] = ()
