"""Pieces of a paper → passages: long enough to say something, short enough to be read at a glance."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

ENOUGH = 300  # characters: a passage that is this long ends where its paragraph does
MOST = 1_200  # characters: a longer paragraph is parted
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\u00ad\ud800-\udfff]")
_HYPHEN = re.compile(r"(?<=[a-zåäöé])[-‐]\n(?=[a-zåäö])(?!(?:och|eller|samt|respektive|till|men|som)\b)")
_KEPT_HYPHEN = re.compile(r"(?<=[A-ZÅÄÖ\d])[-‐]\n(?=\w)")  # RUS-arbetet
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d+)*[.)]\s|[•–\-*]\s")
_SENTENCE_ENDS = '.!?:;”"'


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph or a row as its reader found it; ``unit`` is what passages may not reach across: a page, a sheet."""

    text: str
    place: str
    unit: int = 0
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a paper, with where it begins: "sida 3", "rad 17", "blad Kostnader, rad 4"."""

    text: str
    place: str


def clean(text: str) -> str:
    """Return a text as one line: words parted at line ends joined, nothing that a terminal would obey."""
    joined = _HYPHEN.sub("", _CONTROL.sub("", text.replace("\r", "\n").replace("\x0c", "\n")))
    return re.sub("[ \n\t]+", " ", _KEPT_HYPHEN.sub("-", joined)).strip()


def pack(pieces: Iterable[Piece]) -> Iterator[Passage]:
    """Yield passages: a heading with what it is about, a sentence that a blank line has cut in one piece again.

    The paragraphs of a passage stand on lines of their own.
    """
    text, place, unit = "", "", 0
    for piece in pieces:
        coming = clean(piece.text)
        if not coming:
            continue
        goes_on = bool(text) and _goes_on(text, coming)
        is_full = len(text) + len(coming) > MOST or (len(text) >= ENOUGH and not goes_on)
        if text and (piece.unit != unit or piece.alone or is_full):
            yield from _parted(text, place)
            text = ""
        if not text:
            place, unit = piece.place, piece.unit
        text += (" " if goes_on else "\n") * bool(text) + coming
    yield from _parted(text, place)


def _goes_on(text: str, coming: str) -> bool:
    """Whether what comes is more of the sentence that a text ends in."""
    begins_within = coming[0].islower() or coming[0].isdigit()
    return text[-1] not in _SENTENCE_ENDS and begins_within and not _NUMBERED.match(coming)


def _parted(text: str, place: str) -> Iterator[Passage]:
    start = 0
    while len(text) - start > MOST:
        stop = start + MOST
        end = text.rfind(". ", start, stop) + 1 or text.rfind(" ", start, stop)
        end = end if end > start + ENOUGH else stop
        yield Passage(text[start:end].strip(), place)
        start = end
    if rest := text[start:].strip():
        yield Passage(rest, place)
