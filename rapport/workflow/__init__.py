"""What a user can have done, one verb a file; commands, pages and editors come in here and nowhere else."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rapport.workflow.report import Report


def open_report(path: Path, mall_id: str | None = None) -> "Report":
    """Open a report folder, or a filled-in form in Word, whose form is ``mall_id`` or else the one it names.

    Every file is read once. Raises InputError where there is no report to open.
    """
    from rapport.workflow.report import Report

    return Report(path, mall_id)
