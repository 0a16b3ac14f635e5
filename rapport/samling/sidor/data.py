"""What each page shows, taken from the database."""

import sqlite3
from collections import defaultdict
from typing import Any

from rapport.domain.regioner import REGIONER
from rapport.prose.numbers import percent
from rapport.prose.sentences import sentences
from rapport.samling.sidor.karta import HEIGHT, tiles

Rad = dict[str, Any]
SHARED = 80  # characters of a sentence: a shorter one may be alike by chance
_MOST = 500  # shared sentences that are shown
_MOST_PLACES = 42  # of each: two years of all regions


def names(database: sqlite3.Connection) -> list[str]:
    """Return what every report is known by."""
    return [row["redovisning"] for row in database.execute("SELECT redovisning FROM redovisningar ORDER BY rowid")]


def known_years(database: sqlite3.Connection) -> list[int]:
    """Return the years that there are reports of, the newest first."""
    return [row["ar"] for row in database.execute("SELECT DISTINCT ar FROM redovisningar ORDER BY ar DESC")]


def overview(database: sqlite3.Connection) -> Rad:
    """Return the first page: how full every area is, year by year, what is missing, and the questions."""
    reports = rows(database, "SELECT * FROM redovisningar ORDER BY ar DESC, region")
    found = rows_by(database, "SELECT * FROM omraden ORDER BY omrade", "redovisning")
    cells = {name: [_cell(one) for one in own] for name, own in found.items()}
    years = []
    for ar in dict.fromkeys(one["ar"] for one in reports):
        of_year = [one for one in reports if one["ar"] == ar]
        lines = [{**one, "namn": one["redovisning"], "celler": cells[one["redovisning"]]} for one in of_year]
        missing = [region for region in REGIONER if region not in {one["region"] for one in of_year}]
        widest = max((cells[one["redovisning"]] for one in of_year), key=len)
        areas = [{"nummer": c["omrade"], **c} for c in widest]
        years.append({"ar": ar, "rader": lines, "saknas": missing, "omraden": areas, "karta": tiles(of_year, cells)})
    unread = "SELECT kalla, fel FROM inkomna WHERE fel IS NOT NULL ORDER BY rowid"
    count = len(reports)
    return {
        "titel": "Regionernas redovisningar",
        "antal": f"{count} {'redovisning' if count == 1 else 'redovisningar'}.",
        "aren": years,
        "hojd": HEIGHT,
        "omraden": _areas(database),
        "olasta": [(row["kalla"], row["fel"]) for row in database.execute(unread)],
    }


def all_years(database: sqlite3.Connection) -> Rad:
    """Return the page of year against year, for the regions that have handed in more than once."""
    reports = rows_by(database, "SELECT * FROM redovisningar ORDER BY region, ar", "region")
    cells = rows_by(database, "SELECT * FROM omraden ORDER BY omrade", "redovisning")
    regions = []
    for region, own in reports.items():
        lines, before = [], None
        for one in own:
            lines.append(
                {
                    **one,
                    "namn": one["redovisning"],
                    "tecken": [c["tecken"] for c in cells[one["redovisning"]]],
                    "lika": _alike(database, before, one["redovisning"]),
                }
            )
            before = one["redovisning"]
        numbers = [c["omrade"] for c in cells[own[0]["redovisning"]]]
        regions += [{"region": region, "nummer": numbers, "rader": lines}] if len(lines) > 1 else []
    return {"titel": "År mot år", "regioner": regions}


def shared(database: sqlite3.Connection) -> Rad:
    """Return the page of sentences that stand in more than one region's report, those of most regions first."""
    places: dict[str, dict[tuple[Any, ...], None]] = defaultdict(dict)
    asked = (
        "SELECT redovisning, r.region, r.ar, s.fraga, s.text FROM svar s JOIN redovisningar r USING (redovisning) "
        "ORDER BY s.rowid"
    )
    for name, region, ar, fraga, text in map(tuple, database.execute(asked)):
        for line in text.split("\n"):  # which always ends a sentence
            for sentence in sentences(line) if len(line) >= SHARED else ():
                if len(sentence.text) >= SHARED:
                    places[sentence.text][name, region, ar, fraga] = None
    regions = {text: len({place[1] for place in found}) for text, found in places.items()}
    found = sorted((text for text, many in regions.items() if many > 1), key=lambda text: (-regions[text], text))
    shown = [
        {"text": text, "var": [*places[text]][:_MOST_PLACES], "fler": max(len(places[text]) - _MOST_PLACES, 0)}
        for text in found[:_MOST]
    ]
    return {"titel": "Delade stycken", "minst": SHARED, "meningar": shown, "fler": max(len(found) - _MOST, 0)}


def file_of(fraga: str) -> str:
    """Return what a question is called in a file's name."""
    return fraga.replace(".", "-")


def _cell(row: Rad) -> Rad:
    return {**row, "procent": percent(row["tecken"], row["maxtecken"])}


def _areas(database: sqlite3.Connection) -> list[Rad]:
    asked = "SELECT fraga AS id, omrade, text FROM fragor GROUP BY fraga ORDER BY omrade, fraga"
    by_area = rows_by(database, asked, "omrade")
    titles = dict(map(tuple, database.execute("SELECT omrade, min(rubrik) FROM omraden GROUP BY omrade")))
    return [
        {
            "nummer": nummer,
            "rubrik": titles.get(nummer, ""),
            "fragor": [{**one, "namn": file_of(one["id"])} for one in fragor],
        }
        for nummer, fragor in by_area.items()
    ]


def _alike(database: sqlite3.Connection, before: str | None, now: str) -> str:
    asked = (
        "SELECT count(*) FROM svar a JOIN svar b ON a.fraga = b.fraga AND a.text = b.text AND a.text <> '' "
        "WHERE a.redovisning = ? AND b.redovisning = ?"
    )
    return f"{database.execute(asked, (before, now)).fetchone()[0]} svar" if before else ""


def rows(database: sqlite3.Connection, sql: str, *values: str) -> list[Rad]:
    """Return what a query gives, row by row."""
    return [dict(row) for row in database.execute(sql, values)]


def rows_by(database: sqlite3.Connection, sql: str, column: str, *values: str) -> dict[Any, list[Rad]]:
    """Return what a query gives, by what stands in a column."""
    found: dict[Any, list[Rad]] = defaultdict(list)
    for row in rows(database, sql, *values):
        found[row[column]].append(row)
    return found
