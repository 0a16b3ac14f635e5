"""Lists written with other signs than Markdown's, as Word writes them, and how to write them so that they are lists."""

import re
from collections.abc import Sequence
from itertools import pairwise

from rapport.prose.apart_lines import (
    ENOUGH,
    MARKER,
    STOPS,
    Change,
    Line,
    Mend,
    Row,
    content,
    on_lines,
    sign,
    sign_name,
)

_NO_ITEM = re.compile(
    r"(?:och|men|eller|samt|som|vilket|vilka|där|inte|utan|dock|trots|framför allt|särskilt|främst|inklusive)\b"
    r"|[^\W\d_]*[–—-]$|[^A-Za-zÅÄÖåäö]*$"
)
_LABELS = ("letter", "number")
_FIGURE = re.compile(r"\{\{.*?\}\}")
_SHORTENED = re.compile(r"\b(?:kl|ca|nr|st|dvs|inkl|exkl|[a-zåäö]\.[a-zåäö]|bl\.a|t\.ex)\.$")
_SPOKEN = re.compile(
    r"[?!]$|[,”\"?!] (?:säger|sade|sa|menar|berättar|svarar|frågar|undrar|tycker|förklarar|konstaterar|tillägger)\b"
)


def list_apart(group: Sequence[Line], *, is_meant: bool = False) -> Mend | None:
    """Return a list written with other signs than Markdown's; None where it is none, or not surely one.

    It is sure where somebody has said that a list is meant.
    """
    numbers = [number for number, line in enumerate(group) if sign(line)]
    if not numbers:
        return None
    lead, lines = group[: numbers[0]], group[numbers[0] :]
    items = _items(lines)
    levels = _levels([lines_of[0] for lines_of in items]) if items else None
    base = _base(lead, lines[0])
    if items is None or levels is None or base is None or (_is_doubtful(lead, items) and not is_meant):
        return None
    kind = sign_name(lines[0])
    if any(sign_name(one[0]) in _LABELS for one in items):  # which are words of the answer, and are kept
        is_one_kind = all(sign_name(one[0]) == kind for one in items)
        return _lettered(lead, items, kind) if is_one_kind and not any(levels) else None
    rows = tuple(Row(((content(one[0]), one[-1].end),), level) for one, level in zip(items, levels, strict=True))
    changes = [
        Change(one[0].start, content(one[0]), " " * (base + 2 * level) + "- ")
        for one, level in zip(items, levels, strict=True)
    ]
    changes += [
        Change(more.start, more.body, " " * (base + 2 * level + 2))
        for one, level in zip(items, levels, strict=True)
        for more in one[1:]
    ]
    return Mend("list", lines[0].start, lines[-1].end, rows, tuple(sorted(changes)))


def _items(lines: Sequence[Line]) -> list[list[Line]] | None:
    """Return each item's lines: what goes on is further in than its sign; None where a line may be something else."""
    items: list[list[Line]] = []
    for line in lines:
        if sign(line):
            items.append([line])
        elif line.indent > items[-1][0].indent and not MARKER.match(line.text):
            items[-1].append(line)
        else:
            return None
    return items


def _levels(firsts: Sequence[Line]) -> list[int] | None:
    """Return how deep each item stands; None where it cannot be said, as signs of different kinds stand alike."""
    steps: list[tuple[int, str]] = []
    levels = []
    for line in firsts:
        while steps and steps[-1][0] > line.indent:
            steps.pop()
        if not steps or steps[-1][0] < line.indent:
            steps.append((line.indent, line.text.lstrip()[0]))
        is_alike = steps[-1][1] == line.text.lstrip()[0] or sign_name(line) in _LABELS
        if not is_alike or (steps[0][0] > line.indent):
            return None
        levels.append(len(steps) - 1)
    return levels


def _base(lead: Sequence[Line], first: Line) -> int | None:
    """Return how far in a list stands: at the margin, or in the item of another list; None where neither is sure."""
    marked = [line for line in lead if MARKER.match(line.text)]
    if not marked:
        return 0
    marker = MARKER.match(lead[-1].text)
    if marker is None or first.indent <= lead[-1].indent:
        return None
    return marker.end()


def _is_doubtful(lead: Sequence[Line], items: Sequence[Sequence[Line]]) -> bool:
    """Whether signs first on the lines may be asides, minus signs or what somebody says."""
    kinds = {sign_name(one[0]) for one in items}
    if kinds <= {"bullet"}:
        return False
    if len(items) == 1:
        return True
    texts = [_FIGURE.sub("", one[0].text.lstrip()[match.end() :]).strip() for one in items if (match := sign(one[0]))]
    if any(_NO_ITEM.match(text) or _SPOKEN.search(text) or text.endswith(("–", "—")) for text in texts):
        return True
    return not _is_led(lead) and "letter" not in kinds and ("o" in kinds or len(items) < ENOUGH)


def _is_led(lead: Sequence[Line]) -> bool:
    """Whether what stands before a list leads to it, or has come to its end."""
    if not lead or MARKER.match(lead[-1].text):
        return True
    last = lead[-1].text.rstrip().rstrip("*")
    return last.endswith(STOPS) and not _SHORTENED.search(last)


def _lettered(lead: Sequence[Line], items: Sequence[Sequence[Line]], kind: str) -> Mend | None:
    """Return items with letters as lines of their own, or numbered ones with a blank line before, if in order."""
    lines = [one[0] for one in items]
    signs = [match[kind] for line in lines if (match := sign(line))]
    order = [int(sign) if kind == "number" else ord(sign) for sign in signs]
    if any(after - before != 1 for before, after in pairwise(order)) or (kind == "letter" and signs[0] != "a"):
        return None
    start, end = lines[0].start, items[-1][-1].end
    if kind == "letter":
        return on_lines(lead, items)
    if not lead or MARKER.match(lead[-1].text):
        return None
    rows = tuple(Row(((content(one[0]), one[-1].end),)) for one in items)
    return Mend("list", start, end, rows, (Change(lead[-1].end, lead[-1].end, "\n"),), order[0])
