"""The entry point: finds the command and loads only that one.

The list of commands and its help are written down, so that ``rapport --help`` imports none of them.
"""

import gc
import os
import sys
from contextlib import suppress

from rapport.cli.commands import COMMANDS, COMPLETE, folded, program
from rapport.cli.streams import prepare
from rapport.cli.terminal import flush, say, show_made

_INTRO = """Användning: {program} KOMMANDO …

Regionernas resultatredovisning enligt förordning (2024:99): skriv svaren i
YAML, kontrollera dem mot formuläret och bygg Worddokumentet.
"""
_NAMED = """
Det heter {program} här. Skriv så i stället för rapport, var det än står."""
_OUTRO = """
Hjälp om ett kommando:  rapport KOMMANDO --help
Så går arbetet till:    rapport hjalp
Å, ä och ö går lika bra:  rapport läge, rapport kontrollera --område 2

Slutkoder: 0 inga fel, 1 fel hittades, 2 kunde inte köras, 3 fel i programmet,
130 avbrutet."""


def main() -> None:
    """Run the command that the user asked for, and exit with its code."""
    # A command lives shortly: collecting garbage while importing costs more than it frees.
    gc.disable()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    prepare()
    try:
        code = run(sys.argv[1:])
        flush()
    except OSError:
        code = 2
        say("Resultatet kunde inte skrivas ut; kanske är disken full.")
    with suppress(OSError):  # there is nobody left to tell
        sys.stderr.flush()
    # Everything is written and closed; taking the interpreter apart would cost a tenth of the time.
    os._exit(code)


def run(arguments: list[str]) -> int:
    """Run one command line; return its exit code."""
    if os.environ.get(COMPLETE):
        from rapport.cli.komplettering import complete

        return complete(os.environ[COMPLETE])
    if not arguments or arguments[0] in ("--help", "-h"):
        show_made(overview())
        return 0
    name = command_name(arguments)
    if name not in COMMANDS:
        return _not_a_command(name, arguments)
    if name == "hjalp" and not any(word.startswith("-") for word in arguments):
        from rapport.cli.topics import tell  # Typer loads ten times as much as it takes to show a text

        return tell(arguments[1:])
    from rapport.cli.command import execute

    return execute(name, arguments[len(name.split()) :])


def command_name(arguments: list[str]) -> str:
    """Return the command that the arguments begin with: two words where the first alone is none."""
    first, *rest = map(folded, arguments[:2])
    is_group = any(command.startswith(first + " ") for command in COMMANDS)
    return " ".join([first, *rest]) if is_group else first


def overview(group: str = "") -> str:
    """Return the list of commands, or of those in a group."""
    names = [name for name in COMMANDS if name.startswith(group)]
    width = max(map(len, COMMANDS))
    lines = [f"  {name:<{width}} {COMMANDS[name]}" for name in names]
    name = program()
    named = [_NAMED.format(program=name)] if name != "rapport" else []
    return "\n".join([_INTRO.format(program=name), "Kommandon:", *lines, *named, _OUTRO])


def _not_a_command(name: str, arguments: list[str]) -> int:
    if arguments[0] == "--version":
        from importlib.metadata import version

        show_made(f"rapport {version('rapport')}")
        return 0
    first = folded(arguments[0])
    if any(command.startswith(first + " ") for command in COMMANDS) and arguments[1:] in ([], ["--help"], ["-h"]):
        show_made(overview(first + " "))
        return 0 if arguments[1:] else 2
    from rapport.nearest import nearest

    meant = nearest(name, COMMANDS)
    guess = f" Menade du rapport {meant}?" if meant else f" Se {program()} --help."
    name = " ".join(arguments[: len(name.split())])  # as the user wrote it
    say(f"Kommandot ”{name}” finns inte.{guess}")
    return 2
