"""What can be written in an answer's own text, where a word begins like it or somebody asks: never while just writing.

That is case numbers and papers of the register, questions after "fråga", and figures from tables.
"""

import re
from collections.abc import Iterator

from rapport.domain.kalla import Kalla
from rapport.domain.offer import Offer
from rapport.workflow.asking import Asking

_TO_QUESTION = re.compile(r"(?i)\b(?:fråg(?:a|an|or|orna)|svar(?:et)? (?:på|i|under)) (?P<id>\d[\w.]*|)$")
_ID = re.compile(r"\d+(?:\.\d+[a-z]?)?")
_LEAST = 2  # characters that a case number is known by
_DETAIL = 100


def offered_prose(at: Asking) -> list[Offer]:
    """Return what can be written at a place in an answer's text."""
    line = at.line()
    if reference := _TO_QUESTION.search(line):
        return [*_questions(at, len(line) - reference.start("id"))]
    if found := [*_numbers(at, line)]:
        return found
    if at.is_invoked and not re.search(r"\w$", line):
        return [*_papers(at), *_tables(at)]
    return []


def _end(at: Asking, start: int, new: str) -> int:
    """Return up to where there stands already, behind the place, what is to be written."""
    rest = new[at.offset - start :]
    return at.offset + next(n for n in range(len(rest), -1, -1) if at.text.startswith(rest[:n], at.offset))


def _questions(at: Asking, typed: int) -> Iterator[Offer]:
    """Yield the form's questions, but for the one that is being answered."""
    mall, start = at.underlag.mall, at.offset - typed
    rest = _ID.match(at.text, start)
    end = max(at.offset, rest.end() if rest and typed else 0)
    for fraga in mall.fraga_by_id.values():
        if fraga.id == at.cursor.keys[1]:
            continue
        svar = at.underlag.svar_by_fraga.get(fraga.id)
        state = "" if svar and svar.blocks else "obesvarad · "
        text = mall.full_text(fraga)
        yield Offer(fraga.id, "hänvisning", fraga.id, start, end, f"{state}{text[:_DETAIL]}", text)


def _numbers(at: Asking, line: str) -> Iterator[Offer]:
    """Yield the case numbers that the last words begin like."""
    for number, kallor in _by_number(at).items():
        if typed := _begun(number, line):
            yield _number(at, number, kallor, at.offset - typed)


def _by_number(at: Asking) -> dict[str, list[Kalla]]:
    """Return the register's papers by case number: a case may have several."""
    found: dict[str, list[Kalla]] = {}
    for kalla in at.underlag.kallor.kallor:
        if kalla.diarienummer:
            found.setdefault(kalla.diarienummer, []).append(kalla)
    return found


def _number(at: Asking, number: str, kallor: list[Kalla], start: int) -> Offer:
    about = "\n".join(_about(kalla, kalla.titel) for kalla in kallor)
    first, _, more = about.partition("\n")
    found_by = " ".join([number, *(kalla.titel for kalla in kallor)])
    return Offer(number, "papper", number, start, _end(at, start, number), first + " …" * bool(more), about, found_by)


def _begun(number: str, line: str) -> int:
    """Return how much of a case number stands last on a line, as a word of its own; 0 for none of it."""
    return next(
        (
            size
            for size in range(len(number), _LEAST - 1, -1)
            if line.endswith(number[:size]) and not re.search(r"[\w/]$", line[:-size])
        ),
        0,
    )


def _papers(at: Asking) -> Iterator[Offer]:
    """Yield the register's papers: by number, then by title."""
    for number, kallor in _by_number(at).items():
        yield _number(at, number, kallor, at.offset)
    for kalla in at.underlag.kallor.kallor:
        detail = _about(kalla, kalla.diarienummer or "")
        yield Offer(kalla.titel, "papper", kalla.titel, at.offset, at.offset, detail)


def _tables(at: Asking) -> Iterator[Offer]:
    """Yield for each table an expression that works on it."""
    from rapport.output.siffror import example

    for tabell in at.report.figures.tables:
        new = example(tabell)
        yield Offer(f"{{{{ {tabell.namn} }}}}", "tabell", new, at.offset, at.offset, new, tabell.kalla, tabell.namn)


def _about(kalla: Kalla, first: str) -> str:
    return " · ".join(filter(None, [first, kalla.datum.isoformat() if kalla.datum else "", kalla.slag]))
