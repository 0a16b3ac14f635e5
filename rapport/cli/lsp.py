"""``rapport lsp``: the language server, over stdio; and the extension that starts it in VS Code."""

import os
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from rapport.cli.command import say, show
from rapport.errors import InputError

EXAMPLE = "rapport lsp --installera"
_WANTED = ("pygls", "lsprotocol")
_BY_HAND = (
    "Öppna VS Code, tryck Ctrl+Skift+P, skriv VSIX, välj Installera från VSIX (Install from VSIX) och sedan filen."
)


def command(
    installera: Annotated[
        bool, typer.Option("--installera", help="Sätter in tillägget för VS Code, som sedan startar kommandot.")
    ] = False,
    ut: Annotated[
        Path | None,
        typer.Option(metavar="FIL", help="Skriver tillägget till en .vsix-fil, som kan installeras på andra datorer."),
    ] = None,
) -> int:
    """Kontrollerar redovisningen i redigeraren medan du skriver. Redigeraren startar kommandot själv.

    Det talar med redigeraren över stdin och stdout (LSP), och behöver tillägget lsp. Med --installera kommer det in i
    VS Code eller VSCodium. Hur andra redigerare startar det står i rapport hjalp redigerare.
    """
    if ut:
        return _write(ut)
    if not all(map(find_spec, _WANTED)):
        raise InputError(
            f'Kommandot behöver ett tillägg. Installera det med  {_python()} -m pip install "rapport[lsp]"'
        )
    if installera:
        return _install()
    from rapport.lsp.server import made, serve

    if sys.stdin.isatty():
        raise InputError(
            "rapport lsp startas av redigeraren, inte för hand. Sätt in det i VS Code med  rapport lsp --installera"
        )
    serve(made())
    return 0


def _python() -> str:
    """Return how the Python that runs this is written on a command line: in another one there may be no rapport."""
    if not any(sign in sys.executable for sign in " &()'"):
        return sys.executable
    return f'& "{sys.executable}"' if os.name == "nt" else f'"{sys.executable}"'


def _install() -> int:
    """Put the extension into every editor that is there; where none takes it, say how it is done by hand."""
    from rapport.workflow.editors import editors, install, write_extension
    from rapport.workflow.vsix import file_name

    found = editors()
    refused = {editor.name: said for editor in found if (said := install(editor)) is not None}
    taken = [editor.name for editor in found if editor.name not in refused]
    for name in taken:
        say(f"Tillägget är insatt i {name}. Är {name} öppet: stäng det och öppna det igen.")
    for name, said in refused.items():
        say(f"{name} tog inte emot tillägget: {said}")
    if taken:
        return 1 if refused else 0
    if not found:
        say("Varken VS Code eller VSCodium hittades.")
    target = Path(file_name())
    write_extension(target, sys.executable)
    show(str(target))
    say(f"Tillägget är skrivet till filen. {_BY_HAND}")
    return 1


def _write(target: Path) -> int:
    from rapport.workflow.editors import write_extension

    if target.suffix.lower() != ".vsix":
        raise InputError(f"{target} ska sluta på .vsix. Skriv till exempel --ut rapport.vsix.")
    write_extension(target)
    show(str(target))
    say(f"Så sätts det in för hand: {_BY_HAND[0].lower()}{_BY_HAND[1:]}")
    return 0
