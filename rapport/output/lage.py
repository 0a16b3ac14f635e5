"""How far a report has come: as text for people, as data for other programs."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from textwrap import shorten
from typing import Any

from rapport.domain.oversikt import EJ_BORJAD, FragaLage, OmradeLage, Oversikt
from rapport.output.colour import Paint
from rapport.output.interface import report_name
from rapport.output.wrapped import wrapped
from rapport.prose.numbers import MONTHS, thousands

VERSION = 1
_KLAR = "klar"
_KINDS = {_KLAR: "good", "granskas": "info", "utkast": "warning", EJ_BORJAD: "error"}  # by how far it has come
_MANY = {_KLAR: "klara", EJ_BORJAD: "ej påbörjade"}
_NOBODY = "Utan ansvarig"


def as_data(oversikt: Oversikt, last: date | None, today: date) -> dict[str, Any]:
    """Return it as plain data, with the keys of the published format."""
    return {
        "version": VERSION,
        "kalla": oversikt.kalla,
        "mall": oversikt.mall,
        "region": oversikt.region,
        "ar": oversikt.ar,
        "sista_dag": last.isoformat() if last else None,
        "dagar_kvar": (last - today).days if last else None,
        "omraden": [
            {
                "nummer": omrade.nummer,
                "rubrik": omrade.rubrik,
                "tecken": omrade.tecken,
                "maxtecken": omrade.maxtecken,
                "olast": omrade.is_olast,
                "antal": _counts(omrade.fragor),
                "fragor": [
                    {"id": f.id, "status": f.lage, "ansvarig": f.ansvarig, "tecken": f.tecken} for f in omrade.fragor
                ],
            }
            for omrade in oversikt.omraden
        ],
    }


def as_text(oversikt: Oversikt, last: date | None, today: date, *, colour: bool, width: int) -> Iterator[str]:
    """Yield it line by line: the days left, each area with its questions, and what is left by person."""
    paint = Paint(colour)
    who = report_name(oversikt.region, oversikt.ar) or oversikt.kalla
    yield paint(who, "bold")
    if last:
        days = (last - today).days
        yield paint(_days(days, last), "error") if days < 0 else _days(days, last)
    for omrade in oversikt.omraden:
        yield ""
        yield from _area(omrade, paint, width)
    fragor = [fraga for omrade in oversikt.omraden for fraga in omrade.fragor]
    yield ""
    yield from _left(fragor, paint, width)
    done = _counts(fragor)[_KLAR]
    yield paint(f"{done} av {len(fragor)} svar är klara.", "good" if done == len(fragor) else "bold")


def _days(days: int, last: date) -> str:
    day = f"den {last.day} {MONTHS[last.month - 1]} {last.year}"
    if not days:
        return f"Redovisningen ska lämnas in i dag, {day}."
    number = f"{abs(days)} {'dag' if abs(days) == 1 else 'dagar'}"
    return f"{number} kvar till {day}." if days > 0 else f"Skulle ha lämnats in {day}, för {number} sedan."


def _counts(fragor: Iterable[FragaLage]) -> dict[str, int]:
    counts = Counter(fraga.lage for fraga in fragor)
    return {kind: counts[kind] for kind in _KINDS}


def _area(omrade: OmradeLage, paint: Paint, width: int) -> Iterator[str]:
    yield from wrapped(f"{omrade.nummer} {omrade.rubrik}", width, rest="  ")
    room = f"{thousands(omrade.tecken)} av {thousands(omrade.maxtecken)} tecken"
    counts = [f"{n} {kind if n == 1 else _MANY.get(kind, kind)}" for kind, n in _counts(omrade.fragor).items() if n]
    unread = paint("  (en fil är oläst)", "error") if omrade.is_olast else ""
    room = paint(room, "error") if omrade.tecken > omrade.maxtecken else room
    yield f"  {room}  {', '.join(counts)}{unread}"
    column = max(len(fraga.id) for fraga in omrade.fragor)
    for fraga in omrade.fragor:
        kind = paint(f"{fraga.lage:<11}", _KINDS[fraga.lage])
        start = f"    {fraga.id:<{column}}  {kind}  {thousands(fraga.tecken):>6}"
        name = shorten(fraga.ansvarig or "", width - column - 27, placeholder=" …")
        yield f"{start}  {name}".rstrip()


def _left(fragor: Iterable[FragaLage], paint: Paint, width: int) -> Iterator[str]:
    """Yield what is not finished, a paragraph for each person, those with the most first."""
    by_person: dict[str, list[str]] = {}
    for fraga in fragor:
        if fraga.lage != _KLAR:
            by_person.setdefault(fraga.ansvarig or _NOBODY, []).append(fraga.id)
    if not by_person:
        return
    yield paint("Kvar att göra", "bold")
    for name, ids in sorted(by_person.items(), key=lambda item: (item[0] == _NOBODY, -len(item[1]), item[0])):
        text = f"{name}, {len(ids)} svar: {', '.join(ids)}"
        yield from wrapped(text, width, "  ", "    ")
    yield ""
