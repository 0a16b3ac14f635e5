"""Hämtning: what colleagues' documents brought to a report folder, question by question."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Slag = Literal["text", "siffra", "kryss", "tomt", "annat"]


@dataclass(frozen=True, slots=True)
class Oavgjort:
    """What a document and the folder have each in their way, so that somebody has to decide: all as Markdown.

    ``built`` is how it was when the document was built, None where that is not known. ``slag`` says what it is: a
    text, figures changed by hand (``lost`` are their expressions), boxes, an answer that the document has emptied, or
    an answer of a document whose origin is not known.
    """

    fraga: str
    file: str
    slag: Slag
    built: str | None
    here: str
    theirs: str
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HamtatSvar:
    """What one document brought to one question.

    ``edits`` counts what was taken in by kind (ändrat, tillagt, borttaget, flyttat, avgjort). ``is_new`` says that the
    folder had no answer, ``here_too`` that it has changes of its own, which are kept; ``writers`` are the documents
    that it had changes of before this one. ``lost`` are the expressions that the document's text has replaced, and
    ``tecken`` the answer's length there and as it can be written here.
    """

    fraga: str
    file: str
    author: str
    edits: Mapping[str, int]
    has_text: bool
    has_kryss: bool
    is_new: bool
    here_too: bool
    oavgjort: tuple[Oavgjort, ...]
    writers: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    tecken: tuple[int, int] = (0, 0)

    @property
    def is_taken(self) -> bool:
        """Whether the folder's answer becomes another one."""
        return self.has_text or self.has_kryss
