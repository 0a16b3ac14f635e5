"""Putting a new data set in the place of the old one: all of it, or what was there is put back.

What is remembered of a data set says that it is broken off from before the first file is exchanged until after the
last. So a run that is killed in between is known by the next, which makes all of it anew.
"""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from rapport.disk import contents, remove, replace
from rapport.errors import OutputError, reason
from rapport.workflow.samla_minne import FILE

_OLD = "gamla"  # where what is exchanged is kept meanwhile, inside the new one's folder


def put(new: Path, ut: Path, gone: Iterable[Path], remembered: bytes) -> None:
    """Put every file under one folder in its place under another, and remove some; ``remembered`` is kept at last.

    The new one's own ``FILE`` says that it is broken off. Raises OSError where a file cannot be exchanged, all of them
    being as they were; OutputError where even that could not be had.
    """
    files = sorted(file.relative_to(new) for file in new.rglob("*") if file.is_file() and file.name != FILE)
    was = contents(ut / FILE) if (ut / FILE).exists() else None
    exchange = _Exchange(new, ut)
    try:
        replace(new / FILE, ut / FILE)
        for file in [*files, *gone]:
            exchange.take(file)
        (new / FILE).write_bytes(remembered)
        replace(new / FILE, ut / FILE)
    except OSError as error:
        try:
            exchange.undo()
            _remember(was, new, ut)
        except OSError:
            raise OutputError(
                f"{ut} kan inte skrivas: {reason(error)}. Samlingen är bara till hälften utbytt. Kör kommandot igen: "
                "då skrivs allt på nytt."
            ) from error
        raise


class _Exchange:
    """Files put in their places one by one, and how to put back what was there."""

    def __init__(self, new: Path, ut: Path) -> None:
        self._new = new
        self._ut = ut
        self._done: list[tuple[Path | None, Path]] = []  # where what was there lies now, if anything was; its place

    def take(self, file: Path) -> None:
        """Put a file in its place, and what was there aside; where there is no new one, that is all."""
        target, old = self._ut / file, self._new / _OLD / file
        old.parent.mkdir(parents=True, exist_ok=True)
        target.parent.mkdir(exist_ok=True)
        is_first = not target.exists()
        if not is_first:
            replace(target, old)
            self._done.append((old, target))
        if (self._new / file).exists():
            replace(self._new / file, target)
            if is_first:
                self._done.append((None, target))

    def undo(self) -> None:
        """Put everything back, the last first."""
        for old, target in reversed(self._done):
            if old:
                replace(old, target)
            else:
                remove(target)
            with suppress(OSError):  # a folder that was made for it alone
                target.parent.rmdir()


def _remember(was: bytes | None, new: Path, ut: Path) -> None:
    if was is None:
        remove(ut / FILE)
    else:
        (new / FILE).write_bytes(was)
        replace(new / FILE, ut / FILE)
