"""The data set as open data: a CSV file for each table, described in a datapackage.json (Frictionless Data)."""

import csv
import json
import sqlite3
from pathlib import Path
from typing import Any

from rapport.samling.schema import TABELLER, Tabell
from rapport.samling.sqlite import rows_in

FOLDER = "csv"
_TYPES = {"text": "string", "heltal": "integer", "tal": "number"}


def write_package(database: sqlite3.Connection, folder: Path) -> None:
    """Write datapackage.json and the tables beside it into a folder."""
    (folder / FOLDER).mkdir()
    for tabell in TABELLER:
        with (folder / FOLDER / f"{tabell.namn}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\r\n")
            writer.writerow(tabell.namn_pa_kolumner)
            writer.writerows(rows_in(database, tabell))
    (folder / "datapackage.json").write_text(
        json.dumps(_described(), ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n"
    )


def _described() -> dict[str, Any]:
    return {
        "profile": "tabular-data-package",
        "name": "regionernas-redovisningar",
        "title": "Regionernas redovisningar enligt förordning (2024:99)",
        "description": "Svar, anmärkningar och det som svaren nämner, ur regionernas årliga redovisningar.",
        "resources": [_resource(tabell) for tabell in TABELLER],
    }


def _resource(tabell: Tabell) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [
            {"name": namn, "type": _TYPES[typ], "description": vad[:1].upper() + vad[1:]}
            for namn, typ, vad in tabell.kolumner
        ]
    }
    if tabell.nyckel:
        schema["primaryKey"] = list(tabell.namn_pa_kolumner[: tabell.nyckel])
    if "redovisning" in tabell.namn_pa_kolumner[:1] and tabell.namn != "redovisningar":
        there = {"resource": "redovisningar", "fields": ["redovisning"]}
        schema["foreignKeys"] = [{"fields": ["redovisning"], "reference": there}]
    return {
        "profile": "tabular-data-resource",
        "name": tabell.namn,
        "title": f"En rad: {tabell.vad}",
        "path": f"{FOLDER}/{tabell.namn}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }
