"""``rapport siffror visa``: where every figure comes from."""

from pathlib import Path
from typing import Annotated

import typer

from rapport.cli.command import WIDTH, require_format, say, show, show_data

EXAMPLE = "rapport siffror visa 5.1b --i min-redovisning"


def command(
    fraga: Annotated[str, typer.Argument(metavar="FRÅGA", help="Frågans nummer, till exempel 5.1a, eller alla.")],
    i: Annotated[
        Path, typer.Option("--i", metavar="MAPP", help="Mappen med redovisningen. Förval: mappen du står i.")
    ] = Path(),
    format_: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="Hur det visas: text (förval) eller json.")
    ] = "text",
) -> int:
    """Visar varje siffra som ett svar hämtar ur en tabell: uttryck, värde, fil, rader, kolumner och urval.

    Radnumren är de som Excel visar. Rader som hoppas över för att cellen är tom räknas upp.
    Slutkoden är 1 om något uttryck inte kan räknas ut.
    """
    from rapport.cli.progress import ProgressLine
    from rapport.output.siffror import as_data, as_text
    from rapport.workflow.siffror import figures

    require_format(format_)
    with ProgressLine("Räknar …") as progress:
        underlag, found, findings = figures(i, None if fraga == "alla" else fraga, progress)
    if format_ == "json":
        show_data(as_data(i.as_posix(), underlag, found))
    elif found:
        show(*as_text(underlag, found, WIDTH))
    elif not any(finding.fraga for finding in findings):  # else what is wrong with an expression says enough
        where = "Inget svar" if fraga == "alla" else f"Svaret på {fraga}"
        say(f"{where} har {'någon' if fraga == 'alla' else 'ingen'} siffra ur en tabell.")
    for finding in findings:
        say(f"{finding.place}: {finding.message} {finding.hint or ''}")
    return 1 if any(finding.is_blocking for finding in findings) else 0
