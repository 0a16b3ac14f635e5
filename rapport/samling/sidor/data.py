"""What each page shows, taken from the database."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from rapport.domain.regioner import REGIONER
from rapport.prose.sentences import sentences

Rad = dict[str, Any]
SHARED = 80  # characters of a sentence: a shorter one may be alike by chance
_MOST = 500  # shared sentences that are shown
_NAMED = (
    ("Aktörer", "SELECT DISTINCT aktor FROM aktorer"),
    ("Mål i Agenda 2030", "SELECT DISTINCT mal FROM mal"),
    ("Bygger på", "SELECT DISTINCT grund FROM grunder"),
)


def names(database: sqlite3.Connection) -> list[str]:
    """Return what every report is known by."""
    return [row["redovisning"] for row in database.execute("SELECT redovisning FROM redovisningar ORDER BY rowid")]


def overview(database: sqlite3.Connection) -> Rad:
    """Return the first page: how full every area is, year by year, what is missing, and the questions."""
    reports = _all(database, "SELECT * FROM redovisningar ORDER BY ar DESC, region")
    cells = _by(database, "SELECT * FROM omraden ORDER BY omrade", "redovisning")
    years = []
    for ar in dict.fromkeys(one["ar"] for one in reports):
        of_year = [one for one in reports if one["ar"] == ar]
        rows = [
            {**one, "namn": one["redovisning"], "celler": [_cell(c) for c in cells[one["redovisning"]]]}
            for one in of_year
        ]
        missing = [region for region in REGIONER if region not in {one["region"] for one in of_year}]
        widest = max((cells[one["redovisning"]] for one in of_year), key=len)
        years.append(
            {"ar": ar, "rader": rows, "saknas": missing, "omraden": [{"nummer": c["omrade"], **c} for c in widest]}
        )
    unread = "SELECT kalla, fel FROM inkomna WHERE fel IS NOT NULL ORDER BY rowid"
    count = len(reports)
    return {
        "titel": "Regionernas redovisningar",
        "antal": f"{count} {'redovisning' if count == 1 else 'redovisningar'}.",
        "aren": years,
        "omraden": _areas(database),
        "olasta": [(row["kalla"], row["fel"]) for row in database.execute(unread)],
    }


def questions(database: sqlite3.Connection) -> Iterator[tuple[str, Rad]]:
    """Yield a page for each question: all answers to it beside each other, with what each names."""
    for row in _all(database, "SELECT fraga, text FROM fragor GROUP BY fraga ORDER BY omrade, fraga"):
        asked = (
            "SELECT s.*, r.region, r.ar FROM svar s JOIN redovisningar r USING (redovisning) "
            "WHERE s.fraga = ? ORDER BY r.ar DESC, r.region"
        )
        svar = [_answer(database, dict(one)) for one in database.execute(asked, (row["fraga"],))]
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
    for row in _all(database, "SELECT * FROM fynd WHERE redovisning = ? ORDER BY rowid", name):
        found[row["fraga"]].append({**row, "text": row["meddelande"]})
    asked = (
        "SELECT s.*, f.text AS fragan FROM svar s JOIN fragor f ON f.fraga = s.fraga AND f.mall = ? "
        "WHERE s.redovisning = ? ORDER BY s.rowid"
    )
    svar = [
        {
            **row,
            "id": row["fraga"],
            "fil": file_of(row["fraga"]),
            "text": row["fragan"],
            "stycken": _paragraphs(row["text"]),
            "fynd": found[row["fraga"]],
        }
        for row in _all(database, asked, own["mall"], name)
    ]
    areas = _all(database, "SELECT * FROM omraden WHERE redovisning = ? ORDER BY omrade", name)
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


def all_years(database: sqlite3.Connection) -> Rad:
    """Return the page of year against year, for the regions that have handed in more than once."""
    reports = _by(database, "SELECT * FROM redovisningar ORDER BY region, ar", "region")
    cells = _by(database, "SELECT * FROM omraden ORDER BY omrade", "redovisning")
    regions = []
    for region, own in reports.items():
        rows, before = [], None
        for one in own:
            rows.append(
                {
                    **one,
                    "namn": one["redovisning"],
                    "tecken": [c["tecken"] for c in cells[one["redovisning"]]],
                    "lika": _alike(database, before, one["redovisning"]),
                }
            )
            before = one["redovisning"]
        numbers = [c["omrade"] for c in cells[own[0]["redovisning"]]]
        regions += [{"region": region, "nummer": numbers, "rader": rows}] if len(rows) > 1 else []
    return {"titel": "År mot år", "regioner": regions}


def shared(database: sqlite3.Connection) -> Rad:
    """Return the page of sentences that stand in more than one region's report, those of most regions first."""
    places: dict[str, dict[tuple[Any, ...], None]] = defaultdict(dict)
    asked = (
        "SELECT redovisning, r.region, r.ar, s.fraga, s.text FROM svar s JOIN redovisningar r USING (redovisning) "
        "ORDER BY s.rowid"
    )
    for name, region, ar, fraga, text in map(tuple, database.execute(asked)):
        for sentence in sentences(text):
            if len(sentence.text) >= SHARED:
                places[sentence.text][name, region, ar, fraga] = None
    regions = {text: len({place[1] for place in found}) for text, found in places.items()}
    found = sorted((text for text, many in regions.items() if many > 1), key=lambda text: (-regions[text], text))
    shown = [{"text": text, "var": [*places[text]]} for text in found[:_MOST]]
    return {"titel": "Delade stycken", "minst": SHARED, "meningar": shown, "fler": max(len(found) - _MOST, 0)}


