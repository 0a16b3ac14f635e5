"""What is about to be saved, and what stands in the way: answers that somebody else has changed meanwhile."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from rapport.errors import RefusedError
from rapport.store.area_file import AreaFile


class Rebased(NamedTuple):
    """A file as it is to be written, what was on disk when that was decided, and its answers' fingerprints."""

    area: AreaFile
    source: str
    disk: str | None
    svar: Mapping[str, str]


class Disagreement(NamedTuple):
    """An answer that is unsaved here and has been changed on disk since it was read: both texts."""

    fraga: str
    path: str
    ours: str
    theirs: str


class Conflict(RefusedError):  # noqa: N818 - the name that its users know it by
    """Somebody else has changed answers that were about to be saved; nothing has been written."""

    def __init__(self, disagreements: Iterable[Disagreement]) -> None:
        self.disagreements = tuple(disagreements)
        places = ", ".join(f"{one.fraga} i {one.path}" for one in self.disagreements)
        super().__init__(
            f"{places} har ändrats av någon annan sedan filen lästes. Inget har skrivits; läs in svaret igen."
        )
