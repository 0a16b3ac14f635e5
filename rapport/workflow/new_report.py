"""A new report folder: empty, or with last report's answers as drafts and what else of it holds from year to year."""

import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from rapport.domain.mall import Mall
from rapport.domain.svar import Svar
from rapport.domain.underlag import Underlag
from rapport.filenames import FORMS
from rapport.finding import Finding
from rapport.nobodys import is_empty
from rapport.prose.numbers import row_of
from rapport.prose.render import render
from rapport.prose.tidy import tidy
from rapport.store.folder import PAPERS, read_folder
from rapport.store.inherit import Inherited, inherited
from rapport.store.mall import newest_form
from rapport.store.ny import create_folder
from rapport.store.yaml import nfc
from rapport.workflow.forms import question_pairs
from rapport.workflow.forra import hiding
from rapport.workflow.load import folder_of, load_answers, load_form
from rapport.workflow.report import Report


class Last(NamedTuple):
    """Last year's report, a folder or a document at ``path``: its answers, what else is taken over, and its faults."""

    path: Path
    underlag: Underlag
    taken_over: Inherited
    faults: tuple[Finding, ...]

    @property
    def brought(self) -> str:
        """What is taken over beside the answers, in words; "" for nothing."""
        has_names = any(svar.ansvarig for svar in self.underlag.svar_by_fraga.values())
        parts = [*self.taken_over.brought, *(["vem som är ansvarig"] if has_names else [])]
        return row_of(parts) if parts else ""

    @property
    def papers(self) -> Path:
        """The folder with its papers, which stay there."""
        return self.path / PAPERS


def is_to_be_made(folder: Path) -> bool:
    """Whether a folder is not there, or there is nothing in it."""
    return not folder.exists() or is_empty(folder)


def read_last(path: Path) -> Last:
    """Read last year's report; InputError where there is none."""
    loaded = load_answers(path)
    is_document = path.suffix.lower() in FORMS
    folder = path if is_document else folder_of(path)
    taken_over = Inherited() if is_document else inherited(read_folder(folder))
    return Last(folder, loaded.underlag, taken_over, hiding((*loaded.findings, *taken_over.findings)))


def create_report(  # noqa: PLR0913 - as many as the command has flags
    folder: Path, region: str, ar: int, mall: str | None = None, diarienummer: str = "", *, last: Last | None = None
) -> Mall:
    """Create a report folder, whole or not at all; return its form: the one named, the year's, or the newest before it.

    Raises InputError when the folder holds anything already, or there is no form.
    """
    form = load_form(mall or newest_form(until=ar))
    values = {"region": region, "år": str(ar), "diarienummer": diarienummer}
    if last is None:
        create_folder(folder, form, values)
        return form
    if (named := _way(folder, last.path)).isprintable():
        values["förra"] = named
    moved, _ = _moved(last.underlag, form)
    create_folder(folder, form, values, last.taken_over._replace(ansvarig=_ansvarig(moved, form)))
    return form


def move_answers(last: Underlag, folder: Path) -> tuple[int, list[Svar]]:
    """Write a report's answers into a new folder of another form; return how many, and those without a question."""
    report = Report(folder)
    moved, homeless = _moved(last, report.underlag.mall)
    answered = {fraga: svar for fraga, svar in moved.items() if svar.blocks or svar.kryss}
    for fraga, svar in answered.items():
        text = nfc(render(tidy(svar.blocks))) if svar.markdown is None else svar.markdown
        values = {"text": text if svar.blocks else "", "kryss": svar.kryss}
        report.set(fraga, **{key: value for key, value in values.items() if value})
    report.save("ny")
    return len(answered), [svar for svar in homeless if svar.blocks or svar.kryss]


def _moved(last: Underlag, mall: Mall) -> tuple[dict[str, Svar], list[Svar]]:
    """Return a report's answers by the questions of another form, and those that have none there."""
    target = {pairing.old: pairing.new for pairing in question_pairs(last.mall, mall)}
    found = last.svar_by_fraga.items()
    moved = {target[fraga]: replace(svar, fraga=target[fraga]) for fraga, svar in found if fraga in target}
    return moved, [svar for fraga, svar in found if fraga not in target]


def _ansvarig(moved: Mapping[str, Svar], mall: Mall) -> dict[str, str]:
    """Return who is responsible, for each area where every answer has somebody, and for the answers that differ."""
    found: dict[str, str] = {}
    for omrade in mall.omraden:
        svar_list = [moved[fraga.id] for fraga in omrade.fragor if fraga.id in moved]
        names = Counter(svar.ansvarig or "" for svar in svar_list)
        most = names.most_common(1)[0][0] if names and "" not in names else ""
        if most:
            found[str(omrade.nummer)] = most
        found |= {svar.fraga: svar.ansvarig for svar in svar_list if svar.ansvarig and svar.ansvarig != most}
    return found


def _way(folder: Path, last: Path) -> str:
    """Return how last year's report is found from a folder: a path from there, or a whole one to another drive."""
    there = last.resolve()
    try:
        return Path(os.path.relpath(there, folder.resolve())).as_posix()
    except ValueError:
        return there.as_posix()
