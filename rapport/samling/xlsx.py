"""The data set as an Excel workbook: the reports, a sheet for each area with its answers, and what they name."""

import sqlite3
from pathlib import Path

from rapport.samling.arbetsbok import Arbetsbok, new_workbook
from rapport.samling.schema import TABELL_BY_NAMN, Tabell
from rapport.samling.sqlite import rows_in

_REGION, _YEAR = 26, 4  # characters
_CUT = " … [resten står i redovisningar.sqlite och i csv/svar.csv]"
_TITLE = 31  # characters of a sheet's name
_WIDE, _NARROW, _LETTER = 90, 8, 1.15  # a column's width in characters; what a letter takes
_ANSWERS = """
    SELECT r.region, r.ar, s.fraga, f.text, s.kryss, s.tecken, s.text
    FROM svar s JOIN redovisningar r USING (redovisning) JOIN fragor f ON f.mall = r.mall AND f.fraga = s.fraga
    WHERE s.omrade = ? ORDER BY s.rowid
"""
_OTHERS = ("belopp", "mal", "aktorer", "kommuner", "diarienummer", "grunder", "fynd", "inkomna")


def write_workbook(database: sqlite3.Connection, file: Path) -> None:
    """Write the workbook."""
    heads = ("Region", "År", "Fråga", "Frågan", "Kryss", "Tecken", "Svar")
    widths = [width * _LETTER for width in (24, 6, 7, 40, 12, 8, _WIDE)]
    asked = "SELECT omrade, min(rubrik) FROM omraden GROUP BY omrade ORDER BY omrade"
    with new_workbook(file, _CUT) as book:
        _whole(book, database, TABELL_BY_NAMN["redovisningar"], "Redovisningar")
        for nummer, rubrik in database.execute(asked).fetchall():
            book.sheet(_fit(f"{nummer} {rubrik}"), heads, widths, database.execute(_ANSWERS, (nummer,)))
        for name in _OTHERS:
            _whole(book, database, TABELL_BY_NAMN[name], name.capitalize())


def _whole(book: Arbetsbok, database: sqlite3.Connection, tabell: Tabell, title: str) -> None:
    longest = ", ".join(f"max(length(coalesce({name}, '')))" for name in tabell.namn_pa_kolumner)
    found = database.execute(f"SELECT {longest} FROM {tabell.namn}").fetchone()  # noqa: S608 - names of ours
    heads, rows = tabell.namn_pa_kolumner, rows_in(database, tabell)
    if heads[:3] == ("redovisning", "omrade", "fraga"):  # what is named: whose, and of when, first
        heads, found = ("region", "ar", *heads), (_REGION, _YEAR, *found)
        own = (
            f"SELECT r.region, r.ar, t.* FROM {tabell.namn} t JOIN redovisningar r USING (redovisning) ORDER BY t.rowid"  # noqa: S608
        )
        rows = database.execute(own)
    wide = [max(_NARROW, len(head) + 3, min(_WIDE, most or 0)) for head, most in zip(heads, found, strict=True)]
    book.sheet(_fit(title), heads, [width * _LETTER for width in wide], rows)


def _fit(title: str) -> str:
    """Return a sheet's name: cut at a word, without what Excel has no such names with."""
    clean = "".join(" " if sign in r"[]:*?/\'" else sign for sign in title)
    return clean if len(clean) <= _TITLE else clean[: _TITLE - 1].rpartition(" ")[0] + "…"
