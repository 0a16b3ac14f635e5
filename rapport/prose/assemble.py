"""Paragraphs and tables as a document has them one after the other, put together to blocks of the model.

Lists are flat where they are read from; they are put together again from their labels.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from rapport.prose.blocks import Block, Blocks, Item, List


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before one list paragraph: its text with the blank behind it, and where it is in its list."""

    shown: str
    num_id: str
    level: int
    number: int
    is_bullet: bool
    abstract_id: str = ""
    begins: bool = False  # the list has a start of its own, and this is its first item

    @property
    def is_plain(self) -> bool:
        """Whether it is what our own lists have: a bullet, or "1." and up, and one blank behind it."""
        own = len(self.shown) == 2 if self.is_bullet else self.shown[:-1] == f"{self.number}."  # noqa: PLR2004
        return own and self.shown[-1:] in "\t "


class Piece(Protocol):
    """One paragraph or table: its own block of the model, if it holds any, and what decides where that belongs."""

    @property
    def own(self) -> Blocks:
        """The block itself."""

    @property
    def label(self) -> Label | None:
        """What stands before it, where it begins an item."""

    @property
    def level(self) -> int | None:
        """The level of the item that it goes on with, where it has no label."""

    @property
    def boxes(self) -> Blocks:
        """What stands beside it and comes after it."""


def assemble(found: Iterable[Piece]) -> Blocks:
    """Put paragraphs and tables that follow each other in a document together to blocks of the model."""
    builder = _Assembler()
    for block in found:
        builder.add(block)
    return builder.finish()


@dataclass(slots=True)
class _Open:
    """A list being put together."""

    label: Label
    items: list[tuple[str | None, list["Block | _Open"]]] = field(default_factory=list)


@dataclass(slots=True)
class _Assembler:
    """Puts paragraphs and tables together to blocks; open lists stand in ``stack``, the outermost first."""

    out: list[Block | _Open] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)

    def add(self, block: Piece) -> None:
        if block.label is not None:
            self._item(block.label)
            self.stack[-1].items[-1][1].extend(block.own)
        elif block.own:
            self._target(block.level).extend(block.own)
        self.out.extend(block.boxes)

    def finish(self) -> Blocks:
        return _closed(self.out)

    def _item(self, label: Label) -> None:
        while self.stack and not _holds(self.stack[-1], label):
            self.stack.pop()
        if not self.stack or self.stack[-1].label.level < label.level:
            opened = _Open(label)
            (self.stack[-1].items[-1][1] if self.stack else self.out).append(opened)
            self.stack.append(opened)
        self.stack[-1].items.append((None if label.is_plain else label.shown, []))

    def _target(self, level: int | None) -> list[Block | _Open]:
        """Return where a block without a label belongs: in the item of a level, or at the top."""
        while self.stack and (level is None or self.stack[-1].label.level > level):
            self.stack.pop()
        return self.stack[-1].items[-1][1] if self.stack else self.out


def _holds(opened: _Open, label: Label) -> bool:
    """Whether a list goes on with a label, or may hold the list that the label begins."""
    if opened.label.level == label.level:
        # LibreOffice gives the first item one list and the others another, of the same abstract list.
        goes_on = opened.label.abstract_id == label.abstract_id and not label.begins
        return opened.label.num_id == label.num_id or goes_on
    return opened.label.level < label.level


def _closed(blocks: list[Block | _Open]) -> Blocks:
    return tuple(_list(block) if isinstance(block, _Open) else block for block in blocks)


def _list(opened: _Open) -> List:
    items = tuple(Item(_closed(blocks), label) for label, blocks in opened.items)
    if opened.label.is_bullet:
        return List(items)
    return List(items, ordered=True, start=opened.label.number)
