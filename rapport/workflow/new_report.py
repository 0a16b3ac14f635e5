"""A new report folder: empty, or with last report's answers as drafts."""

from dataclasses import replace
from pathlib import Path

from rapport.domain.mall import Mall
from rapport.domain.svar import Svar
from rapport.domain.underlag import Underlag
from rapport.store.mall import newest_form
from rapport.store.ny import create_folder
from rapport.workflow.forms import question_pairs
from rapport.workflow.importing import compare, take_in
from rapport.workflow.load import load_form
from rapport.workflow.report import Report


def create_report(folder: Path, region: str, ar: int, mall: str | None = None, diarienummer: str = "") -> Mall:
    """Create a report folder, whole or not at all; return its form: the one named, the year's, or the newest before it.

    Raises InputError when the folder holds anything already, or there is no form.
    """
    form = load_form(mall or newest_form(until=ar))
    create_folder(folder, form, {"region": region, "år": str(ar), "diarienummer": diarienummer})
    return form


def move_answers(last: Underlag, folder: Path) -> tuple[int, list[Svar]]:
    """Write a report's answers into a new folder of another form; return how many, and those without a question."""
    report = Report(folder)
    new = report.underlag
    target = {pairing.old: pairing.new for pairing in question_pairs(last.mall, new.mall)}
    moved = {
        target[fraga]: replace(svar, fraga=target[fraga])
        for fraga, svar in last.svar_by_fraga.items()
        if fraga in target
    }
    differences = list(compare(replace(new, svar_by_fraga=moved), new))
    take_in(report, differences, {}, "ny")
    homeless = [
        svar for fraga, svar in last.svar_by_fraga.items() if fraga not in target and (svar.blocks or svar.kryss)
    ]
    return len(differences), homeless
