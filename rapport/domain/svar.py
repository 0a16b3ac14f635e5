"""Svar: the answer to one question."""

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple, TypeVar, cast

from rapport.domain.haste import remembered
from rapport.prose.blocks import (
    Blocks,
    Break,
    Figur,
    Table,
    Text,
    Trace,
    passages,
    placed_blocks,
    plain_passages,
)
from rapport.prose.count import count, text_units
from rapport.prose.sentences import Sentence, Word, sentences, words

Status = Literal["utkast", "granskas", "klar"]
T = TypeVar("T")
_UNKNOWN = object()


class Siffra(NamedTuple):
    """A figure of an answer: what is shown, from ``start`` in the answer's text on, and its trace.

    ``varde`` has a line for each cell of a table that holds anything.
    """

    varde: str
    start: int
    trace: Trace

    @property
    def end(self) -> int:
        """Where it ends in the answer's text."""
        return self.start + len(self.varde)

    @property
    def tecken(self) -> int:
        """How many characters it takes of the area's limit."""
        return text_units(self.varde.replace("\n", ""))


@dataclass(frozen=True)
class Svar:
    """What a region answers to one question, from whatever file it was read.

    ``kryss`` holds every ticked box as the form writes it; more than one is a fault that a rule reports.
    ``markdown`` is the answer as it was written, its expressions unevaluated; None where it was read from Word.
    What is found out about the answer alone is found once and remembered by it.
    """

    fraga: str
    blocks: Blocks = ()
    kryss: tuple[str, ...] = ()
    status: Status = "utkast"
    ansvarig: str | None = None
    kommentar: str | None = None
    tillat: dict[str, str] = field(default_factory=dict)
    markdown: str | None = None
    _found: dict[Hashable, object] = field(default_factory=dict, init=False, repr=False, compare=False)

    def remember(self, key: Hashable, find: Callable[[], T]) -> T:
        """Return what was found under a key, finding it the first time; the key holds all else that it depends on."""
        found = self._found.get(key, _UNKNOWN)  # asked for once: another thread may let go of it meanwhile
        return cast("T", remembered(self._found, key, find) if found is _UNKNOWN else found)

    def forget(self) -> None:
        """Let go of what has been found out: most of it holds the answer, which would else not go when it is no more.

        Whoever has it still finds out anew what is asked.
        """
        self._found.clear()

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

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The answer's words, with where they stand in ``text``."""
        return words(self.text)

    @cached_property
    def siffror(self) -> tuple[Siffra, ...]:
        """The figures that expressions gave, in the order of ``text``."""
        texts = ((start, inline) for start, inline in self._texts if isinstance(inline, Figur))
        found = [Siffra(figur.text, start, figur.trace) for start, figur in texts]
        return tuple(sorted([*found, *self._tables()], key=lambda siffra: siffra.start))

    def origin(self, offset: int, *, is_end: bool = False) -> tuple[int, int] | None:
        """Return where a character of ``text`` stands in ``markdown``: first offset and the one past the last.

        What has no place of its own there, a line feed between passages say, has that of the text before it. None
        where the answer's origin is not known. With ``is_end`` the offset is one past the character meant.
        """
        number = bisect_right(self._starts, offset - is_end) - 1
        if number < 0:
            return None
        start, text = self._texts[number]
        return _origin_in(text, min(offset - is_end - start, len(text.text) - 1))

    def stycke(self, offset: int) -> int:
        """Return the number, from 1, of the passage that a place in ``text`` is in."""
        return bisect_right(self._passage_starts, offset)

    @cached_property
    def _texts(self) -> list[tuple[int, Text]]:
        """Every Text that is not empty, with where it stands in ``text``."""
        found: list[tuple[int, Text]] = []
        at = 0
        for passage in passages(self.blocks):
            for inline in passage:
                if isinstance(inline, Text):
                    found.append((at, inline))
                    at += len(inline.text)
                at += isinstance(inline, Break)
            at += 1
        return found

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self._texts]

    @cached_property
    def _passage_starts(self) -> list[int]:
        starts, at = [], 0
        for passage in plain_passages(self.blocks):
            starts.append(at)
            at += len(passage) + 1
        return starts

    def _tables(self) -> Iterator[Siffra]:
        """Yield the tables that expressions made."""
        for start, block in placed_blocks(self.blocks):
            if isinstance(block, Table) and block.trace:
                yield Siffra("\n".join(filter(None, plain_passages((block,)))), start, block.trace)


def _origin_in(text: Text, at: int) -> tuple[int, int] | None:
    """Return where a character of a Text was written."""
    number = bisect_right(text.origin, at, key=lambda stretch: stretch.at) - 1
    if number < 0:
        return None
    stretch = text.origin[number]
    if stretch.is_exact:
        start = stretch.start + at - stretch.at
        return start, start + 1
    return stretch.start, stretch.end
