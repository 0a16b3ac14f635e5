"""Others' answers to a question: on a terminal a table and then each in full, or plain data."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from rapport.domain.andras import AndrasSvar, Jamforelse
from rapport.domain.svarstext import parts
from rapport.output.analys import as_text as as_table
from rapport.output.analys import lines_of
from rapport.output.colour import Paint
from rapport.output.wrapped import wrapped
from rapport.prose.numbers import row_of, thousands

VERSION = 1
_READ = 76  # characters of a line that is read, and not looked over


class _Table(NamedTuple):
    kolumner: tuple[str, ...]
    rader: list[tuple[str | int, ...]]


def as_data(found: Jamforelse) -> dict[str, Any]:
    """Return it as plain data, with the keys of the published format."""
    return {
        "version": VERSION,
        "fraga": found.fraga,
        "text": found.text,
        "ar": found.ar,
        "aren": [*found.aren],
        "samling": str(found.samling),
        "egen": found.egen or None,
        "svar": [svar_data(one) for one in found.svar],
        "sagt": [*found.sagt],
    }


def svar_data(svar: AndrasSvar) -> dict[str, Any]:
    """Return one region's answer as plain data."""
    return {
        "region": svar.av.region,
        "ar": svar.av.ar,
        "fraga": svar.fraga,
        "tecken": svar.tecken,
        "kryss": svar.kryss or None,
        "status": svar.status or None,
        "aktorer": [*svar.aktorer],
        "mal": [*svar.mal],
        "grunder": [*svar.grunder],
        "text": svar.text,
        "delar": [*parts(svar.text, svar.celler)],
    }


def about(svar: AndrasSvar) -> str:
    """Return an answer's length, box and status in words."""
    facts = (
        f"{thousands(svar.tecken)} tecken",
        svar.kryss and f"kryss: {svar.kryss}",
        svar.status and f"status: {svar.status}",
    )
    return " · ".join(filter(None, facts))


def named(svar: AndrasSvar) -> list[tuple[str, str]]:
    """Return what an answer names, each kind with its words."""
    kinds = (
        ("Aktörer", svar.aktorer),
        ("Mål i Agenda 2030", [*map(str, svar.mal)]),
        ("Bygger på", svar.grunder),
    )
    return [(kind, row_of(words)) for kind, words in kinds if words]


def as_text(found: Jamforelse, width: int, *, colour: bool) -> Iterator[str]:
    """Yield it line by line: the question, a row for each region, then every answer in full."""
    paint = Paint(colour)
    but = f", utom {found.egen}" if found.egen else ""
    heading = f"Fråga {found.fraga} i redovisningarna för {found.ar}{but}: {found.text}"
    given = found.givna
    columns = ("region", "tecken", "kryss", "nämner")
    rows: list[tuple[str | int, ...]] = [(o.av.region, o.tecken, o.kryss, ", ".join(_counted(o))) for o in given]
    kept = [n for n in range(len(columns)) if n < 2 or any(row[n] for row in rows)]  # noqa: PLR2004 - always there
    if rows:
        table = _Table(tuple(columns[n] for n in kept), [tuple(row[n] for n in kept) for row in rows])
        yield from as_table(heading, table, width)
    else:
        yield from (*wrapped(heading, width), "", "Ingen har svarat på frågan.")
    told = [*found.sagt, *([f"Inget svar: {row_of(found.utan_svar)}."] if found.utan_svar and rows else [])]
    yield from ["", *(line for text in told for line in wrapped(text, width, rest="  "))] if told else []
    for one in given:
        yield from ("", paint(f"{one.av.region} {one.av.ar}", "bold"), *_answer(one, paint))


def _answer(svar: AndrasSvar, paint: Paint) -> Iterator[str]:
    yield paint(about(svar), "dim")
    for kind, words in named(svar):
        yield from (paint(line, "dim") for line in wrapped(f"{kind}: {words}", _READ, rest="  "))
    before = ""
    for paragraph in parts(svar.text, svar.celler):
        if not isinstance(paragraph, str):
            head, *rows = paragraph
            yield from ("", *lines_of(_Table(tuple(head), [tuple(row) for row in rows]), _READ))
            before = ""
            continue
        # What is short is an item of a list, which is not told apart in the data set.
        yield from [""] if not before or len(before) > _READ or len(paragraph) > _READ else []
        yield from wrapped(paragraph, _READ)
        before = paragraph


def _counted(svar: AndrasSvar) -> Iterator[str]:
    if svar.aktorer:
        yield f"{len(svar.aktorer)} {'aktör' if len(svar.aktorer) == 1 else 'aktörer'}"
    if svar.mal:
        yield f"mål {row_of([*map(str, svar.mal)])}"
    yield from svar.grunder
