"""A merged answer as Markdown: what nobody has touched stays exactly as it was written, the rest is written anew."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from rapport.prose.blocks import Block
from rapport.prose.markdown import Note, Prose
from rapport.prose.merging.outcome import Kept
from rapport.prose.merging.shown import as_block
from rapport.prose.note_texts import NoteTexts
from rapport.prose.render import render_body

_LABEL = re.compile(r"\[\^([^\]\s]+)\]")


def as_written(text: str, prose: Prose, kept: Sequence[Kept]) -> str:
    """Return the parts that are kept as Markdown; ``text`` is the answer as it was, ``prose`` what is in it."""
    pieces = list(_pieces(text, prose, kept))
    sources = [piece for piece in pieces if isinstance(piece, str)]
    standing = {label for source in sources for label in _LABEL.findall(source)}
    free = [note for note in prose.notes if note.is_used and note.label not in standing]
    numbers = [int(note.label) for note in prose.notes if note.label.isdecimal()]
    notes = NoteTexts(max(numbers, default=0) + 1, [(note.note, note.label) for note in free])
    body = [piece if isinstance(piece, str) else render_body(piece, notes) for piece in pieces]
    gone = {note.label for note in free} - notes.used
    kept_notes = [_note_source(text, prose, note) for note in prose.notes if note.label not in gone]
    return "\n\n".join(filter(None, [*body, "\n".join([*kept_notes, *notes.texts])])) + "\n"


def _pieces(text: str, prose: Prose, kept: Sequence[Kept]) -> Iterator[str | list[Block]]:
    """Yield the text in order: pieces as they were written, and blocks that are to be written anew."""
    for start, group in groupby(kept, lambda one: _start(text, prose, one)):
        members = list(group)
        numbers = [member.number for member in members]
        if start is not None and numbers == [n for n, at in enumerate(prose.starts) if _line_start(text, at) == start]:
            yield text[start : _end(text, prose, start)].rstrip()
        else:
            yield [as_block(member.part) for member in members]


def _start(text: str, prose: Prose, kept: Kept) -> int | None:
    """Return where the line begins that a part was written on; None for one that is new."""
    return None if kept.number is None else _line_start(text, prose.starts[kept.number])


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _end(text: str, prose: Prose, start: int) -> int:
    starts = [_line_start(text, at) for at in (*prose.starts, *(note.start for note in prose.notes))]
    return min((at for at in starts if at > start), default=len(text))


def _note_source(text: str, prose: Prose, note: Note) -> str:
    start = _line_start(text, note.start)
    return text[start : _end(text, prose, start)].rstrip()
