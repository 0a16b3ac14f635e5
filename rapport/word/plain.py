"""A Word document as a source paper: its bare paragraphs."""

from collections.abc import Iterator
from pathlib import Path

from rapport.prose.blocks import plain_passages
from rapport.word.package import reading
from rapport.word.read import WordReader


def paragraphs(file: Path) -> Iterator[str]:
    """Return a document's paragraphs, as everywhere else that we read Word: notes, tables and boxes too."""
    with reading(file) as parts:
        reader = WordReader(parts)
        return plain_passages(reader.blocks(reader.body))
