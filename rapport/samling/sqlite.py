"""The data set as a SQLite database: the tables of ``schema``, a search over all answers, views to open in a viewer.

The same reports in the same order give the same bytes.
"""

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from importlib.resources import files
from pathlib import Path, PurePath

from rapport.samling.schema import TABELL_BY_NAMN, TABELLER, Row, Rows, Tabell

VERSION = 2  # rises when a table or a column changes meaning
_TYPES = {"text": "TEXT", "heltal": "INTEGER", "tal": "REAL"}
_PAGE = 4096  # bytes: what the library may choose otherwise, and the file's bytes would differ


@contextmanager
def new_database(file: Path) -> Iterator[sqlite3.Connection]:
    """Make an empty data set in a file that is not there; whole when the ``with`` ends."""
    with closing(sqlite3.connect(uri_of(file), uri=True)) as database:
        database.executescript(
            f"PRAGMA page_size = {_PAGE}; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA user_version = "
            f"{VERSION};"
        )
        for tabell in TABELLER:
            database.execute(_created(tabell))
        yield database
        _finish(database)
        database.commit()
        database.execute("VACUUM")


def uri_of(file: PurePath) -> str:
    """Return the address of a file as SQLite takes it: of one on a server, which a mapped drive is, no host's name."""
    uri = (file.resolve() if isinstance(file, Path) else file).as_uri()
    return re.sub(r"^file://(?=[^/])", "file:////", uri)


def add_rows(database: sqlite3.Connection, rows: Rows) -> None:
    """Add the rows of a report to their tables."""
    for name, added in rows.items():
        marks = ", ".join("?" * len(TABELL_BY_NAMN[name].kolumner))
        # A form's questions come with each report that answers it.
        database.executemany(f"INSERT {'OR IGNORE ' * (name == 'fragor')}INTO {name} VALUES ({marks})", added)  # noqa: S608 - a name of ours


def rows_in(database: sqlite3.Connection, tabell: Tabell) -> Iterable[Row]:
    """Return the rows of a table in the order that they were added, one at a time."""
    return database.execute(f"SELECT * FROM {tabell.namn} ORDER BY rowid")  # noqa: S608 - a name of ours


@contextmanager
def copying(database: sqlite3.Connection, other: Path) -> Iterator[Callable[[str, str, str], None]]:
    """Return what copies a report from another data set: what it was known by there, is here, and its file.

    That data set must be as it was written.
    """
    database.execute("ATTACH ? AS other", (f"{uri_of(other)}?mode=ro" if other.exists() else ":memory:",))

    def copy(was: str, name: str, kalla: str) -> None:
        for tabell in TABELLER:
            if tabell.namn_pa_kolumner[0] == "redovisning":
                columns = ", ".join(("?", *tabell.namn_pa_kolumner[1:]))
                rows = f"SELECT {columns} FROM other.{tabell.namn} WHERE redovisning = ? ORDER BY rowid"  # noqa: S608
                database.execute(f"INSERT INTO main.{tabell.namn} {rows}", (name, was))
        own = "SELECT mall FROM other.redovisningar WHERE redovisning = ?"
        forms = f"SELECT * FROM other.fragor WHERE mall IN ({own}) ORDER BY rowid"  # noqa: S608 - as above
        database.execute(f"INSERT OR IGNORE INTO main.fragor {forms}", (was,))
        database.execute("INSERT INTO main.inkomna VALUES (?, ?, NULL)", (kalla, name))

    yield copy
    database.commit()
    database.execute("DETACH other")


@contextmanager
def reading(file: Path) -> Iterator[sqlite3.Connection]:
    """Open a data set to be read and nothing else; sqlite3.Error where it is none."""
    with closing(sqlite3.connect(f"{uri_of(file)}?mode=ro", uri=True)) as database:
        database.execute("PRAGMA trusted_schema = OFF")
        yield database


def _created(tabell: Tabell) -> str:
    columns = [f"{kolumn.namn} {_TYPES[kolumn.typ]} -- {kolumn.vad}" for kolumn in tabell.kolumner]
    key = f"PRIMARY KEY ({', '.join(tabell.namn_pa_kolumner[: tabell.nyckel])})" if tabell.nyckel else ""
    body = "\n".join(f"  {line.replace(' -- ', ', -- ')}" for line in columns[:-1])
    last = columns[-1].replace(" -- ", ", -- " if key else " -- ")
    return f"CREATE TABLE {tabell.namn} ( -- {tabell.vad}\n{body}\n  {last}\n  {key}\n)"


def _finish(database: sqlite3.Connection) -> None:
    """Add what is made of the tables: the indexes, the search, the views."""
    database.executescript((files("rapport.samling") / "vyer.sql").read_text("utf-8"))
    for tabell in TABELLER:
        if tabell.namn_pa_kolumner[:3] == ("redovisning", "omrade", "fraga") and not tabell.nyckel:
            database.execute(f"CREATE INDEX {tabell.namn}_svar ON {tabell.namn} (redovisning, fraga)")
