"""All corrections of a kind at once, as edits of files not saved yet: ``kontrollera --ratta`` in an editor."""

from collections.abc import Callable, Collection, Iterable

from rapport.finding import Finding
from rapport.store.moved import hunks
from rapport.store.yaml import BOM
from rapport.workflow.correcting import corrected
from rapport.workflow.edits import Edit
from rapport.workflow.remedies import is_mendable, tried
from rapport.workflow.report import Report

_ROUNDS = 20  # a correction may call for another; so many times no text does
Edits = dict[str, tuple[Edit, ...]]


def all_corrections(
    report: Report, findings: Iterable[Finding], wanted: Callable[[Finding], bool], only: Collection[str] = ()
) -> Edits:
    """Return the edits, file by file, that make every wanted correction, and those that these call for in turn.

    ``findings`` are those of the report as it stands; ``only`` are the rules that are asked again, all where it is
    empty. The report itself is left as it is.
    """
    trial, touched = report, set[str]()
    for _ in range(_ROUNDS):
        chosen = [finding for finding in findings if is_mendable(finding) and wanted(finding)]
        files = [file for file in corrected(trial, chosen) if file.corrections]
        for file in files:
            touched.add(file.area.path)
            trial = tried(trial, file.area.path, file.area.source)
        if not files:
            break
        findings = trial.check(only).findings
    return {path: difference(report.text_of(path), trial.text_of(path)) for path in sorted(touched)}


def difference(before: str, after: str) -> tuple[Edit, ...]:
    """Return the edits that turn one text of a file into another; neither has its byte order mark."""
    before, after = before.removeprefix(BOM), after.removeprefix(BOM)
    return tuple(Edit(one.start, one.end, after[one.new_start : one.new_end]) for one in hunks(before, after))
