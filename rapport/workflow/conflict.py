"""What stands in the way of saving: answers that somebody else has changed since they were read."""

from collections.abc import Iterable
from typing import NamedTuple

from rapport.errors import RefusedError


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
