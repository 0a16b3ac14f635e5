"""``rapport kontrollera``: checks a report, once or every time a file is saved."""

from functools import partial
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Annotated

import typer

from rapport.cli.command import say, show, shows_colour
from rapport.cli.regel import rule_ids
from rapport.errors import InputError

if TYPE_CHECKING:
    from rapport.output.interface import Granskning

_NAMES = ["text", "json", "sarif", "github", "html"]
FORMATS = "text (förval), json, sarif, github eller html"


Sokvag = Annotated[
    Path,
    typer.Argument(metavar="SÖKVÄG", help="Mappen med redovisningen, en av dess .yaml-filer, eller ett ifyllt .docx."),
]
Format = Annotated[
    str,
    typer.Option("--format", metavar="FORMAT", help=f"Hur resultatet visas: {FORMATS}.", autocompletion=lambda: _NAMES),
]
Ut = Annotated[Path | None, typer.Option(metavar="FIL", help="Skriver resultatet till en fil.")]
Mot = Annotated[
    Path | None, typer.Option(metavar="FÖRRA", help="Jämför med en tidigare redovisning, en mapp eller ett .docx.")
]
Nummer = Annotated[int | None, typer.Option("--omrade", "--område", metavar="NUMMER", help="Visar bara ett område.")]
Tyst = Annotated[bool, typer.Option("--tyst", help="Visar bara fel och varningar, en rad för varje, och slutsatsen.")]
Ratta = Annotated[
    bool, typer.Option("--ratta", "--rätta", help="Visar de rättelser som är givna, och gör dem om du vill.")
]
Ja = Annotated[bool, typer.Option("--ja", help="Gör rättelserna utan att fråga.")]
Regel = Annotated[
    list[str] | None,
    typer.Option(metavar="ID", help="Kontrollerar bara den regeln. Kan anges flera gånger.", autocompletion=rule_ids),
]
MallId = Annotated[
    str | None,
    typer.Option(
        metavar="ID", help="Vilket formulär ett .docx är. Förval: det som dokumentet anger, eller det senaste."
    ),
]
Bevaka = Annotated[
    bool, typer.Option("--bevaka", help="Kontrollerar igen varje gång en fil sparas. Avsluta med Ctrl+C.")
]


def command(
    sokvag: Sokvag,
    format_: Format = "text",
    ut: Ut = None,
    mot: Mot = None,
    omrade: Nummer = None,
    tyst: Tyst = False,
    ratta: Ratta = False,
    ja: Ja = False,
    regel: Regel = None,
    mall: MallId = None,
    bevaka: Bevaka = False,
) -> int:
    """Kontrollerar en redovisning: hur mycket plats som är kvar i varje område, och vad som är fel.

    Slutkoden är 0 när inget fel finns, annars 1.
    """

    def check() -> int:
        granskning = _granskning(sokvag, mall, regel or [], mot, omrade)
        return _give(granskning, format_, ut, tyst=tyst)

    if ratta:
        from rapport.cli.correct import correct

        return correct(sokvag, lambda: _granskning(sokvag, mall, regel or [], None, omrade), ask=not ja)
    if bevaka:
        from rapport.cli.watch import watch

        return watch(sokvag, check)
    return check()


def _granskning(path: Path, mall: str | None, rules: list[str], last: Path | None, omrade: int | None) -> "Granskning":
    from rapport import workflow
    from rapport.cli.papers import ProgressLine

    prepare = None
    if last is not None:
        from rapport.against import with_last_year

        prepare = partial(with_last_year, path=last)
    with ProgressLine() as progress:
        granskning = workflow.check(path, mall, only=rules, prepare=prepare, progress=progress)
    return granskning if omrade is None else workflow.narrowed(granskning, omrade)


def _give(granskning: "Granskning", format_: str, target: Path | None, *, tyst: bool) -> int:
    """Show or write the result; return the exit code that it gives."""
    from rapport import workflow

    output = workflow.output_format(format_)
    colour = target is None and shows_colour()
    if tyst:
        if format_ != "text":
            raise InputError("--tyst gäller bara --format text.")
        from rapport.output.text import quiet

        lines = quiet(granskning, colour=colour)
    else:
        lines = iter(output.render(granskning, colour=colour, width=get_terminal_size().columns))
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
