"""``rapport kontrollera``: checks a report, once or every time a file is saved."""

import sys
from pathlib import Path
from shutil import get_terminal_size
from typing import Annotated

import typer

from rapport.cli.command import say, show
from rapport.errors import InputError


def command(
    sokvag: Annotated[
        Path,
        typer.Argument(
            metavar="SÖKVÄG", help="Mappen med redovisningen, en av dess .yaml-filer, eller ett ifyllt .docx."
        ),
    ],
    format_: Annotated[
        str,
        typer.Option("--format", metavar="FORMAT", help="Hur resultatet visas: text (förval) eller json."),
    ] = "text",
    ut: Annotated[Path | None, typer.Option(metavar="FIL", help="Skriver resultatet till en fil.")] = None,
    mall: Annotated[
        str | None,
        typer.Option(
            metavar="ID", help="Vilket formulär ett .docx är. Förval: det som dokumentet anger, eller det senaste."
        ),
    ] = None,
    bevaka: Annotated[
        bool, typer.Option("--bevaka", help="Kontrollerar igen varje gång en fil sparas. Avsluta med Ctrl+C.")
    ] = False,
) -> int:
    """Kontrollerar en redovisning: hur mycket plats som är kvar i varje område, och vad som är fel.

    Slutkoden är 0 när inget fel finns, annars 1.
    """
    if bevaka:
        from rapport.cli.watch import watch

        return watch(sokvag, lambda: _check(sokvag, format_, ut, mall))
    return _check(sokvag, format_, ut, mall)


def _check(path: Path, format_: str, target: Path | None, mall: str | None) -> int:
    from rapport import workflow

    output = workflow.output_format(format_)
    granskning = workflow.check(path, mall)
    colour = target is None and _shows_colour()
    lines = output.render(granskning, colour=colour, width=get_terminal_size().columns)
    text = "\n".join(lines)
    if target is None:
        show(text)
    else:
        from rapport.store.files import write_text

        _refuse_input(target)
        write_text(target, text + "\n")
        say(f"Resultatet står i {target}.")
    return 1 if granskning.is_blocked else 0


def _refuse_input(target: Path) -> None:
    """Raise InputError where the result would take the place of something that people have written."""
    if target.suffix.lower() in (".yaml", ".yml", ".docx", ".pdf", ".md", ".csv", ".xlsx"):
        raise InputError(f"{target} kan vara någons underlag. Ge resultatet ett annat namn, till exempel resultat.txt.")
    if not target.parent.is_dir():
        raise InputError(f"Mappen {target.parent} finns inte. Skapa den, eller välj en annan plats med --ut.")


def _shows_colour() -> bool:
    import os

    return sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
