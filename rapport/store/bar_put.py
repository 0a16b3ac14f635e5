"""The bar that keeps an answer's lines, put where it is missing, as far as the lines are then surely as meant."""

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from rapport.store.answer import text_source
from rapport.store.area_file import AreaFile
from rapport.store.bar import KEY, Missing, is_on_bars_line, missing_bars
from rapport.store.margin import runs
from rapport.store.nodes import Document, Scalar

_COMMENT = re.compile(r"(?:^|\s)#")
_STEP = 2


class Put(NamedTuple):
    """A bar put in: for which key, what is written instead of which piece of the file, and the words of the answer."""

    missing: Missing
    start: int
    end: int
    new: str
    words: list[str]


def bars_put(source: str, path: str) -> Iterator[Put]:
    """Yield how each bar that is missing in a file's text can be put in; what may be a comment is left alone."""
    lines = source.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    for run in runs(source, path):
        if run.new is not None:
            yield Put(run.missing, run.start, run.end, run.new, run.words)
    for missing in missing_bars(source, path):
        head, body = lines[missing.first - 1].rstrip("\r \t"), lines[missing.first : missing.last]
        key = KEY.match(head)
        value = key["value"].strip() if key else ""
        first = next((line for line in body if line.strip()), " " * (len(key["indent"]) + _STEP) if key else "")
        if key is None or (not value.startswith(">") and any(map(_COMMENT.search, [value, *body]))):
            continue
        at = starts[missing.first - 1] + key.start("value")
        indent = first[: len(first) - len(first.lstrip(" "))]
        newline = "\r\n" if "\r\n" in source else "\n"
        start = at + key["value"].find(value)
        if is_on_bars_line(value, body):
            own = value.partition(" ")[2].lstrip()
            piece = (at, start + len(value) - len(own), f" |{newline}{indent}")
            yield Put(missing, *piece, " ".join([own, *body]).split())
            continue
        is_folded = value.startswith(">")
        below = f" |{newline}{indent}" if value else " |"
        piece = (start, start + 1, "|") if is_folded else (at, start, below)
        yield Put(missing, *piece, " ".join([*([] if is_folded else [value]), *body]).split())


def stands_as_meant(put: Put, area: AreaFile) -> bool:
    """Whether a bar's answer in the file, read again with the bar, has all its words, each line kept."""
    text = _text_at(area.document, put.missing.first) if area.document and area.post else None
    return text is not None and text.style == "|" and text.text.split() == put.words


def _text_at(document: Document, line: int) -> Scalar | None:
    svar = document.find(("svar",))
    for fraga in getattr(svar, "entries", {}):
        source = text_source(document, fraga)
        if source and source.scalar.line == line:
            return source.scalar
    return None
