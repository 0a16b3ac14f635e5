"""``rapport komplettering``: what makes Tab fill in commands, flags and files in the user's shell."""

from pathlib import Path
from typing import Annotated, Any

import typer

from rapport.cli.command import say, show_made
from rapport.cli.commands import COMMANDS, COMPLETE, folded
from rapport.errors import InputError

EXAMPLE = "rapport komplettering powershell --till $PROFILE"
_PLACES = {
    "powershell": "$PROFILE",
    "bash": "~/.bashrc",
    "zsh": "~/.zshrc",
    "fish": "~/.config/fish/completions/rapport.fish",
}
# ASCII alone, so that it is the same in whatever encoding a start file has. PowerShell 5.1 reads what a program says
# by the code page of the console, and would show å as Ã¥; where there is no console, there is no code page to set.
_POWERSHELL = f"""
Register-ArgumentCompleter -Native -CommandName rapport -ScriptBlock {{
    param($wordToComplete, $commandAst, $cursorPosition)
    $before = $null
    try {{
        $before = [Console]::OutputEncoding
        [Console]::OutputEncoding = New-Object System.Text.UTF8Encoding $false
    }} catch {{ }}
    try {{
        $Env:{COMPLETE} = 'complete_powershell'
        $Env:_TYPER_COMPLETE_ARGS = $commandAst.ToString()
        $Env:_TYPER_COMPLETE_WORD_TO_COMPLETE = $wordToComplete
        rapport | Where-Object {{ $_ }} | ForEach-Object {{
            $name, $help = $_ -split ':::', 2
            if (-not $help) {{ $help = $name }}
            [System.Management.Automation.CompletionResult]::new($name, $name, 'ParameterValue', $help)
        }}
    }} finally {{
        $Env:{COMPLETE} = ''
        $Env:_TYPER_COMPLETE_ARGS = ''
        $Env:_TYPER_COMPLETE_WORD_TO_COMPLETE = ''
        if ($before) {{ try {{ [Console]::OutputEncoding = $before }} catch {{ }} }}
    }}
}}
"""


def command(
    skal: Annotated[str, typer.Argument(metavar="SKAL", help=f"Vilket skal: {', '.join(_PLACES)}.")] = "powershell",
    till: Annotated[
        Path | None, typer.Option(metavar="FIL", help="Lägger det sist i filen, som skapas om den inte finns.")
    ] = None,
) -> int:
    """Skriver ut det som gör att Tab fyller i rapports kommandon och flaggor, eller lägger det i skalets startfil.

    I PowerShell heter startfilen $PROFILE. Mappen den ligger i skapas om den inte finns.
    """
    if skal not in _PLACES:
        raise InputError(f"Skalet ”{skal}” är okänt. Välj ett av: {', '.join(_PLACES)}.")
    if till:
        return _put(_script(skal), till, skal)
    show_made(_script(skal))
    say(f"Lägg till det i startfilen:  rapport komplettering {skal} --till {_PLACES[skal]}")
    return 0


def _script(shell: str) -> str:
    from typer.completion import get_completion_script

    if shell == "powershell":
        return _POWERSHELL.strip()
    return get_completion_script(prog_name="rapport", complete_var=COMPLETE, shell=shell).strip()


def _put(script: str, file: Path, shell: str) -> int:
    """Put the script in the file that a shell runs first of all, once."""
    from rapport.workflow.shell_start import add

    if str(file).startswith("$"):
        raise InputError(
            f"{file} är inget filnamn. Kör kommandot i PowerShell: där blir $PROFILE namnet på startfilen."
        )
    file = file.expanduser()
    say(f"Det står nu i {file}. Öppna ett nytt fönster." if add(file, script) else f"Det står redan i {file}.")
    if shell == "powershell":
        say(
            "Säger PowerShell i det nya fönstret att skript inte får köras, tillåter datorn inga startfiler: "
            f"ta bort det igen ur {file}."
        )
    return 0


def complete(instruction: str) -> int:
    """Answer a shell that asks how a line may go on."""
    from importlib import import_module

    from typer.completion import completion_init, shell_complete, shell_completion

    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    groups = {name.split()[0]: typer.Typer() for name in COMMANDS if " " in name}
    for group, members in groups.items():
        app.add_typer(members, name=group)
    for name, help_ in COMMANDS.items():
        group, _, last = name.rpartition(" ")
        module = import_module(f"rapport.cli.{name.replace(' ', '_')}")
        groups.get(group, app).command(last, help=help_)(module.command)
    completion_init()
    kind: Any = shell_completion.get_completion_class("powershell")
    own = type("OneLineEach", (kind,), {"format_completion": _one_line})
    shell_completion.add_completion_class(own, "powershell")
    return shell_complete(typer.main.get_command(app), {}, "rapport", COMPLETE, instruction)


def _one_line(_: object, item: Any) -> str:  # noqa: ANN401 - Typer keeps the type to itself
    """Return what PowerShell is told of a choice: one line, in ASCII but for the help behind it."""
    help_ = "Visar den här hjälpen." if item.value == "--help" else " ".join((item.help or "").split())
    return f"{folded(item.value)}:::{help_}"
