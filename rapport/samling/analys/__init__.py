"""What analysts ask of the data set: a file of SQL for each question, its summary first, then the rows behind it."""

import sqlite3
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from rapport.samling.oppna import opened
from rapport.samling.schema import Row

_SECONDS = 300  # of ten thousand reports
_ROWS = "-- rader\n"


class Tabell(NamedTuple):
    """An answer: its columns' names, and its rows."""

    kolumner: tuple[str, ...]
    rader: list[Row]


class Analys(NamedTuple):
    """The answer to a question: the question in words, the summary, and every row that it is made of."""

    fraga: str
    sammanfattning: Tabell
    rader: Tabell


def questions() -> dict[str, str]:
    """Return every question in words, by its name."""
    found = sorted(file.name for file in files(__name__).iterdir() if file.name.endswith(".sql"))
    return {name.removesuffix(".sql"): _words(_text(name.removesuffix(".sql"))) for name in found}


def ask(database: Path, name: str, ar: int | None = None) -> Analys:
    """Return the answer to the question with a name, of one year or of all; InputError where there is no data set."""
    summary, _, rows = _text(name).partition(_ROWS)
    with opened(database, _SECONDS) as asked:
        return Analys(_words(summary), *(_table(asked, sql, ar) for sql in (summary, rows)))


def _table(database: sqlite3.Connection, sql: str, ar: int | None) -> Tabell:
    found = database.execute(sql, {"ar": ar})
    return Tabell(tuple(column[0] for column in found.description), found.fetchall())


def _text(name: str) -> str:
    return (files(__name__) / f"{name}.sql").read_text("utf-8")


def _words(sql: str) -> str:
    return sql.partition("\n")[0].removeprefix("-- ")
