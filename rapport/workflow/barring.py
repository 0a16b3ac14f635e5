"""Corrections of files whose answers lack the bar that keeps their lines: first of all, as it changes what is read."""

from collections import Counter
from collections.abc import Sequence

from rapport.finding import Finding
from rapport.store.area_file import AreaFile, read_area_file
from rapport.store.bar import is_missing_bar
from rapport.store.bar_put import Put, bars_put, stands_as_meant
from rapport.workflow.edits import Corrected, Correction, Edit, applied
from rapport.workflow.report import Report

is_about_bars = is_missing_bar


def barred(report: Report, path: str, findings: Sequence[Finding]) -> Corrected | None:
    """Return a file with the bars that findings miss; None where there are none to put in.

    All that stands in the file must then read as it did, and the answers have every word that was written.
    """
    places = {finding.place: finding for finding in findings if is_about_bars(finding)}
    source = report.text_of(path)
    puts = [put for put in bars_put(source, path) if put.missing.finding.place in places] if places else []
    sure = puts if _is_sure(report, path, puts) else [put for put in puts if _is_sure(report, path, [put])][:1]
    if not sure:
        return None
    made = tuple(Correction(places[put.missing.finding.place], (Edit(*put[1:4]),)) for put in sure)
    return Corrected(source, _with(report, path, sure), made, ())


def _with(report: Report, path: str, puts: Sequence[Put]) -> AreaFile:
    text = applied(report.text_of(path), [Edit(*put[1:4]) for put in puts])
    return read_area_file(report.bom_of(path) + text, path)


def _is_sure(report: Report, path: str, puts: Sequence[Put]) -> bool:
    before, after = report.area(path), _with(report, path, puts)
    if before.post is None:  # what else stands in it is seen without the lines that hide it
        before = _with(report, path, [put._replace(new="") for put in puts])
    if not all(stands_as_meant(put, after) for put in puts) or after.post is None:
        return False
    new = Counter((f.rule, f.message) for f in after.findings) - Counter((f.rule, f.message) for f in before.findings)
    if any(rule == "yaml" for rule, _ in new):
        return False
    mended = {put.missing.first for put in puts}
    texts = before.post.svar if before.post else {}
    return all(after.post.svar.get(f) == post for f, post in texts.items() if _line_of(after, f) not in mended)


def _line_of(area: AreaFile, fraga: str) -> int | None:
    """Return the line that an answer's text begins on."""
    from rapport.store.answer import text_source

    source = text_source(area.document, fraga) if area.document else None
    return source.scalar.line if source else None
