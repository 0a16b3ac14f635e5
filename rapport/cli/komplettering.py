"""``rapport komplettering``: what makes Tab fill in commands, flags and files in the user's shell."""

from typing import Annotated

import typer

from rapport.cli.command import say, show_made
from rapport.cli.commands import COMMANDS, COMPLETE
from rapport.errors import InputError

EXAMPLE = "rapport komplettering powershell >> $PROFILE"
_PLACES = {
    "powershell": "rapport komplettering powershell >> $PROFILE",
    "bash": "rapport komplettering bash >> ~/.bashrc",
    "zsh": "rapport komplettering zsh >> ~/.zshrc",
    "fish": "rapport komplettering fish > ~/.config/fish/completions/rapport.fish",
}


def command(
    skal: Annotated[str, typer.Argument(metavar="SKAL", help=f"Vilket skal: {', '.join(_PLACES)}.")] = "powershell",
) -> int:
    """Skriver ut det som gör att Tab fyller i rapports kommandon och flaggor.

    Lägg till det i skalets egen startfil, till exempel i PowerShell: rapport komplettering powershell >> $PROFILE
    """
    from typer.completion import get_completion_script

    if skal not in _PLACES:
        raise InputError(f"Skalet ”{skal}” är okänt. Välj ett av: {', '.join(_PLACES)}.")
    show_made(get_completion_script(prog_name="rapport", complete_var=COMPLETE, shell=skal))
    say(f"Lägg till det i startfilen:  {_PLACES[skal]}", "Öppna sedan ett nytt fönster.")
    return 0


def complete(instruction: str) -> int:
    """Answer a shell that asks how a line may go on."""
    from importlib import import_module

    from typer.completion import completion_init, shell_complete

    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    groups = {name.split()[0]: typer.Typer() for name in COMMANDS if " " in name}
    for group, members in groups.items():
        app.add_typer(members, name=group)
    for name, help_ in COMMANDS.items():
        group, _, last = name.rpartition(" ")
        module = import_module(f"rapport.cli.{name.replace(' ', '_')}")
        groups.get(group, app).command(last, help=help_)(module.command)
    completion_init()
    return shell_complete(typer.main.get_command(app), {}, "rapport", COMPLETE, instruction)
