"""Figures and tables of a report folder, for whoever wants to see where they come from."""

from collections.abc import Iterable
from decimal import Decimal
from itertools import islice
from pathlib import Path

from rapport.domain.kalla import Progress
from rapport.domain.svar import Svar
from rapport.domain.tabell import Tabell, Varde
from rapport.domain.underlag import Underlag
from rapport.errors import InputError
from rapport.finding import Finding
from rapport.prose.numbers import thousands
from rapport.store.files import require_folder
from rapport.workflow.figures import Figures
from rapport.workflow.load import load
from rapport.workflow.progress import silent
from rapport.workflow.seen import seen_from

_GROUPED = 10_000  # a shorter number may be a year


def figures(folder: Path, fraga: str | None, progress: Progress = silent) -> tuple[Underlag, list[Svar], list[Finding]]:
    """Return a report, its answers that have figures from tables, or the one asked for, and what is wrong."""
    loaded = load(folder, progress=progress)
    underlag = loaded.underlag
    if fraga is not None and fraga not in underlag.mall.fraga_by_id:
        known = list(underlag.mall.fraga_by_id)
        raise InputError(f"Fråga {fraga} finns inte. Frågorna är {', '.join(known)}, eller skriv alla.")
    wanted = {fraga: underlag.mall.omrade_of(fraga).nummer} if fraga else {}
    seen = (seen_from(finding, wanted) for finding in loaded.findings if finding.rule == "siffra")
    findings = [finding for finding in seen if finding.fraga in (None, fraga or finding.fraga)]
    in_order = (underlag.svar_by_fraga.get(one) for one in underlag.mall.fraga_by_id if fraga in (None, one))
    return underlag, [svar for svar in in_order if svar and svar.siffror], findings


def as_texts(tabell: Tabell, numbers: Iterable[int] = (), most: int = 500) -> list[tuple[int, list[str]]]:
    """Return a table's first rows as texts, and after them those that are asked for by their numbers."""
    from rapport.figures.cells import as_text

    def shown(cell: Varde) -> str:
        is_long = isinstance(cell, Decimal) and abs(cell) >= _GROUPED and cell == int(cell)
        return thousands(int(cell)) if isinstance(cell, Decimal) and is_long else "" if cell is None else as_text(cell)

    wanted = set(numbers)
    rows = enumerate(zip(tabell.radnummer, tabell.rader, strict=True))
    chosen = (row for at, row in rows if at < most or row[0] in wanted)
    cut = islice(chosen, most + len(wanted))
    return [(number, [shown(cell) for cell in cells]) for number, cells in cut]


def tables(folder: Path) -> tuple[list[Tabell], list[Finding]]:
    """Return the tables of a report folder, and what is wrong with them."""
    require_folder(folder)
    found = Figures(folder)
    return found.tables, found.findings
