"""The last writes in the folder, what taking the last of them back would do, and doing so; it can be done again."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from rapport.errors import InputError, RefusedError
from rapport.workflow import undo, undo_words
from rapport.workflow.undo import FileBack, Plan, SvarBack

_MOST = 20  # writes shown
_CHANGED = "Något har skrivits sedan sidan visades. Se igenom listan igen, och ta tillbaka sedan."
_POINT = re.compile(r"(?m)^(\s*)[-*+] ")  # of a list, as Markdown has it
_MACHINE = re.compile(r"(^| )på \S+$")
_SAID = {
    "redigera": "Skrivet på sidan",
    "importera": "Hämtat ur Worddokument",
    "kontrollera": "Rättat på en gång",
    "bygg": "Byggt dokument",
}
_NONE = "Det finns inget att ta tillbaka."


class Asked(NamedTuple):
    """What a page asks for: to do again what was undone, and what is to come back though it was changed since.

    ``utom`` is what is to be left as it is; ``mark`` is of what was shown, where that is to be done.
    """

    again: bool = False
    aven: Sequence[str] = ()
    utom: Sequence[str] = ()
    mark: str | None = None


def skrivet(folder: Path, asked: Asked) -> dict[str, Any]:
    """Return the last writes, and what would be done; do it first where it is what was shown."""
    if asked.mark is not None:
        _take_back(folder, asked)
        asked = Asked()
    _, log = undo.log_of(folder)
    today = datetime.now().astimezone().date()
    plan = _plan(folder, asked)
    return {
        "lista": [
            {
                "namn": one.entry.name,
                "nar": undo_words.when(one.entry.when, today),
                "kommando": _done_by(one.label) + (" (igen)" if one.entry.post.tar_tillbaka else ""),
                "vem": _MACHINE.sub("", one.entry.post.vem),
                "vad": undo_words.written(one),
                "hel": one.is_whole,
            }
            for one in list(reversed(log.done))[:_MOST]
        ],
        "fler": max(0, len(log.done) - _MOST),
        "fel": list(log.faults),
        "gor_om": _named(log.undone[-1].label, log.undone[-1].entry.when, today) if log.undone else None,
        "plan": _as_data(plan, today) if plan else None,
    }


def _done_by(label: str) -> str:
    return _SAID.get(label.partition(" ")[0], label)


def _named(label: str, moment: datetime, today: date) -> str:
    done_by = _done_by(label)
    return f"{done_by[:1].lower()}{done_by[1:]} {undo_words.when(moment, today)}"


def _plan(folder: Path, asked: Asked) -> Plan | None:
    where, log = undo.log_of(folder)
    return undo.plan(where, log, asked.aven, again=asked.again, utom=asked.utom)


def _take_back(folder: Path, asked: Asked) -> None:
    plan = _plan(folder, asked)
    if plan is None:
        raise InputError(_NONE)
    if _mark(plan) != asked.mark:
        raise RefusedError(_CHANGED)
    undo.take_back(folder, plan)


def _mark(plan: Plan) -> str:
    """Return what tells a plan from any other."""
    parts = [(file.fil, file.now, file.contents) for file in plan.files]
    return sha256(repr((plan.logged.entry.name, plan.command, parts)).encode()).hexdigest()[:24]


def _as_data(plan: Plan, today: date) -> dict[str, Any]:
    return {
        "namn": _named(plan.logged.label, plan.logged.entry.when, today),
        "gor_om": plan.is_redo,
        "avtryck": _mark(plan),
        "filer": [*_files(plan.changed)],
        "lamnas": [
            {"namn": one.name, "fil": one.fil, "varfor": one.why, "svar": _svar(one.svar) if one.svar else None}
            for one in plan.left
        ],
    }


def _files(files: Sequence[FileBack]) -> Iterator[dict[str, Any]]:
    for file in files:
        yield {"fil": file.fil, "ord": undo_words.of_file(file), "svar": [_svar(one) for one in file.svar]}


def _svar(svar: SvarBack) -> dict[str, Any]:
    places = undo_words.places_of(svar.now.text, svar.then.text)
    return {
        "fraga": svar.fraga,
        "ord": undo_words.counted(svar),
        "platser": [[_POINT.sub(r"\1• ", words) for words in place] for place in places],
        "annat": [_changed_back(key, now, then) for key, now, then in undo_words.beside(svar)],
    }


def _changed_back(key: str, now: str, then: str) -> str:
    name, _, rule = key.partition(".")
    return f"{f'Undantaget från {rule}' if rule else name.capitalize()}: från ”{now}” till ”{then}”"
