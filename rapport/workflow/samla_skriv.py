"""Writing the data set: every form of it made beside the old one, then put in its place."""

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from shutil import rmtree
from typing import NamedTuple

from rapport.errors import OutputError, RefusedError, reason
from rapport.filenames import require_name
from rapport.nobodys import is_empty
from rapport.samling import sidor
from rapport.samling.datapaket import write_package
from rapport.samling.namn import DATABASE
from rapport.samling.schema import TABELL_BY_NAMN, Row
from rapport.samling.sidor import write_pages
from rapport.samling.sqlite import add_rows, copying, new_database, reading
from rapport.samling.xlsx import write_workbook
from rapport.store.files import read_text
from rapport.store.inkomna import INKOMNA, Asked, read_inkomna, with_asked
from rapport.store.writing import write_text
from rapport.workflow.inkomna import Inlamnad, Olast
from rapport.workflow.samla_byte import put
from rapport.workflow.samla_las import Tagen
from rapport.workflow.samla_minne import FILE, Last, Minne, broken_off, kept

_WORKBOOK = "redovisningar.xlsx"


def require_ours(ut: Path) -> None:
    """Raise RefusedError where a folder holds anything but a data set that was gathered here."""
    require_name(ut)
    if ut.exists() and not (ut.is_dir() and (is_empty(ut) or (ut / FILE).is_file() or (ut / INKOMNA).is_file())):
        raise RefusedError(f"{ut} finns redan och är ingen samling härifrån. Välj en annan mapp med --ut.")


class Found(NamedTuple):
    """What there is to write: the reports, what could not be read, doubles of the reports, what is to be filled in."""

    redovisningar: Mapping[str, Tagen]
    olasta: Sequence[Olast]
    dubbletter: Sequence[Tagen]
    asked: Sequence[tuple[Inlamnad, Asked]]


def write_data_set(ut: Path, found: Found, minne: Minne) -> None:
    """Write all forms of the data set into a folder, and what is to be filled in; OutputError where that fails."""
    try:
        ut.mkdir(parents=True, exist_ok=True)
        _ask(ut, [one for _, one in found.asked])
        for left in ut.glob(".samlar-*") if minne.is_broken_off else ():
            rmtree(left, ignore_errors=True)
        new = ut / f".samlar-{os.getpid()}"
        rmtree(new, ignore_errors=True)  # of a run that was killed
        new.mkdir()
    except OSError as error:
        raise OutputError(f"{ut} kan inte skrivas: {reason(error)}.") from error
    try:
        pages = _make(new, ut, found, minne)
        remembered = kept(_remembered(found, minne), pages, new / DATABASE)
        (new / FILE).write_bytes(broken_off({*minne.pages, *pages}))
        gone = {Path(name).name for name in minne.pages}.difference(pages)  # of a report that is gone
        put(new, ut, [Path(sidor.FOLDER) / name for name in gone], remembered)
    except OSError as error:
        raise OutputError(f"{ut} kan inte skrivas: {reason(error)}. Samlingen är som den var.") from error
    finally:
        rmtree(new, ignore_errors=True)


def _make(new: Path, ut: Path, found: Found, minne: Minne) -> dict[str, str]:
    """Make all forms of the data set in a folder, but for pages that are there already; return what tells them."""
    with new_database(new / DATABASE) as database, copying(database, minne.database) as copy:
        for name, one in found.redovisningar.items():
            if one.rows:
                add_rows(database, _rows(one.rows, name))
            else:
                copy(one.redovisning, name, one.inlamnad.kalla)
        add_rows(database, {"inkomna": [(one.kalla, None, one.fel) for one in found.olasta]})
    with reading(new / DATABASE) as database:
        write_workbook(database, new / _WORKBOOK)
        write_package(database, new)
        return write_pages(database, new, ut / sidor.FOLDER, minne.known_pages)


def _ask(ut: Path, asked: Iterable[Asked]) -> None:
    file = ut / INKOMNA
    source = read_text(file, INKOMNA)[0] if file.exists() else ""
    added = with_asked(source, read_inkomna(ut)[0], asked)
    if added != source:
        write_text(file, added)


def _rows(file: Path, name: str) -> dict[str, list[Row]]:
    """Return the rows of a report as its process left them, with what it is known by."""
    rows: dict[str, list[Row]] = json.loads(file.read_text("utf-8", "surrogatepass"))
    for tabell, found in rows.items():
        columns = TABELL_BY_NAMN[tabell].namn_pa_kolumner
        if "redovisning" in columns:
            at = columns.index("redovisning")
            rows[tabell] = [(*row[:at], name, *row[at + 1 :]) for row in found]
    return rows


def _remembered(found: Found, minne: Minne) -> dict[str, Last]:
    remembered = {}
    for name, one in found.redovisningar.items():
        remembered[one.inlamnad.kalla] = Last(minne.print_of(one.inlamnad), name, one.region, one.ar)
    for other in found.olasta:
        if other.inlamnad:
            remembered[other.kalla] = Last(minne.print_of(other.inlamnad), fel=other.fel)
    for double in found.dubbletter:
        remembered[double.inlamnad.kalla] = Last(minne.print_of(double.inlamnad), None, double.region, double.ar)
    for inlamnad, asked in found.asked:
        remembered[asked.kalla] = Last(minne.print_of(inlamnad), None, asked.region, asked.ar, is_asked=True)
    return remembered
