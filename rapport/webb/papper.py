"""Tables and papers that have been dropped on the page: what they say is shown, corrected, and put in the folder."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, get_args

from rapport.domain.kalla import Slag
from rapport.errors import InputError
from rapport.webb.indata import text_of
from rapport.webb.session import COMMAND
from rapport.webb.uppladdade import Uppladdad, Uppladdade
from rapport.workflow.shelving import Found, Kind, Proposal, Tabell, look, shelve

_KEYS = ("id", "titel", "diarienummer", "datum", "slag")


def looked_at(folder: Path, uppladdade: Uppladdade, wanted: Iterable[tuple[Uppladdad, str]]) -> list[dict[str, Any]]:
    """Return what files say; one that cannot be read never hides the others."""
    return [_looked_at(folder, uppladdade, kept, slag) for kept, slag in wanted]


def _looked_at(folder: Path, uppladdade: Uppladdade, kept: Uppladdad, slag: str) -> dict[str, Any]:
    data = {"id": kept.id, "namn": kept.name, "slag": slag}
    try:
        found = look(folder, kept.file, kept.name, _kind(slag))
    except InputError as error:
        return {**data, "fel": uppladdade.named(str(error))}
    return {**data, "slag_val": list(get_args(Slag)), **_as_data(found)}


def _as_data(found: Found) -> dict[str, Any]:
    return {
        "fil": found.name,
        "samma": found.same,
        "fel": found.fault,
        "anmarkt": list(found.remarks),
        "tabeller": [_table(one) for one in found.tables],
        "forslag": _proposal(found.proposal) if found.proposal else None,
    }


def _table(tabell: Tabell) -> dict[str, Any]:
    kolumner = [{"rubrik": one.rubrik, "slag": one.slag} for one in tabell.kolumner]
    return {"namn": tabell.namn, "blad": tabell.blad, "rader": len(tabell.rader), "kolumner": kolumner}


def _proposal(one: Proposal) -> dict[str, Any]:
    return {
        "id": one.id,
        "titel": one.titel,
        "diarienummer": one.numbers[0] if len(one.numbers) == 1 else "",
        "nummer": list(one.numbers),
        "datum": one.datum.isoformat() if one.datum else "",
        "slag": one.slag,
    }


def put(folder: Path, kept: Uppladdad, slag: str, kalla: object) -> str:
    """Put a file in the folder, with what the register is to say of it; return its name there."""
    entry = {key: text_of(kalla, key, "") for key in _KEYS} if isinstance(kalla, dict) else None
    if entry and entry["slag"] not in get_args(Slag):
        raise InputError("Välj vilket slag av papper det är.")
    return shelve(folder, kept.file, kept.name, _kind(slag), entry, COMMAND)


def _kind(slag: str) -> Kind:
    if slag not in get_args(Kind):
        raise InputError("Välj om filen är en tabell eller ett papper.")
    return "tabell" if slag == "tabell" else "papper"
