"""This year's answers beside last year's, word by word."""

from dataclasses import dataclass
from typing import Literal

from rapport.domain.underlag import Underlag
from rapport.output.interface import Granskning
from rapport.prose.difference import Change, changes, likeness
from rapport.prose.numbers import thousands

_REWRITTEN = 65  # percent alike; blanks, commas and small words alone make up the half of it


@dataclass(frozen=True, slots=True)
class Compared:
    """One question in two years: its answers' texts, "" where it had none, and the boxes that were ticked.

    ``old_fraga`` is its number last year; it is None where last year's form did not have the question.
    """

    fraga: str
    old_fraga: str | None
    rubrik: str
    old: str
    new: str
    old_boxes: str
    new_boxes: str

    @property
    def kind(self) -> Literal["changed", "unchanged", "new", "gone"]:
        """What has become of the answer."""
        if self.old == self.new:
            return "unchanged"
        if self.old and self.new:
            return "changed"
        return "new" if self.new else "gone"

    @property
    def likeness(self) -> int:
        """How many percent the two texts have in common; nearly the same never looks like the same."""
        return min(round(100 * likeness(self.old, self.new)), 99)

    @property
    def tecken(self) -> str:
        """How long the text is, this year's or the one that is gone."""
        return thousands(len(self.new or self.old))

    @property
    def is_rewritten(self) -> bool:
        """Whether the texts have too little in common to be compared word by word."""
        return self.likeness < _REWRITTEN

    def sides(self) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
        """Return last year's text and this year's, each with what only it has told from what both have."""
        if self.is_rewritten:
            return (Change("same", self.old),), (Change("same", self.new),)
        found = tuple(changes(self.old, self.new))
        return tuple(c for c in found if c.kind != "new"), tuple(c for c in found if c.kind != "gone")


def compared(granskning: Granskning) -> list[Compared]:
    """Return every question with an answer in either year, in this year's order, then those that only last year had."""
    underlag, forra = granskning.underlag, granskning.underlag.forra
    if forra is None or not forra.is_asked_for:
        return []
    found = [
        _compared(underlag, forra.underlag, fraga.id, forra.fraga(fraga.id))
        for omrade in granskning.omraden
        for fraga in omrade.fragor
    ]
    if len(granskning.omraden) == len(underlag.mall.omraden):
        kept = {forra.fraga(fraga) for fraga in underlag.mall.fraga_by_id}
        gone = [fraga for fraga in forra.underlag.mall.fraga_by_id if fraga not in kept]
        found += [_compared(underlag, forra.underlag, None, fraga) for fraga in gone]
    return [one for one in found if one.new or one.old or one.new_boxes or one.old_boxes]


def _compared(underlag: Underlag, forra: Underlag, new: str | None, old: str | None) -> Compared:
    mall, fraga = (underlag.mall, new) if new else (forra.mall, old or "")
    texts = (*_answer(forra, old), *_answer(underlag, new))
    return Compared(fraga, old, mall.full_text(mall.fraga_by_id[fraga]), texts[0], texts[2], texts[1], texts[3])


def _answer(underlag: Underlag, fraga: str | None) -> tuple[str, str]:
    """Return an answer's text, and the boxes ticked in it."""
    svar = underlag.svar_by_fraga.get(fraga or "")
    return (svar.text, ", ".join(svar.kryss)) if svar else ("", "")
