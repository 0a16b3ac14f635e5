"""The pages of answers: all to one question beside each other, and all of one report."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from rapport.domain.svarstext import Cell, Tabellrader, parts
from rapport.samling.sidor.data import Rad, file_of, rows, rows_by

_CELLS = "SELECT redovisning, fraga, tabell, rad, kolumn, start, text FROM celler"
_NAMED = (
    ("Aktörer", "SELECT DISTINCT redovisning, aktor AS ord FROM aktorer"),
    ("Mål i Agenda 2030", "SELECT DISTINCT redovisning, mal AS ord FROM mal"),
    ("Bygger på", "SELECT DISTINCT redovisning, grund AS ord FROM grunder"),
)


def questions(database: sqlite3.Connection) -> Iterator[tuple[str, Rad]]:
    """Yield a page for each question: all answers to it beside each other, with what each names."""
    for row in rows(database, "SELECT fraga, text FROM fragor GROUP BY fraga ORDER BY omrade, fraga"):
        asked = (
            "SELECT s.*, r.region, r.ar FROM svar s JOIN redovisningar r USING (redovisning) "
            "WHERE s.fraga = ? ORDER BY r.ar DESC, r.region"
        )
        named = [(vad, rows_by(database, f"{sql} WHERE fraga = ?", "redovisning", row["fraga"])) for vad, sql in _NAMED]
        celler = rows_by(database, f"{_CELLS} WHERE fraga = ?", "redovisning", row["fraga"])
        svar = [_answer(one, named, celler) for one in rows(database, asked, row["fraga"])]
        years = [
            {"ar": ar, "svar": (of := [one for one in svar if one["ar"] == ar]), "kryss": _ticks(of)}
            for ar in dict.fromkeys(one["ar"] for one in svar)
        ]
        data = {"titel": f"Fråga {row['fraga']}", "id": row["fraga"], "text": row["text"], "aren": years}
        yield file_of(row["fraga"]), data


def report(database: sqlite3.Connection, name: str) -> Rad:
    """Return the page of a report: every answer with what was found in it."""
    own = dict(database.execute("SELECT * FROM redovisningar WHERE redovisning = ?", (name,)).fetchone())
    found: dict[str | None, list[Rad]] = defaultdict(list)
    for row in rows(database, "SELECT * FROM fynd WHERE redovisning = ? ORDER BY rowid", name):
        found[row["fraga"]].append({**row, "text": row["meddelande"]})
    asked = (
        "SELECT s.*, f.text AS fragan FROM svar s JOIN fragor f ON f.fraga = s.fraga AND f.mall = ? "
        "WHERE s.redovisning = ? ORDER BY s.rowid"
    )
    celler = rows_by(database, f"{_CELLS} WHERE redovisning = ?", "fraga", name)
    svar = [
        {
            **row,
            "id": row["fraga"],
            "fil": file_of(row["fraga"]),
            "text": row["fragan"],
            "stycken": _read(row["text"], celler.get(row["fraga"], ())),
            "fynd": found[row["fraga"]],
        }
        for row in rows(database, asked, own["mall"], name)
    ]
    areas = rows(database, "SELECT * FROM omraden WHERE redovisning = ? ORDER BY omrade", name)
    others = "SELECT redovisning, ar FROM redovisningar WHERE region = ? AND ar <> ? ORDER BY ar DESC"
    facts = (
        f"Formulär {own['mall']}",
        own["diarienummer"] and f"diarienummer {own['diarienummer']}",
        f"läst ur {own['kalla']}",
    )
    return {
        "titel": f"{own['region']} {own['ar']}",
        "fakta": ", ".join(filter(None, facts)),
        "andra": [tuple(row) for row in database.execute(others, (own["region"], own["ar"]))],
        "omraden": [
            {**one, "nummer": one["omrade"], "svar": [s for s in svar if s["omrade"] == one["omrade"]]} for one in areas
        ],
        "ovrigt": found[None],
    }


def _answer(row: Rad, named: Iterable[tuple[str, Mapping[str, list[Rad]]]], celler: Mapping[str, list[Rad]]) -> Rad:
    namn = row["redovisning"]
    namnda = [{"vad": vad, "ord": [one["ord"] for one in found[namn]]} for vad, found in named if namn in found]
    return {**row, "namn": namn, "stycken": _read(row["text"], celler.get(namn, ())), "namnda": namnda}


def _ticks(svar: list[Rad]) -> list[tuple[str, int]]:
    ticked = [one["kryss"] for one in svar if one["kryss"]]
    return [(kryss, ticked.count(kryss)) for kryss in dict.fromkeys(ticked)]


def _read(text: str, celler: Iterable[Rad]) -> list[str | Tabellrader]:
    return [*parts(text, (Cell(*(cell[name] for name in Cell._fields)) for cell in celler))]
