"""An answer put together of pieces that stand as they were written, and of parts that are written anew.

A list or a table that something inside was changed of keeps the lines of all that was not.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from rapport.prose.blocks import Item, List, Paragraph, Table, Text
from rapport.prose.markdown import Prose
from rapport.prose.merging.alike import Part
from rapport.prose.merging.inside import inside
from rapport.prose.merging.outcome import Kept
from rapport.prose.note_texts import indented

_MARK = re.compile(r"(?P<indent>[ \t]*)(?P<sign>[-*+]|(?P<number>\d{1,9})[.)])[ \t]+")
_OWN_MARK = re.compile(r"[-*]|\d+[.)]")


class CannotStandError(Exception):
    """A part has no line of its own in what was written, so all that it is in is to be written anew."""


class _Pieces(NamedTuple):
    """The parts of something as they stand: the piece of each, from the beginning of a line on, and what parts them."""

    parts: Sequence[Part]
    texts: Sequence[str]
    starts: Sequence[int]

    @property
    def gaps(self) -> list[str]:
        """The blanks between each piece and the next."""
        return [text[len(text.rstrip()) :] for text in self.texts[:-1]]

    def gap(self, before: Kept | None, after: Kept, default: str) -> str:
        """Return what parts two pieces: what parted them, where they followed each other."""
        if before is None or before.number is None or after.number != before.number + 1:
            return default
        return self.gaps[before.number]


@dataclass(slots=True)
class Standing:
    """Puts an answer together; ``write`` gives parts as Markdown, ``untouched`` gathers the pieces that stand."""

    text: str
    write: Callable[[Sequence[Part]], str]
    untouched: list[str] = field(default_factory=list)

    def answer(self, prose: Prose, kept: Sequence[Kept]) -> str:
        """Return the whole answer without its notes."""
        starts = [self._line(start) for start in prose.starts]
        notes = [self._line(note.start) for note in prose.notes]
        pieces = self._pieces(prose.blocks, starts, [*notes, len(self.text)])
        out, fresh, last = "", list[Part](), None
        for one in kept:
            is_alone = one.number is not None and starts.count(starts[one.number]) == 1
            piece = self._standing(one, pieces) if is_alone else None
            if piece is None:
                fresh.append(one.part)
                continue
            if fresh:
                out, fresh, last = _with(out, self.write(fresh), "\n\n"), [], None
            out, last = _with(out, piece, pieces.gap(last, one, "\n\n")), one
        return _with(out, self.write(fresh), "\n\n") if fresh else out

    def _standing(self, one: Kept, pieces: _Pieces) -> str | None:
        """Return a part as it stands, with what is new in it; None where it is to be written anew.

        That is tried first: what is written takes its notes, and a part is not to be written twice.
        """
        trial = Standing(self.text, lambda _: "- x")
        try:
            trial._piece(one, pieces)
        except CannotStandError:
            return None
        return self._piece(one, pieces)

    def _piece(self, one: Kept, pieces: _Pieces) -> str:
        if one.number is None:
            raise CannotStandError
        if one.inside is None:
            self.untouched.append(pieces.texts[one.number].rstrip())
            return self.untouched[-1]
        part, start = pieces.parts[one.number], pieces.starts[one.number]
        inner = inside(part)
        starts = [self._line(_first(each)) for each in inner]
        if starts[:1] != [start] or sorted(set(starts)) != starts:
            raise CannotStandError
        within = self._pieces(inner, starts, [start + len(pieces.texts[one.number])])
        return _JOIN[type(part)](self, part, one.inside, within)

    def join_items(self, part: Part, kept: Sequence[Kept], pieces: _Pieces) -> str:
        """Return a list: new items have the marks of the others, and the numbers go on."""
        mark = _mark(pieces.texts[0])
        texts: list[str] = []
        for one in kept:
            if one.number is None:
                body = _OWN_MARK.sub(lambda _: mark["sign"], self.write([one.part]), count=1)
                texts.append(mark["indent"] + indented(body, mark["indent"]))
            else:
                texts.append(self._piece(one, pieces))
        if isinstance(part, List) and part.ordered:
            texts = [_numbered(text, part.start + number) for number, text in enumerate(texts)]
        return ("\n\n" if any("\n\n" in gap for gap in pieces.gaps) else "\n").join(texts)

    def join_rows(self, _: Part, kept: Sequence[Kept], pieces: _Pieces) -> str:
        """Return a table: its first row, the line under it, and the others."""
        if kept[0].number not in (None, 0):
            raise CannotStandError
        indent = re.match(r"[ \t]*", pieces.texts[0])
        rule = pieces.texts[0].rstrip().split("\n")[1:]
        lines: list[str] = []
        for number, one in enumerate(kept):
            if one.number is None:
                row = self.write([one.part]).split("\n")[0]
                lines += [(indent[0] if indent else "") + row, *([] if number else rule)]
            else:
                lines.append(self._piece(one, pieces))
        return "\n".join(lines)

    def join_blocks(self, _: Part, kept: Sequence[Kept], pieces: _Pieces) -> str:
        """Return an item: its mark, and what is behind and under it."""
        mark = _mark(pieces.texts[0])[0]
        inner, out, last = " " * len(mark), "", None
        if not kept or kept[0].number not in (None, 0) or kept[0].inside is not None:
            raise CannotStandError
        for one in kept:
            if one.number is None:
                piece = (inner if out else mark) + indented(self.write([one.part]), inner)
            else:
                piece = self._piece(one, pieces)
            out, last = _with(out, piece, pieces.gap(last, one, "\n" if isinstance(one.part, List) else "\n\n")), one
        return out

    def _line(self, at: int) -> int:
        return self.text.rfind("\n", 0, at) + 1

    def _pieces(self, parts: Sequence[Part], starts: Sequence[int], others: Sequence[int]) -> _Pieces:
        """Return parts as they stand: each goes on until the next begins, or something else does."""
        ends = sorted({*starts, *others})
        texts = [self.text[start : next(end for end in ends if end > start or end == ends[-1])] for start in starts]
        return _Pieces(parts, texts, starts)


_JOIN = {List: Standing.join_items, Table: Standing.join_rows, Item: Standing.join_blocks}


def _first(part: Part) -> int:
    """Return where the first word of a part was written."""
    if isinstance(part, Paragraph):
        found = [stretch.start for i in part.inlines if isinstance(i, Text) for stretch in i.origin]
    elif isinstance(part, tuple):
        found = [_first(block) for cell in part for block in cell]
    else:
        found = [_first(inner) for inner in inside(part)[:1]]
    if not found:
        raise CannotStandError
    return min(found)


def _mark(text: str) -> re.Match[str]:
    found = _MARK.match(text)
    if found is None:
        raise CannotStandError
    return found


def _numbered(text: str, number: int) -> str:
    """Return an item with its number, which may not take more room than the one it had."""
    mark = _mark(text)
    start, end = mark.span("number")
    if end - start != len(str(number)):
        raise CannotStandError
    return text[:start] + str(number) + text[end:]


def _with(out: str, piece: str, gap: str) -> str:
    return out + gap + piece if out else piece
