"""Files put in place: whole, all of several or none, and never over what somebody else has saved meanwhile.

A file stays what it was besides its text: the links to it, its other names, its owner, who may read it.
"""

import os
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from rapport.disk import contents as content_of
from rapport.disk import patiently, remove, replace
from rapport.errors import OutputError, RefusedError, is_own, note_written, reason, what_has_changed, what_is_written
from rapport.store.beside import (
    DEAD,
    beside,
    is_kept_in_place,
    make_like,
    other_name,
    overwrite,
    require_replaceable,
    settle,
    sweep,
)

Contents = Mapping[Path, bytes | None]  # None: no file


class SavedMeanwhileError(RefusedError):
    """Somebody has saved a file since it was read; nothing has been written."""


def write_all(contents: Contents, read: Contents | None = None) -> None:
    """Write several whole files, or none of them; a file that is to have no content, None, is removed.

    ``read`` is what each of them held when it was decided what to write, where that was before now. All are seen to be
    free, and written beside their targets, before the first takes its place. When one then cannot, those that already
    have are put back.
    Raises SavedMeanwhileError where one no longer holds what was read, and OutputError, which says what is on disk.
    """
    known = read or {}
    for folder in {_led_to(target).parent for target in contents}:
        sweep(folder, older_than=DEAD)
    for target in contents:
        _require_replaceable(target)
    with ExitStack() as leftovers:
        staged = [_staged(target, raw, known, leftovers) for target, raw in contents.items()]
        try:
            for one in staged:
                one.put()
        except BaseException as error:
            stuck = [two.target for two in reversed(staged) if not two.put_back()]
            note_written(stuck)
            state = _state(stuck, [two.target for two in staged if two.target not in stuck])
            if isinstance(error, SavedMeanwhileError):
                raise SavedMeanwhileError(f"{error} {state} Kör kommandot igen.") from error
            if isinstance(error, OSError):
                raise OutputError(f"{one.target} kan inte skrivas: {reason(error)}. {state}") from error
            raise
        for folder in {one.target.parent for one in staged}:
            settle(folder)
        note_written(contents)


def _state(written: list[Path], left: list[Path]) -> str:
    """Return in Swedish what is written and, where anything is, what is not."""
    names = ", ".join(str(file) for file in left if not is_own(file))
    return what_has_changed(written) + (f" Inte skrivna är {names}." if names and what_is_written(written) else "")


def write_text(target: Path, text: str) -> None:
    """Write a whole UTF-8 file, or nothing."""
    write_all({target: text.encode("utf-8")})


@dataclass(slots=True)
class _Staged:
    """A file about to be written: what it held when that was decided, what it is to hold, and both beside it.

    ``new`` is None where there is to be none, or the file is written over in place. ``old`` is another name of the
    file as it is, or else a copy; None where there is no file.
    """

    target: Path
    was: bytes | None
    raw: bytes | None
    new: Path | None
    old: Path | None
    is_put: bool = False

    def put(self) -> None:
        """Put the new content in place; SavedMeanwhileError where the target does not hold what was read."""
        if _content(self.target) != self.was:
            raise self._saved()
        if self.new and self.old:
            replace(self.new, self.target)
        elif self.new:
            self._create(self.new)
        elif self.raw is not None:
            self.is_put = True
            overwrite(self.target, self.raw)
        elif self.old:
            remove(self.target)
        self.is_put = True
        # Under its other name is still what an editor wrote between the look at it and now.
        if self.old and content_of(self.old) != self.was:
            raise self._saved()

    def put_back(self) -> bool:
        """Put back what was there, where the target has been written; return whether all is as it was."""
        if not self.is_put:
            return True
        try:
            if self.raw is not None and self.new is None and self.was is not None:
                overwrite(self.target, self.was)
            elif _content(self.target) != self.raw:
                return False  # somebody has saved it since
            elif self.old:
                replace(self.old, self.target)
            elif self.raw is not None:
                remove(self.target)
        except OSError:
            return False
        return True

    def _create(self, new: Path) -> None:
        """Give a new file its name, unless somebody has made one meanwhile."""
        try:
            if os.name == "nt":
                patiently(lambda: new.rename(self.target))
            else:
                os.link(new, self.target)
        except FileExistsError:
            raise self._saved() from None
        except OSError:  # no second names on this disk
            replace(new, self.target)

    def _saved(self) -> SavedMeanwhileError:
        return SavedMeanwhileError(f"{self.target} sparades av någon annan medan kommandot arbetade.")


def _require_replaceable(target: Path) -> None:
    file = _led_to(target)
    try:
        if file.exists():
            require_replaceable(file)
    except OSError as error:
        raise OutputError(f"{target} kan inte skrivas: {reason(error)}. {what_has_changed()}") from error


def _staged(target: Path, raw: bytes | None, known: Contents, leftovers: ExitStack) -> _Staged:
    file = _led_to(target)
    try:
        now = _content(file)
        was = known.get(target, now)
        in_place = raw is not None and is_kept_in_place(file)
        new = None if raw is None or in_place else beside(file, leftovers, raw)
        if new:
            make_like(file, new)
        old = None if now is None else beside(file, leftovers, now) if in_place else other_name(file, now, leftovers)
    except OSError as error:
        raise OutputError(f"{target} kan inte skrivas: {reason(error)}. {what_has_changed()}") from error
    return _Staged(file, was, raw, new, old)


def _led_to(target: Path) -> Path:
    """Return the file that a path leads to: a link stays one, and what it leads to is what was read."""
    return target.resolve() if target.is_symlink() else target


def _content(file: Path) -> bytes | None:
    try:
        return content_of(file)
    except FileNotFoundError:
        return None
