"""Underlag: all that one report is made from."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256
from typing import Literal

from rapport.domain.belopp import KandaBelopp
from rapport.domain.kalla import Register
from rapport.domain.mall import Mall, Omrade
from rapport.domain.places import Places
from rapport.domain.svar import Svar
from rapport.finding import Finding, Place, Severity

Allvar = Severity | Literal["av"]


@dataclass(frozen=True)
class Redovisning:
    """Which report it is, as rapport.yaml has it: what a rule may look at besides the one answer it is about.

    ``ordlista`` are the words that the region knows to be right.
    """

    mall: Mall
    region: str = ""
    ar: int | None = None
    diarienummer: str | None = None
    ordlista: tuple[str, ...] = ()

    @cached_property
    def fingerprint(self) -> str:
        """What tells it, its form's every word included, from any other."""
        own = (self.region, self.ar, self.diarienummer, self.ordlista, self.mall.model_dump_json())
        return sha256(repr(own).encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True)
class Forra:
    """An earlier report to compare with; ``fraga_by_id`` says which of its questions ours are, None: the same.

    ``folder`` is where it lies, seen from our own report's folder. The comparison itself is shown, answer by answer,
    where somebody has asked for it: ``is_asked_for``.
    """

    underlag: "Underlag"
    fraga_by_id: Mapping[str, str] | None = None
    is_asked_for: bool = True
    folder: str = ""

    def fraga(self, fraga: str) -> str | None:
        """Return the id that a question had then; None when its form did not have it."""
        return fraga if self.fraga_by_id is None else self.fraga_by_id.get(fraga)

    def svar(self, fraga: str) -> Svar | None:
        """Return the earlier answer to a question, whatever its number was then."""
        return self.underlag.svar_by_fraga.get(self.fraga(fraga) or "")

    def place(self, svar: Svar) -> Place:
        """Return where one of its answers begins, in a file seen from our own report's folder."""
        place = self.underlag.places.of_fraga(svar.fraga, self.underlag.mall.omrade_of(svar.fraga).nummer)
        return replace(place, path=posixpath.join(self.folder, place.path)) if place.path else place


@dataclass(frozen=True)
class Underlag:
    """One region's report of one year: the answers, the papers behind them, and what is asked of them.

    ``places`` says where all of it was read and ``forra`` what it is compared with. An area in ``olasta`` has a
    file that could not be read, so nothing may be concluded from what is missing in it. ``markering`` is what
    Word shows for an area when everything from its first question to its last answer is selected. ``belopp`` are
    the amounts that the tables and papers have, None where there is nothing to compare an answer's with.
    ``ansvarig_by_omrade`` are those that the areas' files name, and ``allvar`` says how serious the region holds a
    rule to be ("av": not at all). ``osynligt`` are the rules about what does not show where the answers were read.
    """

    kalla: str
    redovisning: Redovisning
    svar_by_fraga: Mapping[str, Svar] = field(default_factory=dict)
    sidhuvud: bool = True
    olasta: frozenset[int] = frozenset()
    markering: Mapping[int, int] = field(default_factory=dict)
    kallor: Register = field(default_factory=Register)
    belopp: KandaBelopp | None = None
    allvar: Mapping[str, Allvar] = field(default_factory=dict)
    ansvarig_by_omrade: Mapping[int, str] = field(default_factory=dict)
    places: Places = field(default_factory=Places)
    forra: Forra | None = None
    osynligt: tuple[str, ...] = ()

    @property
    def mall(self) -> Mall:
        """The form that is answered."""
        return self.redovisning.mall

    @property
    def region(self) -> str:
        """The region's name; "" where it is not known."""
        return self.redovisning.region

    @property
    def ar(self) -> int | None:
        """The year that is reported."""
        return self.redovisning.ar

    @property
    def diarienummer(self) -> str | None:
        """The report's own case number."""
        return self.redovisning.diarienummer

    def tecken(self, fraga: str) -> int:
        """Return how many characters the answer to a question takes; 0 when it is unanswered."""
        svar = self.svar_by_fraga.get(fraga)
        return svar.tecken if svar else 0

    def tecken_i(self, omrade: Omrade) -> int:
        """Return how many characters an area's answers take together."""
        return sum(self.tecken(fraga.id) for fraga in omrade.fragor)

    def status(self, fraga: str) -> str:
        """Return how far an answer has come: "utkast" when it is not begun."""
        svar = self.svar_by_fraga.get(fraga)
        return svar.status if svar else "utkast"


@dataclass(frozen=True, slots=True)
class Loaded:
    """A report as read, and what was wrong with its files."""

    underlag: Underlag
    findings: tuple[Finding, ...]
