"""Undoing: what a command overwrote is brought back, one write at a time, and nothing written since is lost.

A file that is as the write left it becomes what it was, byte for byte. In one that has been changed since, each
answer that is as the write left it is put back; one changed since is left alone unless it is asked for. Undoing is a
write as any other, whose own undoing does it again.
"""

from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from rapport.errors import InputError, RefusedError
from rapport.store.area_file import AreaFile, read_area_file
from rapport.store.entry import changed_values, entry_of, fingerprint, with_values
from rapport.store.files import MAX_BYTES
from rapport.store.hamtade import forgotten
from rapport.store.history import Write, write_kept
from rapport.store.history_log import REDO, UNDO, Log, Logged, read_log
from rapport.store.history_post import Entry, Fil, checksum, content
from rapport.store.lock import locked
from rapport.store.schema import SvarPost
from rapport.workflow.load import folder_of


class SvarBack(NamedTuple):
    """An answer as it stands now, and as it was before the write."""

    fraga: str
    now: SvarPost
    then: SvarPost


class Left(NamedTuple):
    """What is not brought back, by the name that it can be asked for with, and why. ``svar`` where it is an answer."""

    name: str
    fil: str
    why: str
    svar: SvarBack | None = None


class FileBack(NamedTuple):
    """A file, what it holds and what it is to hold (None: no file), and which answers that brings back."""

    fil: str
    now: bytes | None
    contents: bytes | None
    svar: tuple[SvarBack, ...] = ()
    left: tuple[Left, ...] = ()


class Plan(NamedTuple):
    """What bringing back a write would do."""

    logged: Logged
    command: str
    files: tuple[FileBack, ...]

    @property
    def is_redo(self) -> bool:
        """Whether it is an undoing that is brought back."""
        return self.command == REDO

    @property
    def left(self) -> tuple[Left, ...]:
        """What would be left as it is."""
        return tuple(one for file in self.files for one in file.left)

    @property
    def changed(self) -> tuple[FileBack, ...]:
        """The files that would be written."""
        return tuple(file for file in self.files if file.contents != file.now)


_CHANGED = "har ändrats sedan dess"
_NOT_CHOSEN = "är inte vald"
_GONE = "finns inte längre"
_UNREADABLE = "kan inte läsas som den är nu"
_BY_HAND = "kan inte skrivas tillbaka för sig; gör det för hand"


def log_of(path: Path) -> tuple[Path, Log]:
    """Return the folder that a path means and what its history comes to; InputError where there is no folder."""
    folder = folder_of(path)
    if not folder.is_dir():
        raise InputError(f"Mappen {folder} finns inte. Kontrollera sökvägen.")
    return folder, read_log(folder)


def plan(
    folder: Path, log: Log, aven: Collection[str] = (), *, again: bool = False, utom: Collection[str] = ()
) -> Plan | None:
    """Return what bringing back the next write would do, ``again`` the last undoing; None where there is none.

    ``aven`` names what is to come back though it has been changed since, ``utom`` what is to be left.
    Where it was left by the last undoing, it is that one that is gone on with.
    """
    command = REDO if again else UNDO
    waiting = log.undone if again else log.done
    logged = log.unfinished(command, aven) or (waiting[-1] if waiting else None)
    if logged is None:
        return None
    entry = logged.entry
    known = [name for fil in entry.post.filer for name in (fil.fil, *fil.svar)]
    if unknown := [name for name in aven if name not in known]:
        raise InputError(f"{unknown[0]} skrevs inte då. Med --aven kan anges: {', '.join(known)}.")
    return Plan(logged, command, tuple(_file_back(folder, entry, fil, aven, utom) for fil in entry.post.filer))


def take_back(folder: Path, plan: Plan) -> None:
    """Write what a plan says, and keep what was there. Raises RefusedError where a file was changed meanwhile."""
    svar = {file.fil: {one.fraga: fingerprint(one.then) for one in file.svar} for file in plan.changed}
    write = Write(plan.command, svar, plan.logged.entry.name, tuple(one.name for one in plan.left))
    contents = {file.fil: file.contents for file in plan.changed}
    with locked(folder, plan.command):
        if any(content(folder, file.fil) != file.now for file in plan.files):
            raise RefusedError("Mappen ändrades medan frågan väntade. Inget är återställt; kör kommandot igen.")
        write_kept(folder, contents, {file.fil: file.now for file in plan.changed}, write, forgotten(folder))


def _file_back(folder: Path, entry: Entry, fil: Fil, aven: Collection[str], utom: Collection[str]) -> FileBack:
    name, now = fil.fil, content(folder, fil.fil)
    if checksum(now) == fil.fore:
        return FileBack(name, now, now)  # as it was: the write never came to it, or it has been brought back
    try:
        then = entry.kept(fil)
    except InputError as error:
        return FileBack(name, now, now, left=(Left(name, name, str(error)),))
    is_whole = not {name, *fil.svar} & {*utom}
    if is_whole and (name in aven or checksum(now) == fil.efter):
        return FileBack(name, now, then, tuple(_changed(fil, _area(now, name), _area(then, name))))
    if name in utom:
        return FileBack(name, now, now, left=(Left(name, name, _NOT_CHOSEN),))
    if now is None or not fil.svar:
        return FileBack(name, now, now, left=(Left(name, name, _CHANGED if now is not None else _GONE),))
    return _answers_back(fil, now, then, aven, utom)


def _answers_back(fil: Fil, now: bytes, then: bytes | None, aven: Collection[str], utom: Collection[str]) -> FileBack:
    """Return a file with those of its answers brought back that have not been changed since, nor are to be left."""
    area, old = _area(now, fil.fil), _area(then, fil.fil)
    if area is None or area.post is None or (then is not None and (old is None or old.post is None)):
        return FileBack(fil.fil, now, now, left=(Left(fil.fil, fil.fil, _UNREADABLE),))
    back: list[SvarBack] = []
    left: list[Left] = []
    for one in _changed(fil, area, old):
        if one.fraga in utom:
            left.append(Left(one.fraga, fil.fil, _NOT_CHOSEN, one))
            continue
        if fingerprint(one.now) != fil.svar[one.fraga] and one.fraga not in aven:
            left.append(Left(one.fraga, fil.fil, _CHANGED, one))
            continue
        put_back = _with(area, one)
        if put_back is None:
            left.append(Left(one.fraga, fil.fil, _BY_HAND, one))
            continue
        area = put_back
        back.append(one)
    document = area.document
    contents = (document.bom + document.source).encode("utf-8") if back and document else now
    return FileBack(fil.fil, now, contents, tuple(back), tuple(left))


def _with(area: AreaFile, svar: SvarBack) -> AreaFile | None:
    """Return a file with an answer as it was before the write; None where that cannot be said in its place alone."""
    try:
        changed = with_values(area, svar.fraga, changed_values(svar.now, svar.then))
    except RefusedError:
        return None
    return changed if entry_of(changed, svar.fraga) == svar.then else None


def _changed(fil: Fil, now: AreaFile | None, then: AreaFile | None) -> list[SvarBack]:
    both = [SvarBack(fraga, entry_of(now, fraga), entry_of(then, fraga)) for fraga in fil.svar]
    return [one for one in both if one.now != one.then]


def _area(raw: bytes | None, name: str) -> AreaFile | None:
    if raw is None or len(raw) > MAX_BYTES or not name.lower().endswith(".yaml"):
        return None
    try:
        return read_area_file(raw.decode("utf-8"), name)
    except UnicodeDecodeError:
        return None
