"""The inside of a Markdown paragraph → inlines: formatting made flat, and what is not allowed kept as text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from rapport.prose.blocks import Break, Inline, Text

if TYPE_CHECKING:
    from markdown_it.token import Token

_BR = re.compile(r"<br\s*/?>", re.IGNORECASE)


class Around(Protocol):
    """What the inside of a paragraph needs of the text around it."""

    def report(self, name: str, line: int, excerpt: str | None = None) -> None:
        """Note a problem."""

    def footnote(self, label: str, line: int) -> list[Inline]:
        """Return the footnote with a label, or what stands in its place."""


@dataclass(slots=True)
class Inlines:
    """Reads the children of one inline token into flat inlines."""

    around: Around
    line: int
    in_cell: bool
    bold: int = 0
    italic: int = 0
    href: str | None = None
    linked: bool = False

    def read(self, children: "Sequence[Token]") -> Iterator[Inline]:
        """Yield the inlines of one paragraph or cell, not yet joined."""
        for token in children:
            yield from self._one(token)

    def _one(self, token: "Token") -> "Iterator[Inline] | list[Inline]":
        match token.type:
            case "text" | "text_special":
                return self._text(token.content)
            case "softbreak" | "hardbreak":
                self.line += 1
                return [Break()] if token.type == "hardbreak" else self._text(" ")
            case "strong_open" | "strong_close":
                self.bold += token.nesting
            case "em_open" | "em_close":
                self.italic += token.nesting
            case "link_open":
                self._open_link(token)
            case "link_close":
                self._close_link()
            case "footnote_ref":
                return self.around.footnote(str(token.meta["label"]), self.line)
            case _:
                return self._not_allowed(token)
        return []

    def _text(self, text: str) -> list[Inline]:
        self.linked = self.linked or bool(text)
        return [Text(text, self.bold > 0, self.italic > 0, self.href)]

    def _open_link(self, token: "Token") -> None:
        href = str(token.attrs["href"])
        self.linked = False
        if token.attrs.get("title"):
            self.around.report("link-title", self.line, str(token.attrs["title"]))
        if re.match(r"(https?://|mailto:)[^\s]", href):
            self.href = href
        else:
            self.around.report("link", self.line, href)

    def _close_link(self) -> None:
        if not self.linked:
            self.around.report("link-text", self.line, "](")
        self.href = None

    def _not_allowed(self, token: "Token") -> list[Inline]:
        if token.type == "html_inline":
            if self.in_cell and _BR.fullmatch(token.content):
                return [Break()]  # the only way Markdown has to break a line in a table cell
            self.around.report("html", self.line, token.content)
        elif token.type == "image":
            self.around.report("image", self.line, "![")
        else:
            self.around.report("code", self.line, token.markup)
        return self._text(token.content)
