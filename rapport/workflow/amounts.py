"""An amount typed by hand, and the expression that takes it from a table instead."""

from collections.abc import Iterator

from rapport.domain.belopp import Belopp
from rapport.domain.svar import Svar
from rapport.domain.underlag import Underlag
from rapport.finding import Finding
from rapport.store.area_file import AreaFile, read_area_file
from rapport.workflow.edits import Edit, applied
from rapport.workflow.figures import amounts_in
from rapport.workflow.remedies import Remedy, is_readable, tried
from rapport.workflow.report import Report

Span = tuple[int, int]
RULE = "siffra-utan-kalla"


def span_of(underlag: Underlag, fraga: str, start: int, end: int) -> Span | None:
    """Return where a piece of an answer's text stands in its file, without a BOM; None where it is not there whole."""
    svar, source = underlag.svar_by_fraga.get(fraga), underlag.places.source_by_fraga.get(fraga)
    first, last = (svar.origin(start), svar.origin(end, is_end=True)) if svar else (None, None)
    if source is None or first is None or last is None or first[0] >= last[1]:
        return None
    return source.span(first[0], last[1])


def typed_amounts(report: Report, path: str, where: Span) -> Iterator[tuple[Svar, Belopp, Span]]:
    """Yield the amounts that are typed by hand in a place of a file, each with where it stands there."""
    underlag = report.underlag
    for svar in underlag.svar_by_fraga.values():
        if underlag.places.by_fraga[svar.fraga].path != path:
            continue
        for belopp in amounts_in(svar):
            is_figure = any(one.start <= belopp.start < one.end for one in svar.siffror)
            span = None if is_figure else span_of(underlag, svar.fraga, belopp.start, belopp.end)
            if span and span[0] <= where[1] and where[0] <= span[1]:
                yield svar, belopp, span


def from_tables(report: Report, path: str, where: Span) -> Iterator[Remedy]:
    """Yield the amounts in a place of a file as the expressions that give them from a table."""
    yield from (remedy for _, _, remedy in _from_tables(report, path, where))


def in_answer(report: Report, fraga: str) -> Iterator[tuple[Belopp, Remedy]]:
    """Yield the amounts typed by hand in an answer that a table gives, with each expression that gives one."""
    svar, place = report.underlag.svar_by_fraga.get(fraga), report.underlag.places.by_fraga.get(fraga)
    where = span_of(report.underlag, fraga, 0, len(svar.text)) if svar and svar.text else None
    if place and place.path and where:
        found = _from_tables(report, place.path, where)
        yield from ((belopp, remedy) for of, belopp, remedy in found if of.fraga == fraga)


def as_figure(report: Report, remedy: Remedy) -> AreaFile:
    """Return the file that a remedy is of, as it makes it."""
    return read_area_file(report.bom_of(remedy.path) + applied(report.text_of(remedy.path), remedy.edits), remedy.path)


def _from_tables(report: Report, path: str, where: Span) -> Iterator[tuple[Svar, Belopp, Remedy]]:
    known = report.underlag.belopp
    for svar, belopp, span in typed_amounts(report, path, where):
        if known is None or not known.has(belopp.value, belopp.step / 2):
            continue
        from rapport.figures.sought import sought

        for one in sought(belopp, report.figures.tables):
            title = f"Hämta ”{belopp.text}” ur tabellen: {one.uttryck}"
            yield from ((svar, belopp, made) for made in _remedy(report, path, title, svar, belopp, span, one.uttryck))


def as_elsewhere(report: Report, finding: Finding) -> Iterator[Remedy]:
    """Yield an amount that no table has as the figure that it resembles, which another answer has from one."""
    path, underlag = finding.place.path, report.underlag
    if finding.rule != RULE or path is None or finding.offset is None or finding.waived is not None:
        return
    for other in finding.related:
        svar = underlag.svar_by_fraga.get(other.fraga or "")
        figures = [one for one in svar.siffror if one.start <= (other.offset or 0) < one.end] if svar else []
        own = underlag.svar_by_fraga.get(finding.fraga or "")
        belopp = next((one for one in amounts_in(own) if one.start == finding.offset), None) if own else None
        span = span_of(underlag, own.fraga, belopp.start, belopp.end) if own and belopp else None
        for figure in figures[:1]:
            if own and belopp and span and "\n" not in figure.varde:
                title = f"Skriv det som fråga {other.fraga} har ur en tabell, {figure.varde}: {figure.trace.uttryck}"
                yield from _remedy(report, path, title, own, belopp, span, figure.trace.uttryck)


def _remedy(  # noqa: PLR0913, PLR0917 - an amount in its answer, in its file, and what to write instead
    report: Report, path: str, title: str, svar: Svar, belopp: Belopp, span: Span, written: str
) -> Iterator[Remedy]:
    """Yield the amount written otherwise, where all else then reads as before."""
    source = report.text_of(path)
    if not is_readable(report, path) or source[slice(*span)] != belopp.text:
        return
    edit = Edit(*span, written)
    trial = tried(report, path, report.bom_of(path) + applied(source, [edit]))
    expressions = trial.expressions(written)
    again = trial.underlag.svar_by_fraga.get(svar.fraga)
    if len(expressions) == 1 and expressions[0].fault is None and again and again.siffror:
        shown = getattr(expressions[0].shown, "text", "") + written[expressions[0].end :]
        if again.text == applied(svar.text, [Edit(belopp.start, belopp.end, shown)]):
            yield Remedy(title, path, (edit,))
