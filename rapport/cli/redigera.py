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
        Path, typer.Argument(metavar="MAPP", help="Mappen med redovisningen. Förval: mappen du står i.")
    ] = Path(),
    port: Annotated[
        int, typer.Option(metavar="NUMMER", min=0, max=65_535, help="Vilken port sidan ska ha. Förval: en ledig.")
    ] = 0,
    oppna: Annotated[
        bool, typer.Option("--oppna/--visa", help="Öppnar sidan i webbläsaren (förval), eller visar bara adressen.")
    ] = True,
) -> int:
    """Öppnar redovisningen i webbläsaren: skriv svaren och se hela tiden hur mycket plats som är kvar.

    Sidan finns bara på den här datorn och skriver i samma filer som annars. Den sparar medan du skriver.
    Kommandot slutar när sidan har stängts, eller med Ctrl+C. Det behöver tillägget webb.

    Sidan provas ut: öppna inte samma svar på två håll samtidigt. Allt som har sparats finns i rapport angra.
    """
    if not all(map(find_spec, _WANTED)):
        raise InputError(
            f'Kommandot behöver ett tillägg. Installera det med  {this_python()} -m pip install "rapport[webb]"'
        )
    from rapport.cli.restored import tell_of_restored
    from rapport.webb.server import serve

    tell_of_restored(mapp)

    def opened(address: str) -> None:
        show(address)
        say("Adressen gäller bara en gång. Avsluta med Ctrl+C.")
        say("Sidan provas ut: skriv inte i samma svar på två håll samtidigt. Allt sparat finns i rapport angra.")
        if oppna:
            _open(address)

    def failed(error: Exception) -> None:
        say(f"Ett fel i programmet ({type(error).__name__}: {error}). Det som är skrivet finns kvar.")

    has_ended = serve(mapp, port, opened, failed)
    say("Sidan har varit stängd en stund, och allt är sparat. Redigeraren avslutas." if has_ended else "Avslutad.")
    return 0


def _open(address: str) -> None:
    import webbrowser

    if not webbrowser.open(address):
        say("Webbläsaren kunde inte öppnas. Kopiera adressen till den.")
