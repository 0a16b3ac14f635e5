"""Pages to read the data set in: no server, no network, everything in files that lie beside each other."""

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from rapport.prose.html import plain_visible
from rapport.samling.sidor.answers import questions, report
from rapport.samling.sidor.data import Rad, all_years, known_years, names, overview, shared

FOLDER = "sidor"
INDEX = "index.html"


def write_pages(database: sqlite3.Connection, folder: Path, there: Path, known: Mapping[str, str]) -> dict[str, str]:
    """Write index.html and the pages that it leads to into a folder, but for those that are as they should already.

    ``there`` is where the pages of the last time lie, and ``known`` what told them then. Return that of now, by file.
    """
    database.row_factory = sqlite3.Row
    (folder / FOLDER).mkdir()
    told = dict.fromkeys(("stil.css", "sok.js"), "")
    for name in told:
        (folder / FOLDER / name).write_bytes((files(__name__) / name).read_bytes())
    _write(folder / INDEX, "index", overview(database), root="")
    for bare, (template, data) in _pages(database):
        name = f"{bare}.html"
        shown = _digest(repr((template, data)).encode("utf-8", "surrogatepass"))
        if known.get(name) != (now := f"{shown} {_content(there / name)}"):
            page = _write(folder / FOLDER / name, template, data)
            now = f"{shown} {_digest(page)}"
        told[name] = now
    for ar in known_years(database):
        name = f"sokdata-{ar}.js"
        (folder / FOLDER / name).write_text(_search_data(database, ar), encoding="utf-8", newline="\n")
        told[name] = ""
    return told


def _content(file: Path) -> str:
    """Return what tells a page from any other; nothing where it cannot be read."""
    with suppress(OSError):
        return _digest(file.read_bytes())
    return ""


def _digest(raw: bytes) -> str:
    return sha256(raw).hexdigest()


def _pages(database: sqlite3.Connection) -> Iterator[tuple[str, tuple[str, Rad]]]:
    """Yield every page but the first: its name, its template and what it shows."""
    yield "delat", ("delat", shared(database))
    yield "ar", ("ar", all_years(database))
    yield "sok", ("sok", {"titel": "Sök i alla svar", "aren": known_years(database)})
    for name, data in questions(database):
        yield f"fraga-{name}", ("fraga", data)
    for name in names(database):
        yield name, ("redovisning", report(database, name))


def _write(file: Path, template: str, data: Rad, root: str = "../") -> bytes:
    page = _environment().get_template(f"{template}.html.j2")
    text = page.render(rot=root, aktuell=_current(template), **data)
    raw = (text.rstrip() + "\n").encode()
    file.write_bytes(raw)
    return raw


def _current(template: str) -> Callable[[str], str]:
    return lambda name: Markup(' aria-current="page"') if name == template else ""


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("rapport.samling", "sidor"),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_seen,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _seen(value: object) -> object:
    """Show what would not be seen in a text from the outside; what is HTML already has been through this."""
    return plain_visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _search_data(database: sqlite3.Connection, ar: int) -> str:
    """Return the answers of a year as the script that ``sok.js`` takes them from."""
    rows: list[Any] = [
        tuple(row)
        for row in database.execute(
            "SELECT redovisning, r.region, r.ar, s.fraga, s.text FROM svar s JOIN redovisningar r USING (redovisning) "
            "WHERE s.text <> '' AND r.ar = ? ORDER BY r.region, s.rowid",
            (ar,),
        )
    ]
    data = json.dumps(rows, ensure_ascii=False).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"window.SVAR = {data};\n"
