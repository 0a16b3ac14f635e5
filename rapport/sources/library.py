"""Which papers a folder has, and where their index is kept."""

import hashlib
import os
import unicodedata
from collections.abc import Container, Iterator
from pathlib import Path

from rapport.cachefolder import cache_folder
from rapport.errors import InputError
from rapport.prose.count import thousands
from rapport.sources.index import Paper
from rapport.sources.index_file import FILE

_MAX_PAPERS = 10_000


def gather(root: Path, folder: Path, kinds: Container[str]) -> tuple[list[Paper], list[str]]:
    """Return the papers below a folder, and the names of files that are none we can read.

    Their names are paths in ``folder``; what leads out of it is not followed. InputError where there are too many.
    """
    papers: list[Paper] = []
    others: list[str] = []
    home = folder.resolve()
    if not root.resolve().is_relative_to(home):
        raise InputError(f"{root} leder ut ur mappen och läses inte. Kopiera in papperen i mappen.")
    for file in _files(root):
        name = unicodedata.normalize("NFC", file.relative_to(folder).as_posix())
        leads_out = file.is_symlink() and not file.resolve().is_relative_to(home)
        if not leads_out and file.suffix.lower() in kinds:
            papers.append(Paper(name, file))
        else:
            others.append(name)
        if len(papers) + len(others) > _MAX_PAPERS:
            raise InputError(
                f"{root} har fler än {thousands(_MAX_PAPERS)} filer. Välj en mapp med bara papperen, med --i."
            )
    return papers, others


def _files(root: Path) -> Iterator[Path]:
    """Yield the files below a folder in order, hidden ones and what Word keeps open left out; links are not entered."""
    for place, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if name[0] != ".")
        yield from (Path(place) / name for name in sorted(names) if name[0] not in ".~")


def index_place(folder: Path, *, is_report: bool) -> Path | None:
    """Return where the index is kept: beside the report, or among our own things when that is not ours to write in.

    A folder of papers alone is never written in: it may be somebody else's.
    """
    if is_report and os.access(folder, os.W_OK):
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
