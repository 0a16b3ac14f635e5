"""Lines of a document that is only looks: letters with their style, and where on which page they stand."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import NamedTuple

SOFT = "\u00ad"  # a hyphen that ended a line


class Style(NamedTuple):
    """How a letter looks: its font by number, and whether it stands higher than the line, as a note's mark does."""

    bold: bool = False
    italic: bool = False
    raised: bool = False
    font: int = 0
    href: str | None = None


PLAIN = Style()


class Edit(NamedTuple):
    """A piece of a text and what it is to be instead."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Styled:
    """A text with the style of each of its letters."""

    text: str
    styles: tuple[Style, ...]

    @classmethod
    def of(cls, runs: Iterable[tuple[str, Style]]) -> "Styled":
        """Return stretches of text as one."""
        pairs = [(text, style) for text, style in runs if text]
        return cls("".join(text for text, _ in pairs), tuple(style for text, style in pairs for _ in text))

    @property
    def runs(self) -> Iterator[tuple[str, Style]]:
        """The stretches of one style."""
        at = 0
        for style, group in groupby(self.styles):
            end = at + sum(1 for _ in group)
            yield self.text[at:end], style
            at = end

    def __getitem__(self, part: slice) -> "Styled":
        return Styled(self.text[part], self.styles[part])

    def __add__(self, other: "Styled") -> "Styled":
        return Styled(self.text + other.text, self.styles + other.styles)

    def stripped(self) -> "Styled":
        """Return it without the blanks around it."""
        start = len(self.text) - len(self.text.lstrip())
        return self[start : max(start, len(self.text.rstrip()))]

    def edited(self, edits: Sequence[Edit]) -> "Styled":
        """Return it with some pieces exchanged; what is new looks as the first letter of what it stands for."""
        parts, at = [], 0
        for start, end, new in sorted(edits):
            style = self.styles[min(start, len(self.styles) - 1)] if self.styles else PLAIN
            parts += [self[at:start], Styled(new, (style,) * len(new))]
            at = end
        parts.append(self[at:])
        return Styled("".join(part.text for part in parts), tuple(style for part in parts for style in part.styles))


def plain(text: str, font: int = 0) -> Styled:
    """Return a text without bold or the like."""
    return Styled(text, (PLAIN._replace(font=font),) * len(text))


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it is seen; a whole paragraph, item or table where the file says what it is.

    ``left``, ``right`` and ``base`` are in points from the page's lower left corner, None in a text without pages'
    measures. ``gap`` says that blank space parts it from the line above, ``new_page`` that a page has ended between.
    ``mark`` is what stands before an item and ``level`` how deep that is; ``goes_on`` says that it is a further
    paragraph of the item above, ``is_unsure`` that it is of a table whose cells may be others, and ``is_merged`` that
    some of its cells are put together. ``notes`` are those that stand at the foot of its page, by their marks.
    """

    styled: Styled
    page: int = 1
    number: int = 0  # in the file, from 1
    left: float | None = None
    right: float | None = None
    base: float | None = None
    size: float = 0.0
    gap: bool = False
    new_page: bool = False
    is_whole: bool = False
    mark: str | None = None
    level: int = 0
    goes_on: bool = False
    rows: tuple[tuple[Styled, ...], ...] | None = None
    align: tuple[str, ...] = ()
    is_unsure: bool = False
    is_merged: bool = False
    notes: tuple[tuple[str, Styled], ...] = field(default=())

    @property
    def text(self) -> str:
        """Its text without style."""
        return self.styled.text

    def with_text(self, styled: Styled) -> "Line":
        """Return it with another text."""
        return replace(self, styled=styled)
