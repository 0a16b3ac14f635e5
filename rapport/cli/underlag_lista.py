"""``rapport underlag lista``: the register of source papers against the files and the answers."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rapport.cli import papers
from rapport.cli.command import require_format, say, show, show_data
from rapport.cli.progress import ProgressLine
from rapport.output.wrapped import wrapped

if TYPE_CHECKING:
    from rapport.workflow.papers import Looked
    from rapport.workflow.searching import Entry, Overview, Proposal

EXAMPLE = "rapport underlag lista --i min-redovisning"


def command(
    i: Annotated[
        Path, typer.Option("--i", metavar="MAPP", help="Redovisningens mapp, eller en mapp med bara papper.")
    ] = Path(),
    format_: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="Hur resultatet visas: text (förval) eller json.")
    ] = "text",
) -> int:
    """Visar källorna: registret (kallor.yaml), filerna i mappen kallor, och vilka svar som nämner vilket papper.

    Ett svar nämner ett papper när dess diarienummer, titel eller korta namn står i svarets text. För filer som
    saknas i registret visas raderna att klistra in. Slutkoden är 1 om registret har fel.
    """
    from rapport.workflow import searching

    require_format(format_)
    with ProgressLine() as progress:
        overview, looked = searching.overview(i, progress)
    for remark in looked.remarks:
        say(remark)
    if format_ == "json":
        show_data(_as_data(i, overview, looked))
    else:
        show(*_as_text(overview, looked))
    return 1 if any(finding.is_blocking for finding in looked.library.findings) else 0


def _as_text(overview: "Overview", looked: "Looked") -> Iterator[str]:
    """Yield the whole list line by line, a part for each thing that may have to be done."""
    for entry in overview.entries:
        yield from _entry(entry, looked)
    if (
        overview.entries
        and overview.has_answers
        and (uncited := [e.kalla.id for e in overview.entries if not e.fragor])
    ):
        yield from _wrapped(f"Inget svar nämner: {', '.join(uncited)}.")
        yield ""
    if without := [e.kalla.id for e in overview.entries if not e.kalla.fil]:
        yield from _wrapped(f"Utan fil: {', '.join(without)}.")
        yield ""
    if overview.unregistered:
        yield "Filer som inte står i kallor.yaml" if looked.library.is_report else "Papper i mappen"
        for proposal in overview.unregistered:
            yield from _proposal(proposal)
        yield ""
    if looked.library.findings or looked.unread or looked.library.others:
        yield from _problems(looked)
        yield ""
    count = len(looked.library.papers)
    yield f"{count} papper, {len(overview.entries)} i registret."


def _entry(entry: "Entry", looked: "Looked") -> Iterator[str]:
    kalla = entry.kalla
    file = looked.library.name(kalla.fil) if kalla.fil else "ingen fil"
    about = [kalla.slag, kalla.datum.isoformat() if kalla.datum else "", kalla.diarienummer or "", file]
    yield from _wrapped(f"{kalla.id}  {kalla.titel}" if kalla.titel != kalla.id else kalla.id)
    yield from _wrapped(" · ".join(filter(None, about)), "  ")
    yield from _wrapped(f"Nämns i {', '.join(entry.fragor)}." if entry.fragor else "Nämns inte i något svar.", "  ")
    yield ""


def _proposal(proposal: "Proposal") -> Iterator[str]:
    """Yield the lines that the register lacks, ready to be pasted under its key källor."""
    from rapport.output.shown import seen
    from rapport.workflow.searching import yaml_value

    yield ""
    numbers = proposal.numbers
    yield f"  {yaml_value(proposal.id)}:"
    if len(numbers) == 1:
        yield f"    diarienummer: {yaml_value(numbers[0])}"
    elif numbers:
        yield f"    diarienummer:    # {' eller '.join(numbers)}"
    yield f"    titel: {yaml_value(seen(proposal.titel))}"
    if proposal.datum:
        yield f"    datum: {proposal.datum.isoformat()}"
    yield f"    slag: {proposal.slag}"
    yield f"    fil: {yaml_value(seen(proposal.fil))}"


def _problems(looked: "Looked") -> Iterator[str]:
    yield "Att åtgärda"
    for finding in (*looked.library.findings, *looked.unread):
        place = f"{finding.place}: " if finding.place.line else ""
        yield from _wrapped(f"{place}{finding.message} {finding.hint}", "  ")
    for name in looked.library.others:
        hint = "läses inte. Spara den som .docx, .pdf, .xlsx, .txt eller .md i mappen, eller ta bort den."
        yield from _wrapped(f"{name} {hint}", "  ")


def _wrapped(text: str, indent: str = "") -> list[str]:
    return wrapped(text, papers.width(), indent, indent + "  ")


def _entry_data(entry: "Entry") -> dict[str, Any]:
    kalla = entry.kalla
    return {
        "id": kalla.id,
        "titel": kalla.titel,
        "diarienummer": kalla.diarienummer,
        "datum": kalla.datum.isoformat() if kalla.datum else None,
        "slag": kalla.slag,
        "fil": kalla.fil,
        "fragor": list(entry.fragor),
    }


def _as_data(folder: Path, overview: "Overview", looked: "Looked") -> dict[str, Any]:
    return {
        "version": papers.VERSION,
        "kalla": folder.as_posix(),
        "monster": list(looked.library.register.monster),
        "kallor": [
            _entry_data(entry)
            for entry in overview.entries
        ],
        "oregistrerade": [
            {
                "fil": proposal.fil,
                "diarienummer": list(proposal.numbers),
                "id": proposal.id,
                "titel": proposal.titel,
                "datum": proposal.datum.isoformat() if proposal.datum else None,
                "slag": proposal.slag,
            }
            for proposal in overview.unregistered
        ],
        "olasta": papers.unread_data(looked.unread),
        "andra": list(looked.library.others),
        "findings": [
            {"rule": f.rule, "severity": f.severity, "path": f.place.path, "line": f.place.line,
             "column": f.place.column, "message": f.message, "hint": f.hint}
            for f in looked.library.findings
        ],
    }  # fmt: skip
