"""Building: a checked report → the official document on disk, written whole or not at all.

Nobody's work is overwritten: a document that was changed after it was built is left alone unless forced.
"""

from dataclasses import dataclass
from pathlib import Path

from rapport.domain.kalla import Progress
from rapport.domain.mall import file_word
from rapport.domain.underlag import Underlag
from rapport.errors import InputError, OutputError, RefusedError
from rapport.finding import Finding
from rapport.store.byggen import ByggtSvar, keep_build
from rapport.store.files import replacing
from rapport.store.shelf import form_folder
from rapport.word.fill import Draft, fill
from rapport.word.package import read_package, write_package
from rapport.word.properties import is_sealed
from rapport.workflow.progress import silent
from rapport.workflow.report import Report

TEMPLATE = "mall.docx"
_LOSES_TEXT = {"siffra", "yaml", "okand-nyckel", "okand-fraga", "dubbelt-svar"}


def build(  # noqa: PLR0913 - as many as the command has flags
    folder: Path,
    target: Path | None,
    *,
    is_draft: bool,
    with_pdf: bool,
    force: bool,
    progress: Progress = silent,
) -> "Built":
    """Build a report folder's document.

    Raises RefusedError while errors stand, or where a changed document would be lost; see ``errors`` for the rest.
    """
    report = Report(folder, progress=progress)
    underlag, blocking = report.underlag, [f for f in report.check().findings if f.is_blocking]
    if blocking and not is_draft:
        raise RefusedError(_refusal(folder, blocking))
    target = target or folder / _name(underlag, is_draft=is_draft)
    targets = [target, *([target.with_suffix(".pdf")] if with_pdf else [])]
    form = form_folder(underlag.mall.id, folder)
    _check_targets(targets, [folder / "mallar", form.parent], force=force)
    template = read_package(form / TEMPLATE)
    draft = Draft(_draft_text(len(blocking))) if is_draft else None
    parts = fill(template, underlag, draft, keep_build(folder, _answers(report)))
    with replacing(target) as temporary:
        write_package(temporary, parts)
        if with_pdf:
            _write_pdf(temporary, targets[1])
    return Built(targets, [f for f in blocking if f.rule in _LOSES_TEXT])


def _answers(report: Report) -> dict[str, ByggtSvar]:
    """Return the answers that a document is built from, for when it comes back from colleagues."""
    return {
        fraga: ByggtSvar(svar.markdown or "", report.expressions(svar.markdown or ""), svar.kryss)
        for fraga, svar in report.underlag.svar_by_fraga.items()
    }


@dataclass(frozen=True, slots=True)
class Built:
    """What was written, and, in a draft, the faults that keep text out of it."""

    files: list[Path]
    losses: list[Finding]


def _write_pdf(docx: Path, target: Path) -> None:
    from rapport.word.pdf import convert

    with replacing(target) as temporary:
        convert(docx, temporary)


def _check_targets(targets: list[Path], shelves: list[Path], *, force: bool) -> None:
    """Raise where a document cannot be put, must not be (a shelf of forms), or would take the place of another's."""
    if targets[0].suffix.lower() != ".docx":
        raise InputError(f"{targets[0]} slutar inte på .docx. Skriv till exempel --ut redovisning.docx.")
    if len(targets) > 1:
        from rapport.word.pdf import find_libreoffice

        find_libreoffice()
    for target in targets:
        if not target.parent.is_dir():
            raise OutputError(f"Mappen {target.parent} finns inte. Skapa den, eller välj en annan plats med --ut.")
        if target.is_dir():
            raise OutputError(f"{target} är en mapp. Välj ett filnamn med --ut.")
    # Resolved, so that neither .. nor a link leads there.
    if any(target.resolve().is_relative_to(shelf.resolve()) for shelf in shelves for target in targets):
        raise OutputError("Dokumentet kan inte läggas bland mallarna. Välj en annan plats med --ut.")
    for target in targets:
        if force or not target.exists() or _is_ours(target):
            continue
        raise RefusedError(
            f"{target} har ändrats sedan den byggdes, eller kommer från någon annan, och skrivs inte över. "
            "Välj ett annat namn med --ut, eller lägg till --tvinga om ändringarna inte behövs."
        )


def _is_ours(file: Path) -> bool:
    """Whether a file is a document that we built and nobody has saved since."""
    if file.suffix == ".pdf":
        from rapport.word import pdf

        return pdf.is_sealed(file.read_bytes())
    try:
        return is_sealed(read_package(file))
    except InputError:
        return False


def _refusal(folder: Path, blocking: list[Finding]) -> str:
    first = blocking[0]
    where = f" ({first.place})" if first.place.path else ""
    return (
        f"Dokumentet byggs inte: {len(blocking)} fel återstår, det första: {first.message}{where} "
        f"Se alla med rapport kontrollera {folder}, eller bygg ett utkast med --utkast."
    )


def _draft_text(errors: int) -> str:
    return f"UTKAST – {errors} fel återstår" if errors else "UTKAST"


def _name(underlag: Underlag, *, is_draft: bool) -> str:
    """Return the file name: redovisning-2025-region-sundmark-utkast.docx."""
    region = file_word(underlag.region)[:60]
    return "-".join(filter(None, ["redovisning", str(underlag.ar), region, "utkast" if is_draft else ""])) + ".docx"
