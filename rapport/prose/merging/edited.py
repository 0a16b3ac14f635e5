"""An answer that was edited outside its file: what is as it was stays exactly as it was written."""

from collections.abc import Hashable, Sequence
from difflib import SequenceMatcher
from typing import cast

from rapport.prose.blocks import Blocks, Figur, Footnote, Inline, Item, List, Paragraph, Table, Text
from rapport.prose.expression import Evaluate
from rapport.prose.markdown import Prose, parse
from rapport.prose.merging.alike import HeadingRow, Part
from rapport.prose.merging.inside import can_look_into, inside
from rapport.prose.merging.outcome import Kept
from rapport.prose.merging.written import as_written, note_source
from rapport.prose.note_texts import NoteTexts
from rapport.prose.render import render_body


def as_edited(text: str, blocks: Blocks, evaluate: Evaluate) -> str:
    """Return an answer as it is to be written when it has become other blocks; ``text`` is what it was."""
    prose = parse(text, evaluate(text))
    if not blocks:
        return "" if prose.blocks else text
    if are_same(prose.blocks, blocks):
        return text
    edited = as_written(text, prose, _kept(prose.blocks, blocks))
    if are_same(parse(edited, evaluate(edited)).blocks, blocks):
        return edited
    return _anew(text, prose, blocks)  # a list beside a list, say, that must not become one


def are_same(one: Sequence[Part], other: Sequence[Part]) -> bool:
    """Whether two texts are the same to the letter, whatever their expressions give."""
    return list(map(exact, one)) == list(map(exact, other))


def _anew(text: str, prose: Prose, blocks: Blocks) -> str:
    """Return blocks written anew, with the notes that no place refers to: they are somebody's text too."""
    numbers = [int(note.label) for note in prose.notes if note.label.isdecimal() and not note.is_used]
    notes = NoteTexts(max(numbers, default=0) + 1)
    body = render_body(blocks, notes)
    left = [note_source(text, prose, note) for note in prose.notes if not note.is_used]
    return "\n\n".join(filter(None, [body, "\n".join([*notes.texts, *left])])) + "\n"


def _kept(base: Sequence[Part], parts: Sequence[Part]) -> list[Kept]:
    """Return parts with the number of those that were there before; one that was changed inside has what it has."""
    found: list[Kept] = []
    matcher = SequenceMatcher(None, list(map(exact, base)), list(map(exact, parts)), autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind == "equal":
            found += [Kept(base[start + at], start + at) for at in range(end - start)]
        elif kind == "replace" and end - start == last - first:
            pairs = zip(range(start, end), parts[first:last], strict=True)
            found += [_changed(base[number], part, number) for number, part in pairs]
        else:
            found += [Kept(part) for part in parts[first:last]]
    return found


def _changed(was: Part, part: Part, number: int) -> Kept:
    if not can_look_into(was, part, part) or _frame(was) != _frame(part):
        return Kept(part)
    return Kept(part, number, tuple(_kept(inside(was), inside(part))))


def _frame(part: Part) -> object:
    """Return what a list or a table is, apart from what is in it."""
    if isinstance(part, List):
        return part.ordered, part.start
    return part.align if isinstance(part, Table) else None


def exact(part: Part) -> Hashable:
    """Return what is the same for two parts if they are: an expression counts as written, not by what it gives."""
    if isinstance(part, Paragraph):
        return "stycke", tuple(map(_exact_inline, part.inlines))
    if isinstance(part, List):
        return "lista", part.ordered, part.start, tuple(map(exact, part.items))
    if isinstance(part, Table):
        if part.trace:
            return "tabell", " ".join(part.trace.uttryck.split())
        return "tabell", part.align, tuple(exact(row) for row in part.rows)
    if isinstance(part, Item):
        return "punkt", tuple(map(exact, part.blocks))
    return "rad", isinstance(part, HeadingRow), tuple(tuple(map(exact, cell)) for cell in cast("tuple[Blocks]", part))


def _exact_inline(inline: Inline) -> object:
    if isinstance(inline, Footnote):
        return "not", tuple(map(exact, inline.paragraphs))
    if isinstance(inline, Figur) and inline.trace.uttryck:
        return "figur", " ".join(inline.trace.uttryck.split()), inline.formatting
    return (inline.text, inline.formatting) if isinstance(inline, Text) else "radbrytning"
