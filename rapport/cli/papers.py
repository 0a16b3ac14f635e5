"""What the commands about source papers share: how a snippet is shown, progress, and what could not be read."""

import re
import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any

from rapport.cli.command import WIDTH, say
from rapport.errors import InputError
from rapport.output.colour import PLAIN, Paint, begin
from rapport.output.wrapped import wrapped

if TYPE_CHECKING:
    from rapport.domain.kalla import Kalla
    from rapport.finding import Finding
    from rapport.workflow.papers import Looked
    from rapport.workflow.searching import Traff

VERSION = 1
EXCERPT = 420  # characters of a snippet that are shown
_MOST_UNREAD = 5
_MAX = 1_000
# Stand-ins for the marks while lines are broken: one character each, that no paper has.
_OPEN, _CLOSE = "\x01", "\x02"
_IN_NUMBER = re.compile(r"(?<=\d) (?=(?:\d{3}|kr|[tm]n?kr|procent)\b)|(?<=§) (?=\d)")  # 500 000 kr is one thing


def width() -> int:
    """Return how wide lines may be."""
    return min(get_terminal_size().columns, 100) if sys.stdout.isatty() else WIDTH


def require_count(number: int) -> int:
    """Return how many snippets to show; InputError when that is no sensible number."""
    if not 1 <= number <= _MAX:
        raise InputError(f"--antal är {number}, men ska vara ett tal från 1 till {_MAX}.")
    return number


def heading(traff: "Traff", kalla: "Kalla | None", *, colour: bool) -> list[str]:
    """Return the line over a snippet: which paper, and where in it; a line more where that is too long for one."""
    name = f"{traff.paper}, {traff.place}"
    about = [kalla.titel, kalla.diarienummer] if kalla else []
    known = " · ".join(filter(None, about))
    shown = Paint(colour)(name, "bold")
    if not known or len(f"{name} – {known}") <= width():
        return [" – ".join(filter(None, [shown, known]))]
    return [shown, *wrapped(known, width())]


def snippet(traff: "Traff", *, colour: bool) -> Iterator[str]:
    """Yield a snippet line by line, what was found in bold, or between » and « where there is no bold."""
    text, marks = excerpt(traff.text, traff.marks, EXCERPT)
    text = _IN_NUMBER.sub("\u00a0", text)
    for start, end in reversed(marks):
        text = f"{text[:start]}{_OPEN}{text[start:end]}{_CLOSE}{text[end:]}"
    opening, closing = (begin("bold"), PLAIN) if colour else ("»", "«")
    is_open = False
    paragraphs = (wrapped(paragraph, width(), "  ") for paragraph in text.split("\n"))
    for line in chain.from_iterable(paragraphs):
        shown = line[:2] + (_OPEN if is_open and colour else "") + line[2:]
        is_open = line.rfind(_OPEN) > line.rfind(_CLOSE) or (is_open and _CLOSE not in line)
        yield shown.replace(_OPEN, opening).replace(_CLOSE, closing) + (PLAIN if is_open and colour else "")


def excerpt(text: str, marks: Iterable[tuple[int, int]], most: int) -> tuple[str, list[tuple[int, int]]]:
    """Return the part of a text with most marks in it, cut between words, with the marks that are left."""
    spans = list(marks)
    if len(text) <= most:
        return text, spans
    best = max(spans, key=lambda span: sum(span[0] <= s[0] < span[0] + most * 3 // 4 for s in spans), default=(0, 0))
    start = max(0, min(best[0] - most // 6, len(text) - most))
    start = text.rfind(" ", 0, start + 1) + 1 if start else 0
    end = len(text) if start + most >= len(text) else text.rfind(" ", start, start + most)
    end = end if end > start else start + most
    before, after = "… " if start else "", " …" if end < len(text) else ""
    moved = [(s - start + len(before), e - start + len(before)) for s, e in spans if s >= start and e <= end]
    return f"{before}{text[start:end]}{after}", moved


def as_data(traff: "Traff", kalla: "Kalla | None") -> dict[str, Any]:
    """Return a snippet found as plain data, with the keys of the published format."""
    return {
        "papper": traff.paper,
        "plats": traff.place,
        "text": traff.text,
        "markerat": [list(span) for span in traff.marks],
        "ord": list(traff.words),
        "id": kalla.id if kalla else None,
        "titel": kalla.titel if kalla else None,
        "diarienummer": kalla.diarienummer if kalla else None,
    }


def unread_data(findings: Iterable["Finding"]) -> list[dict[str, Any]]:
    """Return the papers that could not be read as plain data."""
    return [{"papper": f.place.path, "message": f.message, "hint": f.hint} for f in findings]


def tell(looked: "Looked") -> None:
    """Say what the user should know beside the result: remarks, and papers that could not be searched."""
    for remark in looked.remarks:
        say(remark)
    for finding in looked.unread[:_MOST_UNREAD]:
        say(f"{finding.message} {finding.hint}")
    if others := looked.library.others:
        names = f"{len(others)} filer" if len(others) > 1 else others[0]
        say(f"{names} läses inte: bara .docx, .pdf, .xlsx, .txt och .md. Se rapport underlag lista.")
    if (more := len(looked.unread) - _MOST_UNREAD) > 0:
        from rapport.workflow.files import as_argument

        where = as_argument(looked.library.folder)
        say(f"Ytterligare {more} papper kunde inte läsas. Se: rapport underlag lista{' --i' if where else ''}{where}")
