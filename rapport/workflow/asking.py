"""A place in a report's file, of which somebody asks what stands there, or what could."""

from dataclasses import dataclass
from functools import cached_property

from rapport.domain.underlag import Underlag
from rapport.finding import Finding
from rapport.store.cursor import cursor_at
from rapport.store.cursor_lines import Cursor
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
