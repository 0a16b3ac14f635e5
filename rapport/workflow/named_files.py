"""The papers and tables that rapport.yaml and kallor.yaml name, as far as they lie in the report's folder."""

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from rapport.store.folder import KALLOR, PAPERS, RAPPORT, is_inside
from rapport.workflow.figures import TABLES

_START = re.compile(r"[ \t]*+(?:-[ \t]++)?(?:[^\s\"'#:][^\"'#:]*+:[ \t]++)?")
_LONGEST = 250
_NAMES_FILES = {KALLOR, RAPPORT}


class NamedFile(NamedTuple):
    """A file that is named in a text, from ``start`` to ``end``, by its path seen from the report's folder."""

    start: int
    end: int
    path: str


def named_files(folder: Path, name: str, text: str) -> Iterator[NamedFile]:
    """Yield the files that a file of a report names; those outside its folder are not looked for."""
    at = 0
    for line in text.split("\n") if name in _NAMES_FILES else ():
        start, value = _value(line)
        written = value.replace("\\", "/")
        if PurePosixPath(written).suffix and len(value) <= _LONGEST and (path := _inside(folder, written)):
            yield NamedFile(at + start, at + start + len(value), path)
        at += len(line) + 1


def _value(line: str) -> tuple[int, str]:
    """Return the value that a line gives, and where it begins in it: without its quotation marks, and any comment."""
    match = _START.match(line)
    start = match.end() if match else 0
    rest = line[start:]
    if rest[:1] in {'"', "'"}:
        return start + 1, rest[1:].partition(rest[0])[0]
    return start, rest.partition(" #")[0].rstrip()


def _inside(folder: Path, value: str) -> str | None:
    """Return the path of a file in the folder, or in those of papers and tables, that a text may mean."""
    if ":" in value or value.startswith("/") or ".." in PurePosixPath(value).parts:
        return None
    for path in (value, f"{PAPERS}/{value}", f"{TABLES}/{value}"):
        try:
            if (folder / path).is_file() and is_inside(folder / path, folder):
                return path
        except (OSError, ValueError):
            continue
    return None
