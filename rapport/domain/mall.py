"""Mall: one year's official form as data, the shape of ``mallar/<id>/mall.yaml``."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

FOOTNOTE_MARK = re.compile(r"\[\^(\w+)\]")


def file_word(text: str) -> str:
    """Return a text as part of a file name: lower case, without å ä ö, hyphens for all else."""
    folded = text.lower().translate(str.maketrans("åäöéü", "aaoeu"))
    return re.sub("[^a-z0-9]+", "-", folded).strip("-")


class Form(BaseModel):
    """What every part of a form has in common: it is read once and never changed."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=False, validate_by_alias=True)


class Fraga(Form):
    """One question: its text word for word, its boxes, and what it asks for.

    A question with ``delfragor`` is only their heading and takes no answer of its own. ``[^1]`` in the text
    stands for the form's footnote 1. ``galler`` names the regions that the question is about, where it is not
    about all: the others tick "Ej aktuellt".
    """

    id: str
    text: str
    kryss: tuple[str, ...] = ()
    foljdtext: str | None = Field(default=None, alias="följdtext")
    delfragor: tuple["Fraga", ...] = Field(default=(), alias="delfrågor")
    frivillig: bool = False
    begar: tuple[str, ...] = Field(default=(), alias="begär")
    galler: tuple[str, ...] = Field(default=(), alias="gäller")
    lagrum: str | None = None

    @property
    def ren_text(self) -> str:
        """The text without footnote marks."""
        return FOOTNOTE_MARK.sub("", self.text)


class Instruktion(Form):
    """An instruction that stands under an area's heading, and the questions it covers."""

    text: str
    fragor: tuple[str, ...] = Field(alias="frågor")
    begar: tuple[str, ...] = Field(default=(), alias="begär")


class Omrade(Form):
    """One question area with its limit: ``maxtecken`` over all its answers, spaces included."""

    nummer: int
    rubrik: str
    maxtecken: Annotated[int, Field(gt=0)]
    meddelande: str
    instruktioner: tuple[Instruktion, ...] = ()
    fragor_i_formularet: tuple[Fraga, ...] = Field(alias="frågor")
    lagrum: str | None = None

    @cached_property
    def fragor(self) -> tuple[Fraga, ...]:
        """The questions that take an answer, in order: 5.1a–5.1d, never 5.1."""
        return tuple(_answerable(self.fragor_i_formularet))

    @property
    def filnamn(self) -> str:
        """The usual name of the file with its answers: 5-anslag-1-1.yaml."""
        words = re.match(r"\D*?(?:\d\S*|(?=,| till | och | samt | genom )|$)", self.rubrik.lower())
        return f"{self.nummer}-{file_word(words[0] if words else '')}.yaml"

    def begar(self, fraga: Fraga) -> tuple[str, ...]:
        """Return what a question asks for, by its own text and by the instructions that cover it."""
        asked = [word for i in self.instruktioner if fraga.id in i.fragor for word in i.begar]
        return tuple(dict.fromkeys([*asked, *fraga.begar]))


class RattsligGrund(Form):
    """The ordinance behind the form, with its sections."""

    forordning: str = Field(alias="förordning")
    redovisar: str
    senast: str
    mottagare: str
    lagrum: str


class Ursprung(Form):
    """The agency's own file that a form was made from."""

    fil: str
    sha256: str


class Mall(Form):
    """One year's form: areas, questions, limits, footnotes."""

    id: str
    titel: str
    rattslig_grund: RattsligGrund = Field(alias="rättslig grund")
    omraden: tuple[Omrade, ...] = Field(alias="områden")
    fotnoter: dict[str, str] = {}
    ursprung: Ursprung | None = None

    @cached_property
    def _omrade_by_fraga(self) -> dict[str, Omrade]:
        return {fraga.id: omrade for omrade in self.omraden for fraga in omrade.fragor}

    @cached_property
    def fraga_by_id(self) -> dict[str, Fraga]:
        """Every answerable question by its id, in the form's order."""
        return {fraga.id: fraga for omrade in self.omraden for fraga in omrade.fragor}

    @cached_property
    def omrade_by_nummer(self) -> dict[int, Omrade]:
        """Every area by its number."""
        return {omrade.nummer: omrade for omrade in self.omraden}

    def full_text(self, fraga: Fraga) -> str:
        """Return a question's text with what leads up to it: 5.1a begins as 5.1 does."""
        leads = [lead.ren_text for o in self.omraden for lead in o.fragor_i_formularet if fraga in lead.delfragor]
        return " ".join(filter(None, [*leads, fraga.ren_text, fraga.foljdtext]))

    def omrade_of(self, fraga: str) -> Omrade:
        """Return the area that a question belongs to; KeyError when the form has no such question."""
        return self._omrade_by_fraga[fraga]


def _answerable(fragor: tuple[Fraga, ...]) -> Iterator[Fraga]:
    for fraga in fragor:
        yield from _answerable(fraga.delfragor) if fraga.delfragor else [fraga]
