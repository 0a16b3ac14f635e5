"""What analysts ask of the data set: a file of SQL for each question, its summary first, then the rows behind it."""

import sqlite3
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from rapport.errors import InputError
from rapport.samling.schema import Row
from rapport.samling.sqlite import VERSION, reading

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
    if not database.is_file():
        raise InputError(f"{database.parent} är ingen samling: redovisningar.sqlite saknas. Gör en med rapport samla.")
    try:
        with reading(database) as opened:
            if opened.execute("PRAGMA user_version").fetchone()[0] != VERSION:
                raise InputError(f"{database} är gjord av en annan version. Kör rapport samla igen.")
            return Analys(_words(summary), *(_table(opened, sql, ar) for sql in (summary, rows)))
    except sqlite3.Error as error:
        raise InputError(f"{database} kan inte läsas. Kör rapport samla igen.") from error


def _table(database: sqlite3.Connection, sql: str, ar: int | None) -> Tabell:
    found = database.execute(sql, {"ar": ar})
    return Tabell(tuple(column[0] for column in found.description), found.fetchall())


def _text(name: str) -> str:
    return (files(__name__) / f"{name}.sql").read_text("utf-8")


def _words(sql: str) -> str:
    return sql.partition("\n")[0].removeprefix("-- ")
