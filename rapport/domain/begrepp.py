"""Begrepp: what the words of ``begär`` in a form mean, and by which words an answer shows it."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from rapport.domain.form import Form

# The rules that report what no answer shows.
RegelId = Literal["samverkan", "utmaningar", "mal", "bedomningsgrund", "hallbarhet"]


def _divided(value: object) -> object:
    """Return the entries of a list that is written as running text, with commas between."""
    return (
        [entry for part in value.split(",") if (entry := " ".join(part.split()))] if isinstance(value, str) else value
    )


Ordlista = Annotated[tuple[str, ...], BeforeValidator(_divided)]


class Tecken(Form):
    """Words that show something, in the notation of ``wordlist``: of these, ``utom`` are those that do not.

    ``kommunnamn`` says that the name of any municipality does.
    """

    ord: Ordlista = ()
    namn: Ordlista = ()
    utom: Ordlista = ()
    kommunnamn: bool = False

    @property
    def lists(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The lists of words by their keys."""
        yield from (("ord", self.ord), ("namn", self.namn), ("utom", self.utom))


class Visas(Tecken):
    """What shows a part of what is asked for: some words wherever they stand, others only in sentences on a subject.

    ``i_mening_om`` has the latter by the subject, which is one of the form's ``ämnen``.
    """

    i_mening_om: dict[str, Tecken] = Field(default_factory=dict, alias="i mening om")


class Begrepp(Form):
    """What one word of ``begär`` means: its parts in words for people, and what shows each; none that words can show.

    ``regel`` reports the parts that no answer shows; with ``bara_med`` only where the question also asks for one of
    these. ``i_fragan`` are the words by which a form's question asks for it.
    """

    regel: RegelId | None = None
    bara_med: tuple[str, ...] = Field(default=(), alias="bara med")
    i_fragan: str | None = Field(default=None, alias="i frågan")
    delar: dict[str, Visas] = Field(default_factory=dict)
