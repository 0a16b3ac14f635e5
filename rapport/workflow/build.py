"""Building: a checked report → the official document on disk, written whole or not at all.

Nobody's work is overwritten: a document that was changed after it was built is left alone unless forced.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rapport.disk import contents as contents_of
from rapport.disk import workplace
from rapport.domain.kalla import Progress
from rapport.domain.mall import file_word
from rapport.domain.underlag import Underlag
from rapport.errors import OutputError, RefusedError, reason, what_has_changed
from rapport.finding import Finding
from rapport.store.byggen import ByggtSvar, keep_build
from rapport.store.lock import locked
from rapport.store.saved import saved_at
from rapport.store.shelf import form_folder
from rapport.store.writing import write_all
from rapport.word.fill import Draft, fill
from rapport.word.package import read_package, write_package
from rapport.workflow.built import Built, begun, not_done
from rapport.workflow.files import as_argument
from rapport.workflow.load import folder_of
from rapport.workflow.progress import silent
from rapport.workflow.report import Report
from rapport.workflow.targets import require_targets

TEMPLATE = "mall.docx"
_LAST_YEARS = "fjolarstext"
_LOSES_TEXT = {"siffra", "yaml", "okand-nyckel", "okand-fraga", "dubbelt-svar"}


class FaultsError(RefusedError):
    """Errors stand, and what was asked for is no draft; ``blocking`` are they."""

    def __init__(self, folder: Path, blocking: list[Finding]) -> None:
        self.blocking = blocking
        super().__init__(_refusal(folder, blocking))


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

    Raises FaultsError while errors stand, RefusedError where a changed document would be lost; see ``errors`` too.
    """
    folder = folder_of(folder)
    report = Report(folder, progress=progress)
    underlag, findings = report.underlag, report.check().findings
    blocking = [f for f in findings if f.is_blocking]
    if blocking and not is_draft:
        raise FaultsError(folder, blocking)
    target = target or folder / _name(underlag, is_draft=is_draft)
    targets = [target, *([target.with_suffix(".pdf")] if with_pdf else [])]
    form = form_folder(underlag.mall.id, folder)
    there = require_targets(targets, [folder / "mallar", form.parent], force=force)
    template, when = read_package(form / TEMPLATE), saved_at(folder, form)
    draft = Draft(_draft_text(len(blocking))) if is_draft else None
    parts = fill(template, underlag, draft, keep_build(folder, _answers(report)), when)
    others = [file for file, one in there.items() if not one.is_ours]
    with _workplace(target) as place:
        made = [place / f"d{file.suffix}" for file in targets]  # short: the paths of Windows have an end
        write_package(made[0], parts)
        if with_pdf:
            from rapport.word.pdf import convert

            convert(*made)
        contents = {file: contents_of(new) for file, new in zip(targets, made, strict=True)}
    kept = _write(folder, contents, {file: one.raw for file, one in there.items()}, others)
    losses = [f for f in blocking if f.rule in _LOSES_TEXT]
    not_compared = [f for f in findings if f.rule == _LAST_YEARS and f.fraga is None]
    gone = [file for file in others if file not in kept]
    return Built(targets, losses, not_compared, not_done(underlag), len(begun(underlag)), gone, kept)


def _answers(report: Report) -> dict[str, ByggtSvar]:
    """Return the answers that a document is built from, for when it comes back from colleagues."""
    return {
        fraga: ByggtSvar(svar.markdown or "", report.expressions(svar.markdown or ""), svar.kryss)
        for fraga, svar in report.underlag.svar_by_fraga.items()
    }


@contextmanager
def _workplace(target: Path) -> Iterator[Path]:
    """Give an empty folder to make documents in; what goes wrong there has changed nothing."""
    try:
        with workplace() as place:
            yield place
    except OSError as error:
        raise OutputError(f"{target} kan inte skrivas: {reason(error)}. {what_has_changed()}") from error


def _write(folder: Path, contents: dict[Path, bytes], read: dict[Path, bytes | None], others: list[Path]) -> list[Path]:
    """Write the documents, all or none, over what was ``read``; return those of others that can be brought back.

    What we built and nobody has changed can be built again, and is not kept. What lies outside the folder is not
    ours to write in a second time, when the writing is undone.
    """
    root = folder.resolve()
    names = {file: file.resolve().relative_to(root) for file in contents if file.resolve().is_relative_to(root)}
    kept = [file for file in others if file in names]
    with locked(folder, "bygg"):
        if not kept:
            write_all(contents, read)
            return []
        from rapport.store.history import Write, keeping

        inside = {name.as_posix(): file for file, name in names.items()}
        after = {name: contents[file] for name, file in inside.items()}
        before = {name: read[file] for name, file in inside.items()}
        with keeping(folder, after, before, Write("bygg --tvinga", {})):
            write_all(contents, read)
    return kept


def _refusal(folder: Path, blocking: list[Finding]) -> str:
    copied = [finding.fraga or "" for finding in blocking if finding.rule == _LAST_YEARS]
    if len(copied) == len(blocking):
        many = f"{len(copied)} svar är ordagrant förra årets: {', '.join(copied)}"
        return (
            f"Dokumentet byggs inte: {many}. Skriv vad som har hänt i år, tillåt dem med skäl "
            "(tillåt: {fjolarstext: skälet} vid svaret), eller bygg ett utkast med --utkast."
        )
    first = next(finding for finding in blocking if finding.rule != _LAST_YEARS)
    also = f" Ordagrant förra årets är {', '.join(copied)}." if copied else ""
    where = f" ({first.place})" if first.place.path else ""
    return (
        f"Dokumentet byggs inte: {len(blocking)} fel återstår, det första: {first.message}{where}{also} "
        f"Se alla med rapport kontrollera{as_argument(folder)}, eller bygg ett utkast med --utkast."
    )


def _draft_text(errors: int) -> str:
    return f"UTKAST – {errors} fel återstår" if errors else "UTKAST"


def _name(underlag: Underlag, *, is_draft: bool) -> str:
    """Return the file name: redovisning-2025-region-sundmark-utkast.docx."""
    region = file_word(underlag.region)[:60]
    return "-".join(filter(None, ["redovisning", str(underlag.ar), region, "utkast" if is_draft else ""])) + ".docx"
