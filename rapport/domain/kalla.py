"""Kalla: one source paper that answers build on, as the register ``kallor.yaml`` has it."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, SkipValidation

from rapport.finding import Place

Slag = Literal[
    "beslut",
    "tjänsteskrivelse",
    "kallelse",
    "protokoll",
    "plan",
    "rapport",
    "ansökan",
    "avtal",
    "utvärdering",
    "övrigt",
]


class Kalla(BaseModel):
    """One paper: its own short name (``id``), what it is, and the file that holds it, as a path in ``kallor/``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    titel: str
    diarienummer: str | None = None
    datum: date | None = None
    slag: Slag = "övrigt"
    fil: str | None = None
    place: Annotated[Place, SkipValidation] = Place()


class Register(BaseModel):
    """All papers of a report, and the forms that the region's case numbers have (none: any common one)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kallor: tuple[Kalla, ...] = ()
    monster: tuple[str, ...] = ()
