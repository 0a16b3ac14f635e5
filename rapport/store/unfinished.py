"""A write that was cut off: the next command that writes takes back what came of it, so that it was all or nothing.

A write is done when every file holds what it was to hold. One that some files hold, and others as before, is taken
back. Where anything else stands in one of them, somebody has gone on from there, and it is left to ``rapport angra``.
"""

from pathlib import Path

from rapport.disk import contents, remove
from rapport.errors import InputError, OutputError
from rapport.store.history import call_done, discard
from rapport.store.history_post import UNDER_WAY, Entry, Fil, checksum, content, place_of, places, read_entry
from rapport.store.lock import locked
from rapport.store.writing import write_all


def has_unfinished(folder: Path) -> bool:
    """Whether the last write of a report folder was cut off, or is under way."""
    return bool((found := places(folder)[-1:]) and (found[0] / UNDER_WAY).exists())


def take_back_unfinished(folder: Path) -> str:
    """Take back what came of a write that was cut off; return in Swedish what was done, "" for nothing."""
    try:
        if not has_unfinished(folder):
            return ""
    except OutputError:  # nothing can be kept there, which whoever writes will say
        return ""
    with locked(folder, "angra"):
        return _taken_back(folder) if has_unfinished(folder) else ""  # it may only have been under way


def _taken_back(folder: Path) -> str:
    path = places(folder)[-1]
    try:
        entry = read_entry(path)
        now = {fil.fil: content(folder, fil.fil) for fil in entry.post.filer}
        written = [fil for fil in entry.post.filer if checksum(now[fil.fil]) != fil.fore]
        kept = {fil.fil: entry.kept(fil) for fil in written}
    except InputError:
        remove(path / UNDER_WAY)  # it cannot be used for anything
        return ""
    strange = [fil for fil in written if checksum(now[fil.fil]) != fil.efter]
    if not all(_is_torn(entry, fil, now[fil.fil]) for fil in strange):
        remove(path / UNDER_WAY)
        return ""
    if len(written) == len(entry.post.filer) and not strange:
        call_done(path)
        return ""
    write_all(
        {place_of(folder, name): raw for name, raw in kept.items()},
        {place_of(folder, name): now[name] for name in kept},
    )
    discard(path)
    if not kept:
        return ""
    return (
        f"En tidigare körning ({entry.post.kommando}, {entry.when:%Y-%m-%d %H.%M}) avbröts innan den var klar. "
        f"Det som den hann skriva är återställt: {', '.join(kept)}. Kör den igen om den behövs."
    )


def _is_torn(entry: Entry, fil: Fil, now: bytes | None) -> bool:
    """Whether a file that is written over where it lies holds the beginning of the new and the rest of the old."""
    over = entry.path / f"{entry.post.filer.index(fil) + 1}.ny"
    if now is None or not over.is_file() or over.is_symlink():
        return False
    new, old = contents(over), entry.kept(fil) or b""
    same = next((at for at, (one, other) in enumerate(zip(now, new, strict=False)) if one != other), len(new))
    return checksum(new) == fil.efter and now[same:] == old[same:]
