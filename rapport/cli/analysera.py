"""``rapport analysera``: what analysts ask of the data set."""

from pathlib import Path
from typing import Annotated

import typer

from rapport.cli.command import WIDTH, require_format, say, show, show_data

EXAMPLE = "rapport analysera aktorer --i samling --ar 2025"


def _names(_incomplete: str) -> list[str]:
    from rapport.workflow.analys import names

    return names()


def command(
    fraga: Annotated[
        str,
        typer.Argument(
            metavar="FRÅGA",
            help="kryss, belopp, mal, aktorer, grunder eller andrat.",
            autocompletion=_names,
        ),
    ],
    i: Annotated[Path, typer.Option("--i", metavar="MAPP", help="Mappen med samlingen.")],
    ar: Annotated[int | None, typer.Option(metavar="ÅR", help="Bara ett års redovisningar.")] = None,
    rader: Annotated[
        bool, typer.Option("--rader", help="Visar varje rad bakom siffrorna: region, fråga, ord.")
    ] = False,
    format_: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="Hur det visas: text (förval), csv eller json.")
    ] = "text",
) -> int:
    """Svarar på en fråga om alla redovisningar i en samling.

    kryss    vem som kryssat vad
    belopp   belopp för anslag 1:1, Eruf och Interreg
    mal      mål i Agenda 2030
    aktorer  aktörer som nämns
    grunder  vad effekter bygger på
    andrat   vad som ändrats sedan året före
    """
    from rapport.output.analys import as_csv, as_data, as_text
    from rapport.workflow.analys import analyse

    require_format(format_, "csv")
    answer = analyse(i, fraga, ar)
    wanted = answer.rader if rader else answer.sammanfattning
    if format_ == "json":
        show_data(as_data(*answer))
    elif format_ == "csv":
        show(*as_csv(wanted).splitlines())
    else:
        show(*as_text(answer.fraga, wanted, WIDTH))
        if not rader and answer.rader.rader:
            say("Varje rad bakom siffrorna visas med --rader.")
    return 0
