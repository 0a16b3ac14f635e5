"""How far a report has come, who has what is left, and until when."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from rapport.domain.kalla import Progress
from rapport.domain.oversikt import OmradeLage, Oversikt, oversikt
from rapport.errors import InputError
from rapport.workflow.load import folder_of, load
from rapport.workflow.progress import silent


class Lage(NamedTuple):
    """A report's overview, and the last day to hand it in where its form says."""

    oversikt: Oversikt
    sista_dag: date | None


def lage(folder: Path, ansvarig: str | None = None, progress: Progress = silent) -> Lage:
    """Return how far a report has come, or the part of it that one person has.

    Raises InputError where there is no report, or nobody with that name has any answer in it.
    """
    underlag = load(folder_of(folder), progress=progress).underlag
    whole = oversikt(underlag, underlag.mall.omraden)
    last = underlag.mall.rattslig_grund.sista_dag_for(underlag.ar) if underlag.ar else None
    return Lage(whole if ansvarig is None else _of_person(whole, ansvarig), last)


def _of_person(whole: Oversikt, name: str) -> Oversikt:
    wanted = re.compile(rf"(?<!\w){re.escape(name.strip())}(?!\w)", re.IGNORECASE) if name.strip() else None
    omraden = tuple(_of_those(wanted, whole)) if wanted else ()
    if not omraden:
        known = sorted({f.ansvarig for omrade in whole.omraden for f in omrade.fragor if f.ansvarig})
        hint = (
            f"Ansvariga är {', '.join(known)}." if known else "Skriv  ansvarig: NAMN  vid svaret eller överst i filen."
        )
        raise InputError(f"Ingen fråga har ”{name}” som ansvarig. {hint}")
    return whole._replace(omraden=omraden)


def _of_those(wanted: re.Pattern[str], whole: Oversikt) -> Iterator[OmradeLage]:
    for omrade in whole.omraden:
        if fragor := tuple(fraga for fraga in omrade.fragor if wanted.search(fraga.ansvarig or "")):
            yield omrade._replace(fragor=fragor)
