"""Where each answer stands in the text of a file, as an editor has it: told by its lines, whether it parses or not."""

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from typing import NamedTuple

_KEY = re.compile(
    r"""^(?P<indent>[ ]*)(?P<whole>(?P<quote>["']?)(?P<key>[^\s"'#:{}\[\]-][^"'\n#:]*+)(?P=quote))[ \t]*:(?=\s|$)""",
    re.MULTILINE,
)
_SVAR = re.compile(r"""^(?P<svar>["']?svar["']?)[ \t]*:(?=\s|$)""", re.MULTILINE)


class Entry(NamedTuple):
    """One answer in a file: its question, its key from ``start`` to ``key_end``, and where its last line ends."""

    fraga: str
    start: int
    key_end: int
    end: int


def entries(text: str, ids: Collection[str]) -> list[Entry]:
    """Return the answers that a file has, in its order; ``ids`` are the questions of the form."""
    svar = _SVAR.search(text)
    keys = [*_KEY.finditer(text, svar.end() if svar else 0)]
    indent = next((match["indent"] for match in keys if match["key"].rstrip() in ids), "")
    beside = [match for match in keys if len(match["indent"]) <= len(indent)]
    ends = [*(match.start() for match in beside), len(text)][1:]
    return [
        Entry(key, match.start("whole"), match.start("whole") + len(match["whole"].rstrip()), _end(text, *span))
        for match, end in zip(beside, ends, strict=True)
        if (key := match["key"].rstrip()) in ids and match["indent"] == indent
        if (span := (match.start(), end, len(indent)))
    ]


def _end(text: str, start: int, end: int, indent: int) -> int:
    """Return where an answer's last line ends, without what stands above the next one as a comment."""
    lines = text[start:end].split("\n")
    while len(lines) > 1 and (not lines[-1].strip() or _is_comment(lines[-1], indent)):
        lines.pop()
    return start + len("\n".join(lines).rstrip("\r"))


def _is_comment(line: str, indent: int) -> bool:
    bare = line.lstrip(" ")
    return bare.startswith("#") and len(line) - len(bare) <= indent


def entry_at(text: str, found: Sequence[Entry], offset: int) -> Entry | None:
    """Return the answer that a place is in, or right below; in the comment above an answer, that one."""
    lines = [text.rfind("\n", 0, entry.start) + 1 for entry in found]
    number = bisect_right(lines, offset) - 1
    below = found[number + 1] if number + 1 < len(found) else None
    line = text[text.rfind("\n", 0, offset) + 1 :].partition("\n")[0]
    if below and _is_comment(line, below.start - lines[number + 1]):
        return below
    return found[number] if number >= 0 else None


def place_for(text: str, found: Sequence[Entry], fraga: str, order: Sequence[str]) -> int:
    """Return where an answer stands in a file, or would stand: behind those of the questions before it."""
    by_fraga = {entry.fraga: entry for entry in found}
    if fraga in by_fraga:
        return by_fraga[fraga].start
    number = order.index(fraga)
    for before in reversed(order[:number]):
        if before in by_fraga:
            return by_fraga[before].end
    after = next((by_fraga[one].start for one in order[number:] if one in by_fraga), None)
    svar = _SVAR.search(text)
    return after if after is not None else svar.start() if svar else len(text)
