"""The lines of an answer that show its boxes → which are ticked, and the lines that are none of boxes."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from rapport.domain.boxes import ticked
from rapport.pdf.likeness import unmarked
from rapport.pdf.line import Line
from rapport.pdf.repair import Doubtful

_BOX_LINE = 60  # signs; a longer line is none of boxes
_SIGN = r"[^\s\w.,;:!?•–-]{1,3}|[^\W\d]|_\w_|[01]"  # as a font without such signs may show them
_EMPTY = frozenset("○£¤")  # the last two are what Wingdings' empty boxes are as letters
_LEAST = 3  # boxes; of two that look different nobody can tell which is ticked


class Kryss(NamedTuple):
    """The boxes that are ticked, the other lines, and the lines whose signs nobody knows."""

    on: tuple[str, ...]
    rest: list[Line]
    unsure: list[Doubtful]


def kryss(lines: Sequence[Line], boxes: tuple[str, ...], mend: Callable[[Line], str]) -> Kryss:
    """Return what an answer's boxes say; ``mend`` gives what a line says with its letters whole."""
    names = tuple(map(unmarked, boxes))
    on: list[str] = []
    rest: list[Line] = []
    for line in lines:
        shown = _shown(line, mend) if boxes else ""
        found = ticked(shown, names)
        if found is None:
            rest.append(line)
        else:
            on += [box for box in boxes if unmarked(box) in found]
    if boxes and not on:
        return _by_looks(rest, boxes, mend)
    return Kryss(tuple(dict.fromkeys(on)), rest, [])


def _shown(line: Line, mend: Callable[[Line], str]) -> str:
    return unmarked(mend(line).replace("¨", "¤")) if len(line.text) < _BOX_LINE else ""


def _by_looks(lines: list[Line], boxes: tuple[str, ...], mend: Callable[[Line], str]) -> Kryss:
    """Tell boxes with signs that nobody knows apart by what they look like: the one that differs is ticked."""
    signs: dict[str, str] = {}
    used: set[int] = set()
    for at, line in enumerate(lines):
        shown = _shown(line, mend)
        if found := list(_signs(shown, boxes)):
            signs |= {box: sign for box, sign in found if box not in signs}
            used.add(at)
    if set(signs) != set(boxes):
        return Kryss((), lines, [])
    rest = [line for at, line in enumerate(lines) if at not in used]
    seen = " ".join(f"{signs[box]} {box}" for box in boxes)
    usual = Counter(signs.values())
    odd = [box for box in boxes if usual[signs[box]] == 1]
    filled = [box for box in boxes if signs[box] not in _EMPTY]
    is_told = len(filled) < len(boxes) or (len(odd) == 1 and len(boxes) >= _LEAST)
    on = tuple(filled if len(filled) < len(boxes) else odd) if is_told else ()
    read = " ".join(f"{'☒' if box in on else '☐'} {box}" for box in boxes)
    return Kryss(on, rest, [Doubtful(read, seen, "")])


def _signs(text: str, boxes: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield the boxes of a line that holds nothing but boxes, each with its sign."""
    names = "|".join(re.escape(unmarked(box)) for box in sorted(boxes, key=len, reverse=True))
    for pair in (rf"(?P<sign>{_SIGN})\s*(?P<name>{names})\b", rf"(?P<name>{names})\s+(?P<sign>{_SIGN})"):
        if re.fullmatch(rf"\s*(?:{re.sub(r'[?]P<.+?>', '?:', pair)}\s*)+", text):
            for match in re.finditer(pair, text):
                yield next(box for box in boxes if unmarked(box) == match["name"]), match["sign"]
            return
