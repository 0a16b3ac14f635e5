"""A report's files while somebody is in the middle of writing them: what is half written must not be taken in."""

from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep

from rapport.finding import Finding, Place
from rapport.store.folder import Folder, with_file

_STILL = 0.1  # seconds without a change after which a file is taken to be whole
_LONGEST = 1.5


def wait_until_still(folder: Path, known: frozenset[str]) -> frozenset[str]:
    """Wait, not for long, until a folder's files have stopped changing, and those that were there are there.

    An editor writes a file in pieces, or takes it away and puts another in its place. Return the files.
    """
    until = monotonic() + _LONGEST
    seen = _stamps(folder)
    while monotonic() < until:
        sleep(_STILL)
        now = _stamps(folder)
        if now == seen and known <= now.keys():
            break
        seen = now
    return frozenset(seen)


def _stamps(folder: Path) -> dict[str, tuple[int, int]]:
    found = {}
    with suppress(OSError):
        for file in folder.glob("*.yaml"):
            with suppress(OSError):
                stat = file.stat()
                found[file.name] = stat.st_mtime_ns, stat.st_size
    return found


def kept_readable(before: Folder, now: Folder) -> tuple[Folder, tuple[Finding, ...]]:
    """Return a folder with the files that cannot be read any longer as they were, and what is wrong with those."""
    found: list[Finding] = []
    for name, known in before.area_files.items():
        area = now.area(name)
        if area and area.post is None and known.area.post:
            found += area.findings or [Finding("yaml", "error", f"{name} är tom.", place=Place(name, 1, 1))]
            now = with_file(now, name, known.area, known.raw)
    return now, tuple(found)
