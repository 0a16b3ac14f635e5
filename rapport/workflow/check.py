"""Checking once: a report folder, one area file of it, or a filled-in form."""

from collections.abc import Collection
from importlib import import_module
from pathlib import Path

from rapport.domain.kalla import Progress
from rapport.errors import InputError
from rapport.output import FORMATS
from rapport.output.interface import Format, Granskning
from rapport.workflow.lines import with_lines
from rapport.workflow.progress import silent
from rapport.workflow.result import keep, key_of, recall


def check(  # noqa: PLR0913 - as many as the command has flags
    path: Path,
    mall_id: str | None = None,
    *,
    only: Collection[str] = (),
    against: Path | None = None,
    omrade: int | None = None,
    progress: Progress = silent,
    shows_answers: bool = True,
) -> Granskning:
    """Return what is wrong with a report, or with the part of it that was asked for.

    Where nothing has changed since the last time, the result is that of then, unless it ``shows_answers`` or
    compares them. Raises InputError where there is nothing to check.
    """
    key = None if against or shows_answers else key_of(path, mall_id, only, omrade)
    if key and (known := recall(key)):
        return with_lines(known)
    from rapport.workflow.checker import Checker

    checker = Checker(path, mall_id, only=only, against=against, omrade=omrade, progress=progress)
    granskning = checker.granskning()
    if key and key == key_of(path, mall_id, only, omrade):  # nothing was saved while it was read
        keep(key, granskning, checker.report.compared)
    return with_lines(granskning)


def output_format(name: str) -> Format:
    """Return the output format with a name; InputError when there is none."""
    if name not in FORMATS:
        raise InputError(f"Formatet ”{name}” finns inte. Välj ett av: {', '.join(FORMATS)}.")
    module: Format = import_module(f"rapport.output.{name}")
    return module
