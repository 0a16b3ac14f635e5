"""The lines of the files that faults in YAML stand on, to be shown with the place marked."""

from dataclasses import replace
from pathlib import Path

from rapport.finding import Place
from rapport.output.interface import Granskning, file_of
from rapport.store.files import read_text

_RULES = {"yaml", "okand-nyckel"}
_BOM = "\ufeff"


def with_lines(granskning: Granskning) -> Granskning:
    """Return a check together with the faulty lines themselves, as far as their files can be read."""
    places = [f.place for f in granskning.findings if f.rule in _RULES and f.place.line and f.place.column]
    files = {place.path or "": file_of(place, granskning) for place in places}
    texts = {path: _lines(Path(file)) for path, file in files.items() if path}
    found = {place: line for place in places if (line := _line(texts.get(place.path or "", []), place))}
    return replace(granskning, lines=found) if found else granskning


def _lines(file: Path) -> list[str]:
    text, faults = read_text(file, file.name)
    return [] if faults else text.removeprefix(_BOM).split("\n")


def _line(lines: list[str], place: Place) -> str | None:
    number = (place.line or 0) - 1
    return lines[number].rstrip() if 0 <= number < len(lines) else None
