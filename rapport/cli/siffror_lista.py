"""``rapport siffror lista``: the tables that answers can take figures from."""

from pathlib import Path
from typing import Annotated

import typer

from rapport.cli.command import WIDTH, require_format, say, show, show_data

EXAMPLE = "rapport siffror lista --i min-redovisning"


def command(
    i: Annotated[
        Path, typer.Option("--i", metavar="MAPP", help="Mappen med redovisningen. Förval: mappen du står i.")
    ] = Path(),
    format_: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="Hur det visas: text (förval) eller json.")
    ] = "text",
) -> int:
    """Visar tabellerna i mappen siffror: namn, kolumner, antal rader och ett uttryck att börja med.

    Slutkoden är 1 om någon tabell inte kan användas.
    """
    from rapport.cli.progress import ProgressLine
    from rapport.output.siffror import tables_as_data, tables_as_text
    from rapport.workflow.siffror import tables as read_tables

    require_format(format_)
    with ProgressLine("Läser tabellerna …"):
        tables, findings = read_tables(i)
    if format_ == "json":
        show_data(tables_as_data(i.as_posix(), tables))
    elif tables:
        show(*tables_as_text(tables, WIDTH))
    else:
        where = i / "siffror"
        say(f"Det finns inga tabeller att använda i {where}. Lägg dem där, som CSV eller .xlsx: en rad per ärende.")
    for finding in findings:
        say(f"{finding.place}: {finding.message} {finding.hint or ''}")
    return 1 if any(finding.is_blocking for finding in findings) else 0
