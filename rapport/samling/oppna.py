"""A data set that anybody may have made, opened to be read: nothing in it runs for long, or is anything but a table.

A database may hold code: a view or a column can be an expression that never ends, or that fills the memory.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from time import monotonic

from rapport.errors import InputError
from rapport.limits import SAMLING_BYTES, SAMLING_SECONDS
from rapport.samling.namn import DATABASE
from rapport.samling.schema import TABELL_BY_NAMN
from rapport.samling.sqlite import VERSION, uri_of

_STEPS = 20_000  # of the database's own machine, between looks at the clock
_AGAIN = "Kör rapport samla igen."


@contextmanager
def opened(file: Path, seconds: float = SAMLING_SECONDS.most) -> Iterator[sqlite3.Connection]:
    """Give a data set to be read; what it is asked may take some seconds together.

    InputError where there is none, or what is there, or is asked of it, cannot be read.
    """
    if not file.is_file():
        raise InputError(f"{file.parent} är ingen samling: {DATABASE} saknas. Gör en med rapport samla.")
    until = monotonic() + seconds
    try:
        # It is put in its place whole, so nobody writes in it: no lock is asked for, and nothing written beside it.
        with closing(sqlite3.connect(f"{uri_of(file)}?mode=ro&immutable=1", uri=True)) as database:
            database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, SAMLING_BYTES.most)
            database.set_progress_handler(lambda: monotonic() > until, _STEPS)
            database.text_factory = lambda raw: raw.decode("utf-8", "replace")
            database.execute("PRAGMA trusted_schema = OFF")
            database.execute("PRAGMA cell_size_check = ON")
            _require_tables(database, file)
            yield database
    except (sqlite3.Error, UnicodeDecodeError, MemoryError) as error:  # the name of what is broken may be broken too
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
            raise InputError(f"{file} tar mer än {seconds:g} sekunder att läsa. {_AGAIN}") from error
        raise InputError(f"{file} kan inte läsas. {_AGAIN}") from error


def _require_tables(database: sqlite3.Connection, file: Path) -> None:
    """Raise InputError unless every table is there, and is just that."""
    if database.execute("PRAGMA user_version").fetchone()[0] != VERSION:
        raise InputError(f"{file} är gjord av en annan version. {_AGAIN}")
    kinds = dict(database.execute("SELECT name, type || ' ' || substr(sql, 1, 13) FROM sqlite_schema"))
    found = {name for name in TABELL_BY_NAMN if kinds.get(name) == "table CREATE TABLE "}
    for name in sorted(found):
        if any(column[-1] for column in database.execute(f"PRAGMA table_xinfo({name})")):  # one that is computed
            found.remove(name)
    if lacking := sorted(TABELL_BY_NAMN.keys() - found):
        raise InputError(f"{file} har inte de tabeller som en samling har ({', '.join(lacking)}). {_AGAIN}")
