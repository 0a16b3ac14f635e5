"""Svar: the answer to one question."""

from collections.abc import Callable
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, SkipValidation

from rapport.domain.figur import Figur
from rapport.finding import Place
from rapport.prose.blocks import Blocks, plain_passages
from rapport.prose.count import count
from rapport.prose.sentences import Sentence, sentences

Status = Literal["utkast", "granskas", "klar"]
Locator = Callable[[str, int], Place]


def nowhere(_excerpt: str, _occurrence: int) -> Place:
    """Locate nothing: the locator of an answer that stands in no file."""
    return Place()


class Svar(BaseModel):
    """What a region answers to one question, from whatever file it was read.

    ``kryss`` holds every ticked box as the form writes it; more than one is a fault that a rule reports.
    ``siffror`` are the figures that its expressions gave, ``med_uttryck`` its Markdown as written where it holds
    expressions. ``locate(excerpt, n)`` gives the place of the excerpt's n-th occurrence (from 0) in its text.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    fraga: str
    blocks: Annotated[Blocks, SkipValidation] = ()
    kryss: tuple[str, ...] = ()
    status: Status = "utkast"
    ansvarig: str | None = None
    kommentar: str | None = None
    tillat: dict[str, str] = {}
    siffror: Annotated[tuple[Figur, ...], SkipValidation] = ()
    med_uttryck: str | None = None
    place: Annotated[Place, SkipValidation] = Place()
    locate: Annotated[Locator, SkipValidation] = nowhere

    @cached_property
    def tecken(self) -> int:
        """How many characters the answer takes of its area's limit."""
        return count(self.blocks)

    @cached_property
    def text(self) -> str:
        """The answer's text without formatting, a line for each passage."""
        return "\n".join(plain_passages(self.blocks))

    @cached_property
    def meningar(self) -> tuple[Sentence, ...]:
        """The answer's sentences, with where they stand in ``text``."""
        return sentences(self.text)
