"""Lines that a mail program has broken at its own width, and how they are put together again."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

_NARROW, _WIDE = 50, 100  # characters; lines of a letter are broken at a width between
_ENDS = re.compile(r"[.!?:;…][”\"’')]*$")


class Width:
    """The width that a text's lines are broken at, if they are: seen from lines that end in mid-sentence."""

    def __init__(self, lines: Iterable[str]) -> None:
        lines = list(lines)
        widest = max(map(len, lines), default=0)
        is_broken = any(_is_mid_sentence(above, below) for above, below in pairwise(lines))
        self._width = widest if is_broken and _NARROW <= widest <= _WIDE else None

    def goes_on(self, above: str, below: str) -> bool:
        """Return whether a line was broken because the next word had no room on it."""
        if self._width is None or not (above and below):
            return False
        return _is_mid_sentence(above, below) or len(above) + 1 + len(below.split(maxsplit=1)[0]) > self._width

    def joined(self, lines: list[str]) -> Iterator[str]:
        """Yield lines, those that go on with each other as one."""
        parts: list[str] = []
        for index, line in enumerate(lines):
            if parts and not self.goes_on(lines[index - 1], line):
                yield " ".join(parts)
                parts = []
            parts.append(line)
        if parts:
            yield " ".join(parts)


def _is_mid_sentence(above: str, below: str) -> bool:
    return bool(above and below and not _ENDS.search(above) and below[0].islower() and len(above) >= _NARROW)
