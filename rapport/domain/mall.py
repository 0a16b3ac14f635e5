"""Mall: one year's official form as data, the shape of ``mallar/<id>/mall.yaml``."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from rapport.domain.begrepp import Begrepp, Tecken
from rapport.domain.form import Form
from rapport.domain.grund import RattsligGrund

if TYPE_CHECKING:
    from rapport.domain.signs import Signs

FOOTNOTE_MARK = re.compile(r"\[\^(\w+)\]")
# How questions open: "Om möjligt, beskriv hur ni inom detta område har arbetat med att …".
_OPENING = re.compile(
    r"\A(?:(?:om möjligt|i förekommande fall|beskriv|ange|redogör för|hur|vilka|vilken|på vilket sätt|ni|det|den|de|"
    r"inom detta område|har|arbetat med(?: att)?|beaktat|olika)\b,? )+",
    re.IGNORECASE,
)


def file_word(text: str) -> str:
    """Return a text as part of a file name: lower case, without å ä ö, hyphens for all else."""
    folded = text.lower().translate(str.maketrans("åäöéü", "aaoeu"))
    return re.sub("[^a-z0-9]+", "-", folded).strip("-")


class Fraga(Form):
    """One question: its text word for word, its boxes, and what it asks for.

    A question with ``delfragor`` is only their heading and takes no answer of its own. ``[^1]`` in the text
    stands for the form's footnote 1. ``galler`` names the regions that the question is about, where it is not
    about all: the others tick the box that says so, the form's ``ej_aktuellt``.
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

    @property
    def kort_text(self) -> str:
        """The text from where it says something of its own: in a list, most questions of a form begin alike."""
        words = _OPENING.sub("", self.ren_text) or self.ren_text
        return f"{words[:1].upper()}{words[1:]}".rstrip(".?: ")

    @property
    def svarbara(self) -> Iterator["Fraga"]:
        """The questions in it that take an answer, in order: itself, or what its parts have."""
        if not self.delfragor:
            yield self
        for part in self.delfragor:
            yield from part.svarbara


class Instruktion(Form):
    """An instruction that stands under an area's heading, and the questions it covers."""

    text: str
    fragor: tuple[str, ...] = Field(alias="frågor")
    begar: tuple[str, ...] = Field(default=(), alias="begär")


class Omrade(Form):
    """One question area with its limit: ``maxtecken`` over all its answers, spaces included.

    ``sokord`` are the words by which source papers that belong in the area are known; they are ours, not the form's.
    """

    nummer: int
    rubrik: str
    maxtecken: Annotated[int, Field(gt=0)]
    meddelande: str
    instruktioner: tuple[Instruktion, ...] = ()
    fragor_i_formularet: tuple[Fraga, ...] = Field(alias="frågor", min_length=1)
    lagrum: str | None = None
    sokord: tuple[str, ...] = Field(default=(), alias="sökord")

    @cached_property
    def fragor(self) -> tuple[Fraga, ...]:
        """The questions that take an answer, in order: 5.1a–5.1d, never 5.1."""
        return tuple(part for fraga in self.fragor_i_formularet for part in fraga.svarbara)

    @property
    def omfang(self) -> str:
        """The area's questions in words, as the form has them: "5.1–5.3"."""
        return _from_to([fraga.id for fraga in self.fragor_i_formularet])

    @property
    def filnamn(self) -> str:
        """The usual name of the file with its answers: 5-anslag-1-1.yaml."""
        words = re.match(r"\D*?(?:\d\S*|(?=,| till | och | samt | genom )|$)", self.rubrik.lower())
        return f"{self.nummer}-{file_word(words[0] if words else '')}.yaml"

    def begar(self, fraga: Fraga) -> tuple[str, ...]:
        """Return what a question asks for, by its own text and by the instructions that cover it."""
        asked = [word for i in self.instruktioner if fraga.id in i.fragor for word in i.begar]
        return tuple(dict.fromkeys([*asked, *fraga.begar]))


class Ursprung(Form):
    """The agency's own file that a form was made from."""

    fil: str
    sha256: str


class Mall(Form):
    """One year's form: areas, questions, limits, footnotes, and what its questions ask for.

    ``ar`` is the year that is reported on, ``utkast`` whether the form is only being worked on: then it is nobody's
    newest. ``ej_aktuellt`` is the box that says that a question is not about the region, and needs no text.
    ``amnen`` are the words that show what a sentence is about, for those of ``begrepp`` that need one.
    """

    id: str
    ar: Annotated[int, Field(alias="år", ge=1900, le=2200)]
    titel: str
    utkast: bool = False
    ursprung: Ursprung | None = None
    rattslig_grund: RattsligGrund = Field(alias="rättslig grund")
    ej_aktuellt: str | None = Field(default=None, alias="ej aktuellt")
    omraden: tuple[Omrade, ...] = Field(alias="områden", min_length=1)
    fotnoter: dict[str, str] = Field(default_factory=dict)
    amnen: dict[str, Tecken] = Field(default_factory=dict, alias="ämnen")
    begrepp: dict[str, Begrepp] = Field(default_factory=dict)

    @cached_property
    def _omrade_by_fraga(self) -> dict[str, Omrade]:
        return {fraga.id: omrade for omrade in self.omraden for fraga in omrade.fragor}

    @cached_property
    def _heading_by_fraga(self) -> dict[str, Fraga]:
        return {part.id: fraga for o in self.omraden for fraga in o.fragor_i_formularet for part in fraga.svarbara}

    @cached_property
    def fraga_by_id(self) -> dict[str, Fraga]:
        """Every answerable question by its id, in the form's order."""
        return {fraga.id: fraga for omrade in self.omraden for fraga in omrade.fragor}

    @cached_property
    def omrade_by_nummer(self) -> dict[int, Omrade]:
        """Every area by its number."""
        return {omrade.nummer: omrade for omrade in self.omraden}

    @cached_property
    def signs(self) -> "Signs":
        """What shows in an answer what the form asks for."""
        from rapport.domain.signs import Signs

        return Signs(self.amnen, self.begrepp)

    def heading_of(self, fraga: str) -> str:
        """Return the id under which the form has a question: 5.1 for its part 5.1a, and for any other itself."""
        return self._heading_by_fraga[fraga].id

    def omfang(self, fragor: Sequence[str]) -> str:
        """Return some questions in a row in words, as the form has them: "5.1–5.3", or one alone."""
        return fragor[0] if len(fragor) == 1 else _from_to([self.heading_of(fraga) for fraga in fragor])

    def full_text(self, fraga: Fraga) -> str:
        """Return a question's text with what leads up to it: 5.1a begins as 5.1 does."""
        lead = self._heading_by_fraga[fraga.id]
        return " ".join(filter(None, [lead.ren_text if lead != fraga else "", fraga.ren_text, fraga.foljdtext]))

    def omrade_of(self, fraga: str) -> Omrade:
        """Return the area that a question belongs to; KeyError when the form has no such question."""
        return self._omrade_by_fraga[fraga]


def _from_to(ids: Sequence[str]) -> str:
    return ids[0] if ids[0] == ids[-1] else f"{ids[0]}–{ids[-1]}"
