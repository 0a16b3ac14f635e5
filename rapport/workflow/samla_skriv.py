"""Writing the data set: every form of it made beside the old one, then put in its place."""

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from shutil import rmtree

from rapport.disk import replace
from rapport.errors import OutputError, RefusedError, reason
from rapport.filenames import require_name
from rapport.nobodys import is_empty
from rapport.samling import datapaket, sidor
from rapport.samling.datapaket import write_package
from rapport.samling.schema import TABELL_BY_NAMN, Row
from rapport.samling.sidor import write_pages
from rapport.samling.sqlite import add_rows, copying, new_database, reading
from rapport.samling.xlsx import write_workbook
from rapport.store.files import read_text
from rapport.store.inkomna import INKOMNA, Asked, read_inkomna, with_asked
from rapport.store.writing import write_text
from rapport.workflow.inkomna import Olast
from rapport.workflow.samla_las import Tagen
from rapport.workflow.samla_minne import DATABASE, FILE, Last, Minne, kept

_WORKBOOK = "redovisningar.xlsx"
_PACKAGE = "datapackage.json"


def require_ours(ut: Path) -> None:
    """Raise RefusedError where a folder holds anything but a data set that was gathered here."""
    require_name(ut)
    if ut.exists() and not (ut.is_dir() and (is_empty(ut) or (ut / FILE).is_file() or (ut / INKOMNA).is_file())):
        raise RefusedError(f"{ut} finns redan och är ingen samling härifrån. Välj en annan mapp med --ut.")


def write_data_set(
    ut: Path, redovisningar: Mapping[str, Tagen], olasta: Sequence[Olast], asked: Sequence[Asked], minne: Minne
) -> None:
    """Write all forms of the data set into a folder, and what is to be filled in; OutputError where that fails."""
    try:
        ut.mkdir(parents=True, exist_ok=True)
        _ask(ut, asked)
        new = ut / f".samlar-{os.getpid()}"
        rmtree(new, ignore_errors=True)  # of a run that was killed
        new.mkdir()
    except OSError as error:
        raise OutputError(f"{ut} kan inte skrivas: {reason(error)}.") from error
    try:
        with new_database(new / DATABASE) as database, copying(database, minne.database) as copy:
            for name, one in redovisningar.items():
                if one.rows:
                    add_rows(database, _rows(one.rows, name))
                else:
                    copy(one.redovisning, name, one.inlamnad.kalla)
            add_rows(database, {"inkomna": [(one.kalla, None, one.fel) for one in olasta]})
        with reading(new / DATABASE) as database:
            write_workbook(database, new / _WORKBOOK)
            write_package(database, new)
            write_pages(database, new)
        pages = sorted(file.name for file in (new / sidor.FOLDER).iterdir())
        (new / FILE).write_bytes(kept(_remembered(redovisningar, olasta, minne), pages, new / DATABASE))
        _put(new, ut)
        for name in {Path(name).name for name in minne.pages}.difference(pages):  # of a report that is gone
            (ut / sidor.FOLDER / name).unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(f"{ut} kan inte skrivas: {reason(error)}. Samlingen är som den var.") from error
    finally:
        rmtree(new, ignore_errors=True)


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


def _remembered(redovisningar: Mapping[str, Tagen], olasta: Iterable[Olast], minne: Minne) -> dict[str, Last]:
    found = {}
    for name, one in redovisningar.items():
        found[one.inlamnad.kalla] = Last(minne.print_of(one.inlamnad), name, one.region, one.ar)
    for other in olasta:
        if other.inlamnad:
            found[other.kalla] = Last(minne.print_of(other.inlamnad), fel=other.fel)
    return found


def _put(new: Path, ut: Path) -> None:
    """Put what is new in the place of what was there, what is remembered of it last."""
    (ut / FILE).unlink(missing_ok=True)
    for folder in (datapaket.FOLDER, sidor.FOLDER):
        (ut / folder).mkdir(exist_ok=True)
        for file in sorted((new / folder).iterdir()):
            replace(file, ut / folder / file.name)
    for name in (DATABASE, _WORKBOOK, _PACKAGE, sidor.INDEX, FILE):
        replace(new / name, ut / name)
