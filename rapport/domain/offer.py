"""What a report's writer may be given at the cursor: something to write there, or something to know."""

from typing import Literal, NamedTuple

OfferKind = Literal["nyckel", "värde", "fråga", "regel", "tabell", "kolumn", "filter", "papper", "hänvisning"]


class Offer(NamedTuple):
    """Something that could be written: ``new`` in the place of ``start`` to ``end``, offsets in the file's text.

    ``label`` is what it is called in a list, ``detail`` and ``about`` say more of it, in plain text. ``found_by`` is
    what is held against what has been typed. ``snippet`` is ``new`` with ${1}, ${2} where something is to be filled
    in and $0 where the cursor goes then, for editors that can have it so.
    """

    label: str
    kind: OfferKind
    new: str
    start: int
    end: int
    detail: str = ""
    about: str = ""
    found_by: str = ""
    snippet: str = ""

    def moved(self, by: int) -> "Offer":
        """Return it with its place counted from somewhere else."""
        return self._replace(start=self.start + by, end=self.end + by)


class Told(NamedTuple):
    """What there is to know of what stands from ``start`` to ``end``: paragraphs, and lists as tuples, in plain text.

    It may hold words of tables, papers and answers: whoever shows it sees to that they are only words.
    """

    title: str
    parts: tuple[str | tuple[str, ...], ...]
    start: int = 0
    end: int = 0
