"""How a report stands: the verdict, how far its answers have come, and how each area's room is spent."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from rapport.domain.mall import Omrade
from rapport.domain.underlag import Underlag
from rapport.finding import Severity
from rapport.output.interface import WORDS, Granskning, counted
from rapport.output.page.findings import Findings
from rapport.prose.numbers import percent, thousands

_UNANSWERED = "obesvarad"
_WIDEST = 1.5  # a bar far beyond its limit is cut there, or the others could not be seen
_NAMED = 0.055  # a share of the whole width that has room for a question's number


@dataclass(frozen=True, slots=True)
class Tally:
    """One question of an area: what it takes, how far it has come, and what was found."""

    fraga: str
    tecken: str
    share: int
    status: str
    ansvarig: str | None
    found: tuple[tuple[Severity, str], ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One area against its limit; widths are percent of the bar's whole room, of which ``limit`` is the limit's."""

    nummer: int
    rubrik: str
    tecken: str
    maxtecken: str
    percent: int
    left: str
    is_over: bool
    is_unread: bool
    selected: str | None
    limit: float
    width: float
    shares: tuple[tuple[str, float], ...]
    tallies: tuple[Tally, ...]


def verdict(granskning: Granskning) -> str:
    """Return in a sentence whether the report can be handed in, and what is left to see to."""
    counts = _counts(granskning)
    if granskning.is_blocked:
        return f"Redovisningen kan inte lämnas in så: {counted(counts['error'], 'error')}."
    if counts["warning"]:
        return f"Inga fel. {counted(counts['warning'], 'warning')} att ta ställning till."
    return "Inga fel." if counts else "Inget att anmärka på."


def totals(granskning: Granskning) -> list[tuple[str, int, str]]:
    """Return kind, number and word for each severity, and for what has been waived."""
    counts = _counts(granskning)
    found = [(str(kind), counts[kind], counted(counts[kind], kind).split(" ", 1)[1]) for kind in WORDS]
    waived = len(granskning.findings) - counts.total()
    return [*found, ("tillaten", waived, "tillåten" if waived == 1 else "tillåtna")]


def _counts(granskning: Granskning) -> Counter[Severity]:
    """Return how many standing findings there are of each severity."""
    return Counter(finding.severity for finding in granskning.findings if finding.waived is None)


def progress(granskning: Granskning) -> list[tuple[str, int]]:
    """Return how many questions have come how far, those without an answer apart."""
    fragor = (fraga.id for omrade in granskning.omraden for fraga in omrade.fragor)
    counts = Counter(status(granskning.underlag, fraga) for fraga in fragor)
    words = {"klar": "klara", "granskas": "granskas", "utkast": "utkast", _UNANSWERED: "obesvarade"}
    return [(word, counts[kind]) for kind, word in words.items() if counts[kind]]


def status(underlag: Underlag, fraga: str) -> str:
    """Return how far an answer has come; one that is not begun has no status of its own."""
    svar = underlag.svar_by_fraga.get(fraga)
    return svar.status if svar and (svar.blocks or svar.kryss) else _UNANSWERED


def bars(granskning: Granskning, findings: Findings) -> list[Bar]:
    """Return a bar for each area, all on the same scale."""
    underlag = granskning.underlag
    widest = max((_ratio(underlag, omrade) for omrade in granskning.omraden), default=1.0)
    return [_bar(underlag, omrade, findings, max(widest, 1.0)) for omrade in granskning.omraden]


def _ratio(underlag: Underlag, omrade: Omrade) -> float:
    return min(underlag.tecken_i(omrade) / omrade.maxtecken, _WIDEST)


def _bar(underlag: Underlag, omrade: Omrade, findings: Findings, scale: float) -> Bar:
    tecken, room = underlag.tecken_i(omrade), omrade.maxtecken
    width = 100 * _ratio(underlag, omrade) / scale
    selected = underlag.markering.get(omrade.nummer)
    return Bar(
        omrade.nummer,
        omrade.rubrik,
        thousands(tecken),
        thousands(room),
        percent(tecken, room),
        f"{thousands(tecken - room)} för mycket" if tecken > room else f"{thousands(room - tecken)} kvar",
        tecken > room,
        omrade.nummer in underlag.olasta,
        thousands(selected) if selected else None,
        round(100 / scale, 2),
        round(width, 2),
        tuple(_shares(underlag, omrade, width)),
        tuple(_tallies(underlag, omrade, findings)),
    )


def _shares(underlag: Underlag, omrade: Omrade, width: float) -> Iterator[tuple[str, float]]:
    """Yield each answered question's share of its area's bar, with its number where there is room for it."""
    whole = underlag.tecken_i(omrade)
    for fraga in omrade.fragor:
        if tecken := underlag.tecken(fraga.id):
            share = tecken / whole
            yield fraga.id if share * width / 100 > _NAMED else "", round(100 * share, 2)


def _tallies(underlag: Underlag, omrade: Omrade, findings: Findings) -> Iterator[Tally]:
    for fraga in omrade.fragor:
        svar = underlag.svar_by_fraga.get(fraga.id)
        tecken = underlag.tecken(fraga.id)
        counts = Counter(one.finding.severity for one in findings.by_fraga.get(fraga.id, ()))
        yield Tally(
            fraga.id,
            thousands(tecken),
            round(100 * tecken / omrade.maxtecken),
            status(underlag, fraga.id),
            svar.ansvarig if svar else None,
            tuple((kind, counted(counts[kind], kind)) for kind in WORDS if counts[kind]),
        )
