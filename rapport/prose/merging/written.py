"""A merged answer as Markdown: what nobody has touched stays exactly as it was written, the rest is written anew."""

import re
from collections.abc import Iterator, Sequence

from rapport.prose.blocks import Footnote, passages
from rapport.prose.markdown import Note, Prose
from rapport.prose.merging.outcome import Kept
from rapport.prose.merging.shown import as_blocks
from rapport.prose.merging.standing import Standing
from rapport.prose.note_texts import NoteTexts
from rapport.prose.render import render_body

_LABEL = re.compile(r"\[\^([^\]\s]+)\]")


def as_written(text: str, prose: Prose, kept: Sequence[Kept]) -> str:
    """Return the parts that are kept as Markdown; ``text`` is the answer as it was, ``prose`` what is in it."""
    trial = Standing(text, lambda _: "- x")
    trial.answer(prose, kept)
    standing = {label for piece in trial.untouched for label in _LABEL.findall(piece)}
    free = [note for note in prose.notes if note.is_used and note.label not in standing]
    notes = _note_texts(prose, free, kept)
    body = Standing(text, lambda parts: render_body(as_blocks(parts), notes)).answer(prose, kept)
    gone = {note.label for note in free} - notes.used
    there = [note_source(text, prose, note) for note in prose.notes if note.label not in gone]
    return "\n\n".join(filter(None, [body, "\n".join([*there, *notes.texts])])) + "\n"


def _note_texts(prose: Prose, free: Sequence[Note], kept: Sequence[Kept]) -> NoteTexts:
    """Return the notes to be written: one that is as it was keeps its label, and one in its place has it."""
    numbers = [int(note.label) for note in prose.notes if note.label.isdecimal()]
    there = list(_notes(kept))
    spare = [note.label for note in free if note.note not in there]
    return NoteTexts(max(numbers, default=0) + 1, [(note.note, note.label) for note in free], spare)


def _notes(kept: Sequence[Kept]) -> Iterator[Footnote]:
    blocks = as_blocks([one.part for one in kept])
    return (inline for passage in passages(blocks) for inline in passage if isinstance(inline, Footnote))


def note_source(text: str, prose: Prose, note: Note) -> str:
    """Return a note as it is written."""
    start = text.rfind("\n", 0, note.start) + 1
    starts = [text.rfind("\n", 0, at) + 1 for at in (*prose.starts, *(other.start for other in prose.notes))]
    return text[start : min((at for at in starts if at > start), default=len(text))].rstrip()
