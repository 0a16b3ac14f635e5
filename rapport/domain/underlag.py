"""Underlag: all that one report is made from."""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, SkipValidation

from rapport.domain.belopp import KandaBelopp
from rapport.domain.kalla import Register
from rapport.domain.mall import Mall, Omrade
from rapport.domain.svar import Svar
from rapport.finding import Finding, Place, Severity

Allvar = Severity | Literal["av"]


class Underlag(BaseModel):
    """One region's report of one year: the form, the answers to it and the papers behind them.

    ``places_by_omrade`` says where each area's answers stand, one place a file; an area in ``olasta`` has a
    file that could not be read, so nothing may be concluded from what is missing in it. ``markering`` is what
    Word shows for an area when everything from its first question to its last answer is selected. ``belopp`` are
    the amounts that the tables and papers have, None where there is nothing to compare an answer's with.
    ``allvar`` says how serious the region holds a rule to be ("av": not at all) and where it says so,
    ``ordlista`` which words it knows to be right, and ``forra`` is an earlier report to compare with, as it was read;
    ``forra_by_fraga`` says which of its questions each of ours is, None where both have the same form.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kalla: str
    mall: Annotated[Mall, SkipValidation]
    region: str
    ar: int | None
    diarienummer: str | None = None
    sidhuvud: bool = True
    svar_by_fraga: Annotated[dict[str, Svar], SkipValidation] = {}
    places_by_omrade: Annotated[dict[int, list[Place]], SkipValidation] = {}
    olasta: frozenset[int] = frozenset()
    markering: Annotated[dict[int, int], SkipValidation] = {}
    kallor: Annotated[Register, SkipValidation] = Register()
    belopp: Annotated[KandaBelopp | None, SkipValidation] = None
    allvar: Annotated[dict[str, tuple[Allvar, Place]], SkipValidation] = {}
    ordlista: tuple[str, ...] = ()
    forra: "Underlag | None" = None
    forra_by_fraga: Annotated[dict[str, str] | None, SkipValidation] = None

    def tecken(self, fraga: str) -> int:
        """Return how many characters the answer to a question takes; 0 when it is unanswered."""
        svar = self.svar_by_fraga.get(fraga)
        return svar.tecken if svar else 0

    def tecken_i(self, omrade: Omrade) -> int:
        """Return how many characters an area's answers take together."""
        return sum(self.tecken(fraga.id) for fraga in omrade.fragor)

    def forra_fraga(self, fraga: str) -> str | None:
        """Return the id that a question had in the earlier report; None when its form did not have it."""
        return fraga if self.forra_by_fraga is None else self.forra_by_fraga.get(fraga)

    def forra_svar(self, fraga: str) -> Svar | None:
        """Return the earlier report's answer to a question, whatever its number was then."""
        return self.forra.svar_by_fraga.get(self.forra_fraga(fraga) or "") if self.forra else None

    def status(self, fraga: str) -> str:
        """Return how far an answer has come: "utkast" when it is not begun."""
        svar = self.svar_by_fraga.get(fraga)
        return svar.status if svar else "utkast"

    def place_of(self, nummer: int) -> Place:
        """Return where an area's answers begin; no place when no file has any."""
        return next(iter(self.places_by_omrade.get(nummer, [])), Place())

    def nummer_in(self, path: str) -> set[int]:
        """Return the numbers of the areas that a file holds answers to."""
        return {n for n, places in self.places_by_omrade.items() if any(p.path == path for p in places)}


@dataclass(frozen=True, slots=True)
class Loaded:
    """A report as read, and what was wrong with its files."""

    underlag: Underlag
    findings: tuple[Finding, ...]
