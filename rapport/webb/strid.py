"""What is said of a change between page and report: how it was sent, what was saved of it, what is in dispute."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from rapport.errors import RefusedError
from rapport.workflow.answering import SvarPost


class Disk(NamedTuple):
    """An answer as it is in its file, and by writer the number of the last change that is in it."""

    post: SvarPost
    received: Mapping[str, int]


class Strid(NamedTuple):
    """An answer that two have written, each in their way: from what, mine, theirs. ``was`` None: nobody knows.

    Where theirs is not on disk, ``received`` has by writer the number of the last change that is in it, and ``disk`` is
    the answer as it is there.
    """

    fraga: str
    was: SvarPost | None
    mine: SvarPost
    theirs: SvarPost
    disk: Disk | None = None
    received: Mapping[str, int] = MappingProxyType({})


class StridError(RefusedError):
    """What was written cannot be made one with what stands there now; nothing has changed."""

    def __init__(self, strid: Strid) -> None:
        self.strid = strid
        super().__init__(f"Svar {strid.fraga} har ändrats av någon annan. Välj vilken text som ska gälla.")


class UnknownError(RefusedError):
    """What was written grew out of a text that is not known here, and was not sent; nothing has changed."""


class Sending(NamedTuple):
    """How a change was sent: by which writer, its number among hers, and that of the last she had been answered.

    For a program that was started anew since: ``grund`` is the text that she had been answered with then, where she
    has it, ``sett`` by writer the number of the last change in it where it was not on disk, ``disk`` the number of her
    last one known to be there, and ``disk_sett`` what of all was there then.
    """

    skrivare: str
    nummer: int
    svarat: int
    grund: SvarPost | None = None
    disk: int = 0
    sett: Mapping[str, int] | None = None
    disk_sett: Mapping[str, int] = MappingProxyType({})


class Saved(NamedTuple):
    """The answers that were written, with what each is known by as it was written.

    ``received`` has by answer and writer the number of the last change that is in it. ``version`` is the session's,
    as it was then.
    """

    stamps: Mapping[str, str]
    version: int
    files: tuple[Path, ...] = ()
    received: Mapping[str, Mapping[str, int]] = MappingProxyType({})
