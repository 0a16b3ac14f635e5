"""``rapport redigera``: the answers written in the browser, on the user's own computer."""

from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from rapport.cli.command import say, show
from rapport.cli.commands import this_python
from rapport.errors import InputError

EXAMPLE = "rapport redigera min-redovisning"
_WANTED = ("starlette", "uvicorn")


def command(
    mapp: Annotated[
        Path | None,
        typer.Argument(
            metavar="MAPP", help="Mappen med redovisningen. Förval: mappen du står i, eller den som senast var öppen."
        ),
    ] = None,
    port: Annotated[
        int, typer.Option(metavar="NUMMER", min=0, max=65_535, help="Vilken port sidan ska ha. Förval: en ledig.")
    ] = 0,
    oppna: Annotated[
        bool,
        typer.Option("--oppna/--visa", help="--oppna öppnar sidan i webbläsaren (förval), --visa visar bara adressen."),
    ] = True,
) -> int:
    """Öppnar redovisningen i webbläsaren: skriv svaren och se hela tiden hur mycket plats som är kvar.

    Sidan finns bara på den här datorn och skriver i samma filer som annars. Den sparar medan du skriver.
    I en mapp utan redovisning börjar sidan en ny. Kommandot slutar när sidan har stängts, eller med Ctrl+C.
    Det behöver tillägget webb. Hur sidan används visar rapport hjalp webblasare.
    """
    if not all(map(find_spec, _WANTED)):
        raise InputError(
            f'Kommandot behöver ett tillägg. Installera det med  {this_python()} -m pip install "rapport[webb]"'
        )
    from rapport.cli.restored import tell_of_restored
    from rapport.webb.server import serve

    folder = _folder(mapp)
    if folder:
        tell_of_restored(folder)

    def opened(address: str) -> None:
        show(address)
        say("Adressen gäller bara en gång. Avsluta med Ctrl+C.")
        if oppna:
            _open(address)

    def failed(error: Exception) -> None:
        say(f"Ett fel i programmet ({type(error).__name__}: {error}). Det som är skrivet finns kvar.")

    has_ended = serve(folder, port, opened, failed)
    say("Sidan har varit stängd en stund, och allt är sparat. Redigeraren avslutas." if has_ended else "Avslutad.")
    return 0


def _folder(named: Path | None) -> Path | None:
    """Return the folder to open: the one that is named, or else the one used last; None where there is none."""
    from rapport.workflow.restoring import folder_named
    from rapport.workflow.senast import opened_last

    if named is not None:
        return folder_named(named)
    found = opened_last(Path())
    if found and found != Path():
        say(f"Öppnar {found}, som senast var öppen.")
    return found


def _open(address: str) -> None:
    import webbrowser

    if not webbrowser.open(address):
        say("Webbläsaren kunde inte öppnas. Kopiera adressen till den.")
