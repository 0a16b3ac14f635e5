"""A document's paragraphs and tables as found."""

from dataclasses import dataclass

from rapport.prose.assemble import Label
from rapport.prose.blocks import Blocks, Paragraph, plain
from rapport.word.ns import Element


@dataclass(frozen=True, slots=True)
class WordBlock:
    """One paragraph or table: its own block of the model, if it holds any, and what decides where that belongs."""

    element: Element
    own: Blocks
    label: Label | None = None
    level: int | None = None
    boxes: Blocks = ()
    hidden: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The block's text without formatting, label and notes."""
        return " ".join(plain(own.inlines) for own in self.own if isinstance(own, Paragraph))

    @property
    def is_empty(self) -> bool:
        """Whether it shows nothing at all."""
        return not (self.own or self.boxes or self.label)
