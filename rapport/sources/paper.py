"""A paper's file → its snippets, or the reason why it cannot be searched.

A snippet is long enough to say something and short enough to be read at a glance.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from rapport.errors import InputError, reason
from rapport.limits import PAPER_BYTES, PAPER_SNIPPETS

MAX_FILE = PAPER_BYTES.most
ENOUGH = 300  # characters: a snippet that is this long ends where its paragraph does
MOST = 1_200  # characters: a longer paragraph is parted
_MAX_SNIPPETS = PAPER_SNIPPETS.most
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\u00ad\ud800-\udfff]")
_HYPHEN = re.compile(r"(?<=[a-zåäöé])[-‐]\n(?=[a-zåäö])(?!(?:och|eller|samt|respektive|till|men|som)\b)")
_KEPT_HYPHEN = re.compile(r"(?<=[A-ZÅÄÖ\d])[-‐]\n(?=\w)")  # RUS-arbetet
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d+)*[.)]\s|[•–\-*]\s")
_SENTENCE_ENDS = '.!?:;”"'
_SKIPPED = "De andra papperen går att söka i ändå."


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper's file, and its path as the user knows it."""

    name: str
    file: Path


@dataclass(frozen=True, slots=True)
class Extract:
    """A paragraph or a row as its reader found it; ``unit`` is what snippets may not reach across: a page, a sheet."""

    text: str
    place: str
    unit: int = 0
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of a paper, with where it begins: "sida 3", "rad 17", "blad Kostnader, rad 4"."""

    text: str
    place: str


@dataclass(frozen=True, slots=True)
class PaperText:
    """What a paper says; where it could not be read instead the reason, and what to do about it."""

    snippets: tuple[Snippet, ...]
    fault: tuple[str, str] | None = None


class Unread(Exception):  # noqa: N818 - it is what has happened to the paper
    """A paper cannot be read; ``message`` goes on after the file's name, ``hint`` says what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


# A reader from another room knows nothing of ours: it gives the bare paragraphs, which are numbered here.
Reader = Callable[[Path], Iterable[Extract | str]]


def read(paper: Paper, reader: Reader) -> PaperText:
    """Return what a paper says, as its reader finds it."""
    try:
        return PaperText(_snippets(paper.file, reader))
    except Unread as error:
        return unread(paper, error.message, error.hint)
    except InputError as error:  # already a sentence that says what to do, with the whole path
        return PaperText((), (str(error).replace(str(paper.file), paper.name), _SKIPPED))
    except OSError as error:
        hint = "Stäng den om den är öppen i ett annat program, och kontrollera att du får läsa den."
        return unread(paper, f"kan inte läsas ({reason(error)}).", hint)


def unread(paper: Paper, message: str, hint: str) -> PaperText:
    """Return what there is of a paper that could not be read."""
    return PaperText((), (f"{paper.name} {message}", hint))


def _snippets(file: Path, reader: Reader) -> tuple[Snippet, ...]:
    if not file.is_file():
        raise Unread("är ingen vanlig fil.", "Ta bort den ur mappen.")
    if file.stat().st_size > MAX_FILE:
        limit = f"{MAX_FILE // 1_000_000} MB"
        raise Unread(f"är större än {limit} och läses inte.", "Dela upp den, eller spara den som text.")
    numbered = (
        found if isinstance(found, Extract) else Extract(found, f"stycke {number}")
        for number, found in enumerate(reader(file), 1)
    )
    snippets = tuple(islice(pack(numbered), _MAX_SNIPPETS + 1))
    if len(snippets) > _MAX_SNIPPETS:
        raise Unread("är för stor för att läsas hel.", "Dela upp den, och lägg dit de delar som behövs.")
    if not snippets:
        raise Unread("är tom.", "Kontrollera att filen är rätt, eller ta bort den.")
    return snippets


def clean(text: str) -> str:
    """Return a text as one line: words parted at line ends joined, nothing that a terminal would obey."""
    joined = _HYPHEN.sub("", _CONTROL.sub("", text.replace("\r", "\n").replace("\x0c", "\n")))
    return re.sub("[ \n\t]+", " ", _KEPT_HYPHEN.sub("-", joined)).strip()


def pack(extracts: Iterable[Extract]) -> Iterator[Snippet]:
    """Yield snippets: a heading with what it is about, a sentence that a blank line has cut in one piece again.

    The paragraphs of a snippet stand on lines of their own.
    """
    text, place, unit = "", "", 0
    for extract in extracts:
        coming = clean(extract.text)
        if not coming:
            continue
        goes_on = bool(text) and _goes_on(text, coming)
        is_full = len(text) + len(coming) > MOST or (len(text) >= ENOUGH and not goes_on)
        if text and (extract.unit != unit or extract.alone or is_full):
            yield from _parted(text, place)
            text = ""
        if not text:
            place, unit = extract.place, extract.unit
        text += (" " if goes_on else "\n") * bool(text) + coming
    yield from _parted(text, place)


def _goes_on(text: str, coming: str) -> bool:
    """Whether what comes is more of the sentence that a text ends in."""
    begins_within = coming[0].islower() or coming[0].isdigit()
    return text[-1] not in _SENTENCE_ENDS and begins_within and not _NUMBERED.match(coming)


def _parted(text: str, place: str) -> Iterator[Snippet]:
    start = 0
    while len(text) - start > MOST:
        stop = start + MOST
        end = text.rfind(". ", start, stop) + 1 or text.rfind(" ", start, stop)
        end = end if end > start + ENOUGH else stop
        yield Snippet(text[start:end].strip(), place)
        start = end
    if rest := text[start:].strip():
        yield Snippet(rest, place)
