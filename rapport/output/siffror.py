"""Figures and tables shown: as text for people, as data for other programs."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from rapport.domain.places import Places
from rapport.domain.svar import Siffra, Svar
from rapport.domain.tabell import Kolumn, Tabell
from rapport.domain.underlag import Underlag
from rapport.output.wrapped import wrapped
from rapport.prose.blocks import Uttag
from rapport.prose.numbers import thousands

VERSION = 1
_TOGETHER = "\x01"  # where a line may not be broken
_MONEY = 10_000
_LONGEST = 40  # ranges of rows shown before the rest is only counted


def as_data(kalla: str, underlag: Underlag, svar_list: Iterable[Svar]) -> dict[str, Any]:
    """Return the trace of every figure as plain data, with the keys of the published format."""
    return {
        "version": VERSION,
        "kalla": kalla,
        "siffror": [_figure(underlag.places, svar, siffra) for svar in svar_list for siffra in svar.siffror],
    }


def _figure(places: Places, svar: Svar, siffra: Siffra) -> dict[str, Any]:
    place = places.of_words(svar, siffra.start)
    return {
        "fraga": svar.fraga,
        "uttryck": siffra.trace.uttryck,
        "varde": siffra.varde,
        "tecken": siffra.tecken,
        "start": siffra.start,
        "length": siffra.end - siffra.start,
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "uttag": [uttag._asdict() for uttag in siffra.trace.uttag],
    }


def as_text(underlag: Underlag, svar_list: Iterable[Svar], width: int) -> Iterator[str]:
    """Yield the trace of every figure line by line."""
    for number, svar in enumerate(svar_list):
        yield from [""] if number else []
        yield f"Fråga {svar.fraga}"
        for siffra in svar.siffror:
            first, *rest = siffra.varde.split("\n")
            more = f" … {rest[-1]}" if rest else ""
            yield ""
            yield f"  {first}{more}  ({thousands(siffra.tecken)} tecken)"
            yield from _expression(" ".join(siffra.trace.uttryck.split()), width)
            for uttag in siffra.trace.uttag:
                yield from _uttag(uttag, width)
            yield f"    {underlag.places.of_words(svar, siffra.start)}"


def _uttag(uttag: Uttag, width: int) -> Iterator[str]:
    for line in source_lines(uttag):
        yield from wrapped(line, width, "    ", "      ")


def source_lines(uttag: Uttag) -> Iterator[str]:
    """Yield in words where a figure was taken from: file and columns, the choice of rows, the rows."""
    columns = f", {'kolumn' if len(uttag.kolumner) == 1 else 'kolumnerna'} " if uttag.kolumner else ""
    yield f"{uttag.fil}{columns}{', '.join(uttag.kolumner)}"
    if uttag.urval:
        yield f"urval: {'; '.join(uttag.urval)}"
    yield _rows(uttag.rader)
    if uttag.hoppade:
        yield f"hoppade över, cellen är tom: {_rows(uttag.hoppade)}"


def _rows(numbers: tuple[int, ...]) -> str:
    """Return row numbers as people say them: 12 rader: 2–5, 9, 11–17."""
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    shown = [f"{a}" if a == b else f"{a}–{b}" for a, b in ranges]
    more = f" och {len(shown) - _LONGEST} ställen till" if len(shown) > _LONGEST else ""
    count = f"{thousands(len(numbers))} rad{'er' if len(numbers) != 1 else ''}"
    return f"{count}: {', '.join(shown[:_LONGEST])}{more}" if shown else count


def tables_as_text(tables: Iterable[Tabell], width: int) -> Iterator[str]:
    """Yield every table: its name, file and columns, and an expression that works."""
    for number, tabell in enumerate(tables):
        yield from [""] if number else []
        yield f"{tabell.namn}   {tabell.kalla}, {thousands(len(tabell.rader))} rader"
        longest = max(len(kolumn.namn) for kolumn in tabell.kolumner)
        for kolumn in tabell.kolumner:
            heading = f"   {kolumn.rubrik}" if kolumn.rubrik != kolumn.namn else ""
            yield f"  {kolumn.namn:<{longest}}  {kolumn.slag:<5}{heading}".rstrip()
        yield from _expression(f"Till exempel:  {example(tabell)}", width, indent="  ")


def tables_as_data(kalla: str, tables: Iterable[Tabell]) -> dict[str, Any]:
    """Return every table as plain data, without its rows."""
    return {
        "version": VERSION,
        "kalla": kalla,
        "tabeller": [
            {
                "namn": tabell.namn,
                "fil": tabell.fil,
                "blad": tabell.blad,
                "rader": len(tabell.rader),
                "kolumner": [_column(kolumn) for kolumn in tabell.kolumner],
                "exempel": example(tabell),
            }
            for tabell in tables
        ],
    }


def _column(kolumn: Kolumn) -> dict[str, str]:
    return {"namn": kolumn.namn, "rubrik": kolumn.rubrik, "slag": kolumn.slag}


def example(tabell: Tabell) -> str:
    """Return an expression that works on a table: a sum, of money where there is any, for one kind of its rows."""
    summed = _telling(tabell)
    filled = [summed is None or cell is not None for cell in tabell.cells(summed or tabell.kolumner[0])]
    parting = sorted((k for k in tabell.kolumner if k.slag == "text"), key=lambda k: _share(tabell, k) > 1 / 2)
    samples = ((k.namn, _sample(tabell, k, filled)) for k in parting if _share(tabell, k) < 1)
    chosen = next((f' | dar({name}="{sample}")' for name, sample in samples if sample), "")
    if summed is None:
        return f"{{{{ {tabell.namn}{chosen} | antal }}}}"
    unit = "kr" if is_money(tabell, summed) else "tal"
    return f'{{{{ {tabell.namn}{chosen} | summa("{summed.namn}") | {unit} }}}}'


def _telling(tabell: Tabell) -> Kolumn | None:
    """Return the column of numbers to show a sum of: one of money before others, and then the one most filled in."""
    numeric = [kolumn for kolumn in tabell.kolumner if kolumn.slag == "tal" and not kolumn.andelar]
    return max(numeric, key=lambda k: (is_money(tabell, k), len(_numbers(tabell, k))), default=None)


def is_money(tabell: Tabell, kolumn: Kolumn) -> bool:
    """Whether a column's numbers are as large as amounts in kronor are, and years and people are not."""
    return max(_numbers(tabell, kolumn), default=Decimal(0)) >= _MONEY


def _numbers(tabell: Tabell, kolumn: Kolumn) -> list[Decimal]:
    return [cell for cell in tabell.cells(kolumn) if isinstance(cell, Decimal)]


def _share(tabell: Tabell, kolumn: Kolumn) -> float:
    """Return how many different values a column has, as a share of its cells: small when it parts rows into kinds."""
    cells = [cell for cell in tabell.cells(kolumn) if cell is not None]
    return len(set(cells)) / len(cells) if cells else 1.0


def _sample(tabell: Tabell, kolumn: Kolumn, filled: list[bool]) -> str:
    """Return a value of a row whose number is not empty, that can stand within quotation marks; "" without one."""
    rows = zip(tabell.cells(kolumn), filled, strict=True)
    texts = (cell for cell, has_number in rows if has_number and isinstance(cell, str))
    return next((text for text in texts if '"' not in text and "\\" not in text), "")


def _expression(text: str, width: int, indent: str = "    ") -> list[str]:
    """Return an expression on lines; its braces stand beside something, never alone on a line."""
    whole = re.sub(r"(?<=\{\{) | (?=\}\})", _TOGETHER, text)
    return [line.replace(_TOGETHER, " ") for line in wrapped(whole, width, indent, indent + "  ")]
