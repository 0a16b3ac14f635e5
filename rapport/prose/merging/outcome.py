"""What has become of two texts with one origin: the parts that are kept, what was taken in, what is to be decided."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from rapport.prose.merging.alike import Part


class Edit(NamedTuple):
    """What a document has changed and that was taken in: a part as it was and as it is, None where there is none.

    One that was decided for the document is "avgjort"; ``lost`` are the expressions that its text replaced.
    """

    kind: Literal["ändrat", "tillagt", "borttaget", "flyttat", "avgjort"]
    before: Part | None
    after: Part | None
    lost: tuple[str, ...] = ()


class Clash(NamedTuple):
    """What cannot be decided: the parts as they were built, as they are here and as the document has them.

    ``lost`` are the expressions whose figures were changed by hand in the document.
    """

    built: tuple[Part, ...]
    here: tuple[Part, ...]
    theirs: tuple[Part, ...]
    lost: tuple[str, ...] = ()


class Kept(NamedTuple):
    """A part of the outcome; ``number`` is its number among our own parts where it is one of them.

    It is untouched then, unless it has other parts ``inside``, which are numbered as those that it had.
    """

    part: Part
    number: int | None = None
    inside: "tuple[Kept, ...] | None" = None


@dataclass(slots=True)
class Outcome:
    """What two texts have become together."""

    kept: list[Kept] = field(default_factory=list)
    edits: list[Edit] = field(default_factory=list)
    clashes: list[Clash] = field(default_factory=list)

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts of the text."""
        return tuple(kept.part for kept in self.kept)