def file_of(fraga: str) -> str:
    """Return what a question is called in a file's name."""
    return fraga.replace(".", "-")


def _cell(row: Rad) -> Rad:
    return {**row, "procent": round(100 * row["tecken"] / row["maxtecken"])}


def _areas(database: sqlite3.Connection) -> list[Rad]:
    asked = "SELECT fraga AS id, omrade, text FROM fragor GROUP BY fraga ORDER BY omrade, fraga"
    by_area = _by(database, asked, "omrade")
    titles = dict(map(tuple, database.execute("SELECT omrade, min(rubrik) FROM omraden GROUP BY omrade")))
    return [
        {
            "nummer": nummer,
            "rubrik": titles.get(nummer, ""),
            "fragor": [{**one, "namn": file_of(one["id"])} for one in fragor],
        }
        for nummer, fragor in by_area.items()
    ]


def _answer(database: sqlite3.Connection, row: Rad) -> Rad:
    own = (row["redovisning"], row["fraga"])
    named = [
        {"vad": vad, "ord": [one[0] for one in database.execute(f"{sql} WHERE redovisning = ? AND fraga = ?", own)]}
        for vad, sql in _NAMED
    ]
    return {
        **row,
        "namn": row["redovisning"],
        "stycken": _paragraphs(row["text"]),
        "namnda": [one for one in named if one["ord"]],
    }


def _ticks(svar: list[Rad]) -> list[tuple[str, int]]:
    ticked = [one["kryss"] for one in svar if one["kryss"]]
    return [(kryss, ticked.count(kryss)) for kryss in dict.fromkeys(ticked)]


def _alike(database: sqlite3.Connection, before: str | None, now: str) -> str:
    asked = (
        "SELECT count(*) FROM svar a JOIN svar b ON a.fraga = b.fraga AND a.text = b.text AND a.text <> '' "
        "WHERE a.redovisning = ? AND b.redovisning = ?"
    )
    return f"{database.execute(asked, (before, now)).fetchone()[0]} svar" if before else ""


def _paragraphs(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


def _all(database: sqlite3.Connection, sql: str, *values: str) -> list[Rad]:
    return [dict(row) for row in database.execute(sql, values)]


def _by(database: sqlite3.Connection, sql: str, column: str) -> dict[Any, list[Rad]]:
    found: dict[Any, list[Rad]] = defaultdict(list)
    for row in _all(database, sql):
        found[row[column]].append(row)
    return found
