"""The index's file: opened, made anew where it is damaged or none of ours, done without where it cannot be."""

import hashlib
import json
import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from rapport.cachefolder import cache_folder
from rapport.errors import InputError
from rapport.sources.index import Index

FILE = ".rapport-kallor.sqlite"
VERSION = 3  # rises when what is stored, or how words are folded, becomes another
_APPLICATION = 0x52415050  # "RAPP"
_SCHEMA = """
CREATE TABLE papper(
  namn TEXT PRIMARY KEY, storlek INTEGER, andrad INTEGER, sedd INTEGER, summa TEXT, forsta INTEGER, sista INTEGER,
  fel TEXT);
CREATE VIRTUAL TABLE stycken USING fts5(
  ord, text UNINDEXED, papper UNINDEXED, plats UNINDEXED, tokenize='ascii tokenchars _');
CREATE VIRTUAL TABLE ordlista USING fts5vocab(stycken, row);
"""
# What reading a damaged index may end in: SQLite's own words about it may themselves be unreadable.
DAMAGE = (sqlite3.DatabaseError, UnicodeDecodeError, json.JSONDecodeError)
WAIT = 3  # seconds for another program to let go of the index


def index_place(folder: Path, *, is_report: bool) -> Path | None:
    """Return where the index is kept: beside the report, or among our own things when that is not ours to write in.

    A folder of papers alone is never written in: it may be somebody else's. In Windows no folder is: most are synced
    by OneDrive or lie on G:, where a file that is written all the time is sent round, held and locked.
    """
    if is_report and os.name != "nt" and _can_write(folder):
        return folder / FILE
    cache = cache_folder()
    if cache is None:
        return None
    try:
        cache.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return None
    name = hashlib.sha256(str(folder.resolve()).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return cache / f"kallor-{name}.sqlite"


def _can_write(folder: Path) -> bool:
    """Whether files can be made in a folder: tried, since what its rights say is not always so on a network."""
    if not os.access(folder, os.W_OK):
        return False
    if (folder / FILE).exists():
        return os.access(folder / FILE, os.W_OK)
    trial = folder / f"{FILE}-{os.getpid()}"
    try:
        trial.touch(exist_ok=False)
        trial.unlink()
    except OSError:
        return False
    return True


def open_index(file: Path | None) -> Index:
    """Open the index at a path, made anew where it is damaged or none of ours; in memory without a path.

    Where the place cannot be written, or another program holds the index, it is made in memory for this once.
    """
    if file is None:
        return _in_memory()
    remarks: list[str] = []
    for _ in range(2):
        try:
            return Index(_opened(file), is_kept=True, remarks=remarks)
        except DAMAGE as error:
            if not is_damage(error):
                break
            remarks.append(discard(file))
        except OSError:
            break
    index = _in_memory()
    if remarks:
        index.remarks.append(f"Sökregistret kan inte sparas. Ta bort det som heter {file.name} i {file.parent}.")
    return index


def _opened(file: Path) -> sqlite3.Connection:
    if file.is_symlink() or (file.exists() and not file.is_file()):
        raise sqlite3.DatabaseError("not a file of ours")
    is_new = not file.exists()
    connection = sqlite3.connect(file, timeout=WAIT)
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        if is_new or file.stat().st_size == 0:
            _create(connection)
        _verify(connection)
        connection.execute("UPDATE papper SET sedd = sedd WHERE 0")  # may we write?
        connection.commit()
    except BaseException:
        connection.close()
        raise
    return connection


def _create(connection: sqlite3.Connection) -> None:
    try:
        connection.executescript(f"{_SCHEMA}PRAGMA application_id = {_APPLICATION}; PRAGMA user_version = {VERSION};")
    except sqlite3.OperationalError as error:
        if "no such module" not in str(error):
            raise
        raise InputError(
            "Den Python som kör rapport saknar SQLites sökning (FTS5). Installera en vanlig Python."
        ) from error


def _verify(connection: sqlite3.Connection) -> None:
    """Raise DatabaseError unless the file is an index of ours, whole, with our tables and nothing else."""
    marks = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
    made = {sql for (sql,) in connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")}
    if marks != [_APPLICATION, VERSION] or made != _expected():
        raise sqlite3.DatabaseError("another program's file, or another version's")


def _expected() -> set[str]:
    with closing(_in_memory().connection) as connection:
        return {sql for (sql,) in connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")}


def is_damage(error: Exception) -> bool:
    """Return whether an error is about what the index holds, and not about the place that it is in."""
    about_place = ("locked", "readonly", "unable to open", "disk I/O", "is full")
    return not any(word in str(error) for word in about_place)


def discard(file: Path) -> str:
    """Remove an index that cannot be used; return the word about it. What it links to is left alone."""
    for name in (file, file.with_name(file.name + "-journal")):
        with suppress(OSError):
            name.unlink(missing_ok=True)
    return f"Sökregistret {file.name} var skadat eller skrivet av en annan version och har gjorts om."


def _in_memory() -> Index:
    connection = sqlite3.connect(":memory:")
    _create(connection)
    return Index(connection, is_kept=False)
