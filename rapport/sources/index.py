"""The search index: one SQLite file that can always be thrown away and made again.

The papers decide. A paper is read again only when its content is another; its size and time of change spare us
from looking at the content of those that cannot have changed.
"""

import hashlib
import json
import os
import sqlite3
import stat
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rapport.disk import opened
from rapport.domain.kalla import Progress
from rapport.finding import Finding, Place
from rapport.sources.paper import MAX_FILE, Paper, PaperText, Snippet
from rapport.sources.words import terms

_SOON = 2_000_000_000  # nanoseconds: a file changed so shortly before we looked may have been changed again since
_SAVED_EVERY = 50  # papers
RULE = "kallor"
_ONLINE = 0x400000 | 0x1000  # what Windows marks a file with that is fetched when it is read, and one that is offline
_Read = Callable[[Paper], PaperText]


@dataclass(frozen=True, slots=True)
class Stored:
    """A snippet as the index has it."""

    row: int
    terms: tuple[str, ...]
    text: str
    paper: str
    place: str


@dataclass(slots=True)
class Index:
    """An open index; ``remarks`` are what the user should know about the file itself."""

    connection: sqlite3.Connection
    is_kept: bool
    remarks: list[str] = field(default_factory=list)

    def update(self, papers: Sequence[Paper], read: _Read, progress: Progress) -> int:
        """Make the index agree with the papers; return how many were read."""
        known = {row[0]: row[1:] for row in self.connection.execute("SELECT * FROM papper") if _is_sound(row)}
        count = 0
        with self.connection:
            for name in known.keys() - {paper.name for paper in papers}:
                self._forget(name, known[name])
            progress(0, len(papers))
            for number, paper in enumerate(papers, 1):
                count += self._take(paper, known.get(paper.name), read)
                progress(number, len(papers))
                if number % _SAVED_EVERY == 0:
                    self.connection.commit()  # what is read stays read, whatever happens next
        return count

    def findings(self) -> list[Finding]:
        """Return a finding for every paper that could not be read."""
        rows = self.connection.execute("SELECT namn, fel FROM papper WHERE fel IS NOT NULL ORDER BY namn")
        return [
            Finding(RULE, "warning", message, hint, Place(name))
            for name, fault in rows
            for message, hint in [json.loads(fault)]
        ]

    def snippets(self, paper: str) -> list[Snippet]:
        """Return a paper's snippets in order."""
        query = (
            "SELECT text, plats FROM stycken WHERE rowid BETWEEN "
            "(SELECT forsta FROM papper WHERE namn = ?1) AND (SELECT sista FROM papper WHERE namn = ?1) ORDER BY rowid"
        )
        return [Snippet(*row) for row in self.connection.execute(query, (paper,))]

    def find(self, expression: str, most: int) -> Iterator[Stored]:
        """Yield the snippets that an FTS5 expression matches, best first."""
        query = "SELECT rowid, ord, text, papper, plats FROM stycken WHERE stycken MATCH ? ORDER BY rank LIMIT ?"
        for row, words, *rest in self.connection.execute(query, (expression, most)):
            yield Stored(row, tuple(words.split()), *rest)

    def frequency(self, expression: str) -> int:
        """Return how many snippets an FTS5 expression matches."""
        query = "SELECT count(*) FROM stycken WHERE stycken MATCH ?"
        return int(self.connection.execute(query, (expression,)).fetchone()[0])

    def size(self) -> int:
        """Return how many snippets there are."""
        return int(self.connection.execute("SELECT count(*) FROM stycken_docsize").fetchone()[0])

    def vocabulary(self, start: str) -> list[str]:
        """Return the terms that begin with some letters."""
        query = "SELECT term FROM ordlista WHERE term >= ? AND term < ?"
        return [term for (term,) in self.connection.execute(query, (start, start + "\U0010ffff"))]

    def to_be_fetched(self, papers: Sequence[Paper]) -> list[str]:
        """Return the names of papers that ``update`` would have fetched: online only in OneDrive, and not known."""
        known = {row[0]: row[1:3] for row in self.connection.execute("SELECT namn, storlek, andrad FROM papper")}
        found = []
        for paper in papers:
            with suppress(OSError):
                status = paper.file.stat()
                if _attributes(status) & _ONLINE and known.get(paper.name) != (status.st_size, status.st_mtime_ns):
                    found.append(paper.name)
        return found

    def _take(self, paper: Paper, known: Sequence[Any] | None, read: _Read) -> int:
        """Read a paper if it is not as it was; return 1 when it was read."""
        try:
            status = paper.file.stat()
        except OSError:
            status = None
        stamp = (status.st_size, status.st_mtime_ns) if status else (-1, -1)
        looked = time.time_ns()
        if known and known[:2] == stamp and stamp[1] < known[2] - _SOON:
            return 0
        checksum = _checksum(paper.file, status)
        if known and known[3] == checksum:
            values = (*stamp, looked, paper.name)
            self.connection.execute("UPDATE papper SET storlek = ?, andrad = ?, sedd = ? WHERE namn = ?", values)
            return 0
        if known:
            self._forget(paper.name, known)
        self._read(paper, (*stamp, looked, checksum), read)
        return 1

    def _read(self, paper: Paper, stamp: tuple[int, int, int, str], read: _Read) -> None:
        said = read(paper)
        first = int(self.connection.execute("SELECT coalesce(max(sista), 0) + 1 FROM papper").fetchone()[0])
        rows = [
            (row, " ".join(terms(snippet.text)), snippet.text, paper.name, snippet.place)
            for row, snippet in enumerate(said.snippets, first)
        ]
        self.connection.executemany("INSERT INTO stycken(rowid, ord, text, papper, plats) VALUES (?,?,?,?,?)", rows)
        fault = json.dumps(said.fault) if said.fault else None
        values = (paper.name, *stamp, first, first + len(rows) - 1, fault)
        self.connection.execute("INSERT INTO papper VALUES (?,?,?,?,?,?,?,?)", values)

    def _forget(self, name: str, known: Sequence[Any]) -> None:
        first, last = known[4:6]
        self.connection.execute("DELETE FROM stycken WHERE rowid BETWEEN ? AND ?", (first, last))
        self.connection.execute("DELETE FROM papper WHERE namn = ?", (name,))


def _attributes(status: os.stat_result) -> int:
    """Return what Windows has marked a file with; 0 elsewhere."""
    return getattr(status, "st_file_attributes", 0)


def _is_sound(row: Sequence[object]) -> bool:
    """Whether a row about a paper is as we wrote it; DatabaseError where it is not."""
    kinds = (str, int, int, int, str, int, int, str | None)
    if not all(isinstance(value, kind) for value, kind in zip(row, kinds, strict=True)):
        raise sqlite3.DatabaseError("a row of the index is damaged")
    return True


def _checksum(file: Path, status: os.stat_result | None) -> str:
    """Return what a file's content is known by; one that cannot be read has none, and is tried again."""
    if status and (not stat.S_ISREG(status.st_mode) or status.st_size > MAX_FILE):
        return "läses inte"
    try:
        with opened(file) as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return f"oläst {time.time_ns()}"
