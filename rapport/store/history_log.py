"""What a folder's history comes to: which writes stand and can be undone, which were undone and can be done again."""

from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from rapport.store.history_post import Entry, checksum, content, read_history

UNDO, REDO = "angra", "angra --gor-om"


class Logged(NamedTuple):
    """A write and how many of its files were written: fewer than all where it was cut off.

    ``label`` is the command in words; of what undoes or does again, the one that it is about.
    """

    entry: Entry
    written: int
    label: str

    @property
    def is_whole(self) -> bool:
        """Whether every file was written."""
        return self.written == len(self.entry.post.filer)


class Log(NamedTuple):
    """The writes that stand and those undone, each with the one that comes next last, and all that have been made.

    ``undone`` has the undoings, which are writes too: to do again is to undo them.
    """

    done: tuple[Logged, ...]
    undone: tuple[Logged, ...]
    all: tuple[Logged, ...]
    faults: tuple[str, ...]

    def unfinished(self, command: str, wanted: Collection[str]) -> Logged | None:
        """Return the write that the last one, an undoing (or a doing again), had to leave something wanted of."""
        post = self.all[-1].entry.post if self.all else None
        if post is None or post.kommando != command or not set(wanted) & set(post.kvar):
            return None
        return next((one for one in self.all if one.entry.name == post.tar_tillbaka), None)


def read_log(folder: Path) -> Log:
    """Read a folder's history as it stands; a write of which nothing came about is no part of it."""
    entries, faults = read_history(folder)
    done: list[Logged] = []
    undone: list[Logged] = []
    known: dict[str, Logged] = {}
    for number, entry in enumerate(entries):
        written = _written(folder, entry, entries[number + 1 :])
        if entry.post.filer and not written:
            continue
        before = known.get(entry.post.tar_tillbaka)
        logged = known[entry.name] = Logged(entry, written, before.label if before else entry.post.kommando)
        source, target = (undone, done) if entry.post.kommando == REDO else (done, undone)
        if not entry.post.tar_tillbaka:
            done.append(logged)
            undone.clear()
            continue
        if logged.is_whole:  # one that was cut off is to be finished: what it brings back stands as before
            source[:] = [one for one in source if one.entry.name != entry.post.tar_tillbaka]
        if entry.post.filer:
            target.append(logged)
    return Log(tuple(done), tuple(undone), tuple(known.values()), faults)


def _written(folder: Path, entry: Entry, later: tuple[Entry, ...]) -> int:
    """Return how many files a write came to, by what each held before the next write of it, or holds now."""
    files = entry.post.filer
    if entry.is_done:
        return len(files)
    then = {one.fil: one.fore for after in reversed(later) for one in after.post.filer}
    return sum((then[f.fil] if f.fil in then else checksum(content(folder, f.fil))) != f.fore for f in files)
