"""What can be written where a cursor stands in a report's file; the file's text need not be one that can be read."""

from dataclasses import dataclass
from functools import cached_property

from rapport.domain.offer import Offer
from rapport.domain.underlag import Underlag
from rapport.finding import Finding
from rapport.store.cursor import Cursor, cursor_at, is_prose
from rapport.store.folder import KALLOR, RAPPORT
from rapport.workflow.report import Report


@dataclass(frozen=True)
class Asking:
    """A place in a file as it stands in an editor, of a report as it was checked last.

    ``is_invoked`` is whether somebody has asked what can be written here, and not just gone on writing.
    """

    report: Report
    underlag: Underlag
    name: str
    text: str
    offset: int
    findings: tuple[Finding, ...] = ()
    is_invoked: bool = False

    @cached_property
    def cursor(self) -> Cursor:
        """What stands at the place."""
        return cursor_at(self.text, self.offset)

    @property
    def has_answers(self) -> bool:
        """Whether it is a file with answers."""
        return self.name not in (RAPPORT, KALLOR)

    @property
    def newline(self) -> str:
        """How lines end in the file."""
        return "\r\n" if "\r\n" in self.text else "\n"

    def line(self) -> str:
        """Return what stands before the place on its line, within what it is in."""
        return self.text[self.cursor.start : self.offset]


def offers(at: Asking) -> list[Offer]:
    """Return what can be written at a place, in the order that it should be offered."""
    kind = at.cursor.kind
    if kind == "nothing" or at.offset < at.cursor.start or (kind == "key" and not _is_begun(at)):
        return []
    if at.has_answers and (found := _in_expression(at)) is not None:
        return found
    if kind == "key":
        from rapport.workflow.offered_keys import offered_keys

        return offered_keys(at)
    if kind == "value":
        from rapport.workflow.offered_values import offered_values

        return offered_values(at)
    if at.has_answers and is_prose(at.cursor.keys):
        from rapport.workflow.offered_prose import offered_prose

        return offered_prose(at)
    return []


def _is_begun(at: Asking) -> bool:
    """Whether a key has been begun at the place, or somebody asks which one could be; before one there is none."""
    cursor = at.cursor
    if cursor.start == at.offset < cursor.end:
        return False
    return cursor.start < at.offset or cursor.is_flow or at.is_invoked


def _in_expression(at: Asking) -> list[Offer] | None:
    """Return what can be written in an expression; None where the place is within none."""
    if "{{" not in at.text:
        return None
    from rapport.figures.around import opened

    start = opened(at.text, at.offset)
    if start is None:
        return None
    from rapport.figures.offers import offers as in_expression

    tables = {tabell.namn: tabell for tabell in at.report.tables}
    found = in_expression(at.text[start : at.offset], at.text[at.offset :][:200], tables)
    return [one.moved(start) for one in found]
