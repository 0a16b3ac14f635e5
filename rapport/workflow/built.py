"""What a build made: the files, what is not in them, and what is not done."""

from dataclasses import dataclass
from pathlib import Path

from rapport.domain.underlag import Underlag
from rapport.finding import Finding


@dataclass(frozen=True, slots=True)
class Built:
    """What was written, and, in a draft, the faults that keep text out of it.

    ``not_compared`` says why answers were not held against last year's. ``not_done`` are the questions whose answers
    are not said to be done, of so many that have an answer. Of what others had
    changed ``gone`` is gone for good, and ``kept`` can be brought back.
    """

    files: list[Path]
    losses: list[Finding]
    not_compared: list[Finding]
    not_done: list[str]
    answered: int
    gone: list[Path]
    kept: list[Path]


def begun(underlag: Underlag) -> list[str]:
    """Return the questions that have an answer or a box."""
    answered = underlag.svar_by_fraga.items()
    begun = {fraga for fraga, svar in answered if svar.blocks or svar.kryss}
    return [fraga for fraga in underlag.mall.fraga_by_id if fraga in begun]


def not_done(underlag: Underlag) -> list[str]:
    """Return the questions whose answers are begun but not said to be done."""
    return [fraga for fraga in begun(underlag) if underlag.status(fraga) != "klar"]
