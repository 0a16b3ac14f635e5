"""Oversikt: how far a report has come, in numbers alone: what every form of result shows of it first."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rapport.domain.mall import Fraga, Omrade
    from rapport.domain.underlag import Underlag

EJ_BORJAD = "ej påbörjad"


class FragaLage(NamedTuple):
    """One question: how many characters its answer takes, how far it has come, and who has it.

    One that is not ``is_borjad`` has neither text nor box, whatever its status says.
    """

    id: str
    tecken: int
    status: str
    ansvarig: str | None = None
    is_borjad: bool = False

    @property
    def lage(self) -> str:
        """How far it has come, in words: its status, or that nobody has begun."""
        return self.status if self.is_borjad else EJ_BORJAD


class OmradeLage(NamedTuple):
    """One area against its limit. ``omfang`` are its questions in words, ``markering`` what Word shows for all of it.

    An area that ``is_olast`` has a file that could not be read, so it may have more than is counted.
    """

    nummer: int
    rubrik: str
    omfang: str
    maxtecken: int
    tecken: int
    fragor: tuple[FragaLage, ...]
    markering: int | None = None
    is_olast: bool = False


class Oversikt(NamedTuple):
    """Which report it is, and the areas of it that were asked for."""

    kalla: str
    mall: str
    region: str
    ar: int | None
    omraden: tuple[OmradeLage, ...]


def oversikt(underlag: "Underlag", omraden: "Iterable[Omrade]") -> Oversikt:
    """Return the overview of some areas of a report."""
    found = tuple(_omrade(underlag, omrade) for omrade in omraden)
    return Oversikt(underlag.kalla, underlag.mall.id, underlag.region, underlag.ar, found)


def _omrade(underlag: "Underlag", omrade: "Omrade") -> OmradeLage:
    return OmradeLage(
        omrade.nummer,
        omrade.rubrik,
        omrade.omfang,
        omrade.maxtecken,
        underlag.tecken_i(omrade),
        tuple(_fraga(underlag, fraga, omrade) for fraga in omrade.fragor),
        underlag.markering.get(omrade.nummer),
        omrade.nummer in underlag.olasta,
    )


def _fraga(underlag: "Underlag", fraga: "Fraga", omrade: "Omrade") -> FragaLage:
    svar = underlag.svar_by_fraga.get(fraga.id)
    return FragaLage(
        fraga.id,
        underlag.tecken(fraga.id),
        underlag.status(fraga.id),
        svar.ansvarig if svar else underlag.ansvarig_by_omrade.get(omrade.nummer),
        bool(svar and (svar.blocks or svar.kryss)),
    )
