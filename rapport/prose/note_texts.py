"""The notes of a text that is being written as Markdown: their labels, and their texts at its end."""

import re
from collections.abc import Callable, Iterable
from itertools import chain, count

from rapport.prose.blocks import Footnote, Paragraph


class NoteTexts:
    """The notes of a text as Markdown, under labels that count up from ``first``.

    ``known`` are notes that have their label, and their text, already: a note that is the same has it. ``spare`` are
    labels that are free, which new notes get first.
    """

    def __init__(self, first: int = 1, known: Iterable[tuple[Footnote, str]] = (), spare: Iterable[str] = ()) -> None:
        self.texts: list[str] = []
        self.used: set[str] = set()
        self._labels = chain(spare, map(str, count(first)))
        self._known = list(known)

    def label(self, note: Footnote, write: Callable[[Paragraph], str]) -> str:
        """Return a note's label; its text is taken in."""
        for number, (known, label) in enumerate(self._known):
            if known == note:
                del self._known[number]
                self.used.add(label)
                return label
        at, label = len(self.texts), next(self._labels)
        self.texts.append("")  # takes its place before its own text is written
        body = "\n\n".join(map(write, note.paragraphs))
        self.texts[at] = f"[^{label}]: {indented(body, '    ')}"
        return label


def indented(text: str, indent: str) -> str:
    """Return a text with every line but the first, and those that are empty, indented."""
    return re.sub(r"\n(?=[^\n])", "\n" + indent, text)
