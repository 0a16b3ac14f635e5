"""Answers with expressions: their figures put in, and every place still that of the file."""

import re

from rapport.domain.figur import Figur, Rendered, Renderer
from rapport.domain.svar import Svar
from rapport.finding import Finding, Place
from rapport.prose.problem import MAX_CHARACTERS
from rapport.store.locate import locate, occurrences, position
from rapport.store.yaml import Document, Scalar

# What Jinja's expressions, statements and comments begin with.
_MARK = re.compile(r"\{[{%#]")


def has_expressions(text: str) -> bool:
    """Whether a text may hold anything to evaluate."""
    return _MARK.search(text) is not None


def render(text: str, renderer: Renderer | None) -> Rendered | None:
    """Return a text with its expressions evaluated; None when it has none, or there is nobody to do it."""
    if renderer is None or len(text) > MAX_CHARACTERS or not has_expressions(text):
        return None
    return renderer(text)


def fault_findings(
    rendered: Rendered, document: Document, scalar: Scalar | None, omrade: int | None, fraga: str
) -> list[Finding]:
    """Return a finding for every expression that could not be evaluated."""
    return [
        Finding(
            "siffra",
            "error",
            fault.message,
            fault.hint,
            _place(document, scalar, fault.start, fault.excerpt),
            omrade,
            fraga,
            fault.excerpt,
        )
        for fault in rendered.faults
    ]


def with_figures(svar: Svar, rendered: Rendered, document: Document, scalar: Scalar | None) -> Svar:
    """Return an answer with the figures in it, each with its place in the file and in the answer's text."""
    figures: list[Figur] = []
    at = 0
    for piece in rendered.pieces:
        if piece.figur:
            place = _place(document, scalar, piece.start, piece.figur.uttryck)
            start = _start(svar.text, rendered.plain, piece.plain, at)
            figures.append(piece.figur.model_copy(update={"place": place, "start": start}))
        at += len(piece.plain)
    return svar.model_copy(update={"siffror": tuple(figures)})


def _start(text: str, plain: str, value: str, at: int) -> int | None:
    """Return where a value stands in an answer's text: as many of its likes before it as in the text as written."""
    if not value or text.count(value) != plain.count(value):
        return None
    start = -1
    for _ in range(plain.count(value, 0, at) + 1):
        start = text.find(value, start + 1 if start < 0 else start + len(value))
    return start if start >= 0 else None


def locate_rendered(document: Document, scalar: Scalar, rendered: Rendered, excerpt: str, occurrence: int = 0) -> Place:
    """Return the place of an excerpt's n-th occurrence; inside a figure it is that of the expression."""
    matches = list(occurrences(rendered.plain, excerpt)) if excerpt.strip() else []
    if not matches:
        return document.place(scalar)
    first, last = matches[min(occurrence, len(matches) - 1)]
    start, end = rendered.origin(first, plain=True)
    is_figure = scalar.text[start:end].startswith("{")
    return _place(document, scalar, start, scalar.text[start : end if is_figure else min(end, start + last - first)])


def problem_place(document: Document, scalar: Scalar, rendered: Rendered, line: int, column: int) -> Place:
    """Return the place of a line and column (from 0) of the rendered Markdown."""
    lines = rendered.markdown.split("\n")
    offset = sum(len(text) + 1 for text in lines[:line]) + column
    start, end = rendered.origin(offset)
    return _place(document, scalar, start, scalar.text[start:end].partition("\n")[0])


def _place(document: Document, scalar: Scalar | None, offset: int, excerpt: str) -> Place:
    """Return the place of an offset in a value's text, where ``excerpt`` begins."""
    if scalar is None:
        return Place(document.path)
    if scalar.style == "|":
        line = scalar.text.count("\n", 0, offset)
        return position(document, scalar, line, offset - scalar.text.rfind("\n", 0, offset) - 1, None)
    before = sum(1 for start, _ in occurrences(scalar.text, excerpt) if start < offset)
    return locate(document, scalar, excerpt, before)
