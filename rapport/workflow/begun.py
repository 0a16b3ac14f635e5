"""A new report as somebody begins one who sees no paths: where it is put, what it may go on from, and making it."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from rapport.disk import contents
from rapport.domain.mall import file_word
from rapport.domain.regioner import meant_region
from rapport.errors import InputError
from rapport.store.folder import RAPPORT
from rapport.store.writing import write_all
from rapport.workflow.new_report import create_report, is_to_be_made, read_last
from rapport.workflow.new_words import bring
from rapport.workflow.senast import recent

_FIRST, _LAST, _MOST = 2000, 2100, 100  # years, and letters of a name
_FORRA = "forra"  # the folder in a report for last year's document, where it came as one


class Wanted(NamedTuple):
    """What somebody asks for: the region, the year, the report's number, and what it goes on from.

    ``shown`` is what that is called, where it is a document that was sent.
    """

    region: str
    ar: str
    diarienummer: str = ""
    forra: Path | None = None
    shown: str = ""


def has_report(folder: Path) -> bool:
    """Whether there is a report in a folder."""
    return (folder / RAPPORT).is_file()


def home() -> Path:
    """Return where reports are put that nobody has named a place for: with the user's other documents."""
    from platformdirs import user_documents_path

    return user_documents_path()


def place_for(named: Path | None, region: str, ar: int) -> Path:
    """Return the folder to be made: the one that was named, where nothing is in it, or else one of its own in it."""
    if named is not None and is_to_be_made(named):
        return named
    name = "-".join(filter(None, ["redovisning", str(ar), file_word(region)[:60]]))
    tries = (f"{name}{number}" for number in ("", *(f"-{n}" for n in range(2, 100))))
    return next((found for one in tries if is_to_be_made(found := (named or home()) / one)), home() / name)


def earlier(near: Path | None) -> list[Path]:
    """Return the reports that a new one may go on from: those that were opened last, and those close by."""
    places = [near, near.parent] if near else [home()]
    found = [*recent()]
    for place in (place.resolve() for place in places if place.is_dir()):
        found += [one for one in sorted(place.iterdir())[:500] if one.is_dir() and has_report(one)]
    return [one for one in dict.fromkeys(found) if one != near or has_report(one)][:30]


def usual_year(today: date) -> int:
    """Return the year that is reported on: the one that has ended, or will soon."""
    return today.year - (today.month < 7)  # noqa: PLR2004 - half the year


def begin(named: Path | None, wanted: Wanted) -> tuple[Path, list[str]]:
    """Make a new report; return where, and what is to be said of it. InputError where something lacks."""
    region, number = " ".join(wanted.region.split()), wanted.diarienummer.strip()
    if not region or len(region) > _MOST or not (region + number).isprintable():
        raise InputError("Skriv regionens namn, till exempel Region Dalarna.")
    if not (wanted.ar.isascii() and wanted.ar.isdigit() and _FIRST <= int(wanted.ar) <= _LAST):
        raise InputError(f"Skriv året som redovisas, från {_FIRST} till {_LAST}.")
    ar, last = int(wanted.ar), read_last(wanted.forra) if wanted.forra else None
    folder = place_for(named, region, ar)
    name = file_word(Path(wanted.shown).stem)[:80] or "redovisning"
    kept = folder / _FORRA / f"{name}.docx" if wanted.shown else None
    going_on = last._replace(path=kept) if last and kept else last
    form = create_report(folder, region, ar, None, number, last=going_on)
    if kept and wanted.forra:
        kept.parent.mkdir()
        write_all({kept: contents(wanted.forra)}, {kept: None})
    said, _ = bring(going_on, folder) if going_on else ([], False)
    if form.ar != ar:
        here = f"Formuläret för {ar} finns inte än; {form.ar} års används."
        said.insert(0, f"{here} Byt i rapport.yaml när årets har kommit.")
    if meant := meant_region(region):
        said.insert(0, f"Ingen region heter {region}. Menade du {meant}? Rätta i så fall under Om redovisningen.")
    return folder, said
