"""What regions answered to a question, out of a data set: no more of it than is read, and nothing taken on trust."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from rapport.domain.andras import AndrasSvar, Redovisad
from rapport.domain.match import Keyed
from rapport.domain.svarstext import Cell
from rapport.limits import SAMLING_ANSWER, SAMLING_CELLS, SAMLING_NAMED, SAMLING_REPORTS

_QUESTIONS, _AREAS, _WORDS, _NAME = 300, 3_000, 3_000, 200  # of a form, of all; characters of a question, a name
_NAMED = {"aktorer": "aktor", "mal": "mal", "grunder": "grund"}


def reports(database: sqlite3.Connection) -> list[Redovisad]:
    """Return the reports by their regions; a row with anything but what belongs in it is none."""
    asked = "SELECT redovisning, region, ar, mall FROM redovisningar ORDER BY region, ar LIMIT ?"
    rows = database.execute(asked, (SAMLING_REPORTS.most,))
    return [Redovisad(*row) for row in rows if [*map(type, row)] == [str, str, int, str]]


def forms(database: sqlite3.Connection, mall_ids: Collection[str]) -> dict[str, Keyed]:
    """Return the questions of some forms, each with its area's heading and its text, as they are paired by."""
    asked = (
        "SELECT DISTINCT r.mall, o.omrade, substr(o.rubrik, 1, ?) FROM omraden o JOIN redovisningar r "
        "USING (redovisning) LIMIT ?"
    )
    rubriker = {(mall, omrade): rubrik for mall, omrade, rubrik in database.execute(asked, (_WORDS, _AREAS))}
    found: dict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
    for mall in mall_ids:
        rows = "SELECT fraga, omrade, substr(text, 1, ?) FROM fragor WHERE mall = ? ORDER BY omrade, fraga LIMIT ?"
        for fraga, omrade, text in database.execute(rows, (_WORDS, mall, _QUESTIONS)):
            if isinstance(fraga, str) and isinstance(text, str):
                found[mall][fraga] = (str(rubriker.get((mall, omrade)) or ""), text)
    return dict(found)


def answer(database: sqlite3.Connection, av: Redovisad, fraga: str) -> AndrasSvar | None:
    """Return what a report answers to a question; None where the data set has no row of it."""
    asked = (
        "SELECT tecken, substr(kryss, 1, ?), substr(status, 1, ?), substr(text, 1, ?) FROM svar "
        "WHERE redovisning = ? AND fraga = ? LIMIT 1"
    )
    most = SAMLING_ANSWER.most
    row = database.execute(asked, (_NAME, _NAME, most + 1, av.redovisning, fraga)).fetchone()
    if row is None:
        return None
    tecken, *texts = row
    kryss, status, text = (one if isinstance(one, str) else "" for one in texts)
    named = {tabell: [*_named(database, tabell, kolumn, av, fraga)] for tabell, kolumn in _NAMED.items()}
    return AndrasSvar(
        av,
        fraga,
        tecken if isinstance(tecken, int) else len(text),
        kryss,
        status,
        text[:most],
        len(text) > most,
        tuple(sorted(str(one) for one in named["aktorer"])),
        tuple(sorted(one for one in named["mal"] if isinstance(one, int))),
        tuple(sorted(str(one) for one in named["grunder"])),
        tuple(_cells(database, av, fraga)),
    )


def _cells(database: sqlite3.Connection, av: Redovisad, fraga: str) -> Iterable[Cell]:
    asked = (
        "SELECT tabell, rad, kolumn, start, substr(text, 1, ?) FROM celler WHERE redovisning = ? AND fraga = ? "
        "ORDER BY tabell, rad, kolumn LIMIT ?"
    )
    rows = database.execute(asked, (SAMLING_ANSWER.most, av.redovisning, fraga, SAMLING_CELLS.most))
    return (Cell(*row) for row in rows if [*map(type, row)] == [int, int, int, int, str] and row[3] >= 0)


def _named(
    database: sqlite3.Connection, tabell: str, kolumn: str, av: Redovisad, fraga: str
) -> Iterable[Any]:  # what a column holds is not what it says
    value = f"iif(typeof({kolumn}) = 'integer', {kolumn}, substr({kolumn}, 1, ?))"
    asked = f"SELECT DISTINCT {value} FROM {tabell} WHERE redovisning = ? AND fraga = ? LIMIT ?"  # noqa: S608 - names of ours
    rows = database.execute(asked, (_NAME, av.redovisning, fraga, SAMLING_NAMED.most))
    return (row[0] for row in rows if row[0] is not None)
