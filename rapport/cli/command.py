"""What every command is to Typer: help and usage in Swedish, one way to be run."""

from collections.abc import Iterator
from importlib import import_module
from textwrap import fill
from typing import Any

import typer
from typer.core import TyperCommand

from rapport.cli.commands import folded, program
from rapport.cli.errors import guarded
from rapport.cli.terminal import WIDTH, say, show, show_data, show_made, shows_colour
from rapport.errors import InputError

__all__ = [
    "WIDTH",
    "SwedishCommand",
    "command_of",
    "execute",
    "require_format",
    "say",
    "show",
    "show_data",
    "show_made",
    "shows_colour",
]


class SwedishCommand(TyperCommand):
    """A Typer command whose help is in Swedish."""

    def get_help_option(self, ctx: Any) -> Any:  # noqa: ANN401 - Typer keeps these types to itself
        """Return the flag that shows the help, as all else is shown: nobody may be there to read it."""
        option = super().get_help_option(ctx)
        if option:
            option.callback = _show_help
        return option

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - Typer keeps these types to itself
        """Write the help page: usage, what it does, arguments, flags, an example."""
        formatter.write("\n".join(_help(self, ctx.command_path)) + "\n")


def _show_help(ctx: Any, _param: object, is_asked: Any) -> None:  # noqa: ANN401 - as above
    if is_asked and not ctx.resilient_parsing:
        show_made(ctx.get_help())
        ctx.exit()


def execute(name: str, arguments: list[str]) -> int:
    """Run the command with a name; return its exit code."""
    return guarded(lambda: _run(name, arguments), f"{program()} {name}", arguments)


def command_of(name: str) -> TyperCommand:
    """Return the command with a name: its module's function, whose flags may be written with å, ä and ö too."""
    module = import_module(f"rapport.cli.{name.replace(' ', '_')}")
    settings = {"help_option_names": ["--help", "-h"], "token_normalize_func": folded}
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(cls=SwedishCommand, context_settings=settings, epilog=f"Exempel:  {module.EXAMPLE}")(module.command)
    command = typer.main.get_command(app)
    assert isinstance(command, TyperCommand)  # noqa: S101 - one command alone is no group
    return command


def _run(name: str, arguments: list[str]) -> int:
    return int(command_of(name).main(arguments, prog_name=f"{program()} {name}", standalone_mode=False) or 0)


def require_format(name: str, *more: str) -> None:
    """Raise InputError unless a format is text or json, which is what most commands have, or one of some more."""
    known = ("text", *more, "json")
    if name not in known:
        raise InputError(f"Formatet ”{name}” finns inte. Välj ett av: {', '.join(known)}.")


def _help(command: TyperCommand, path: str) -> Iterator[str]:
    params: list[Any] = list(command.params)
    arguments = [p for p in params if p.param_type_name == "argument"]
    options = [p for p in params if p.param_type_name == "option"]
    usage = [_argument(argument) for argument in arguments]
    yield " ".join(["Användning:", path, *usage, "[FLAGGOR]"])
    for paragraph in (command.help or "").split("\n\n"):
        yield ""
        yield fill(" ".join(paragraph.split()), WIDTH)
    for title, rows in (
        ("Argument", [(_argument(a), a.help or "") for a in arguments]),
        ("Flaggor", [(_option(o), o.help or "") for o in options if o.name != "help"]),
    ):
        if title == "Flaggor":
            rows.append(("--help", "Visar den här hjälpen."))
        if rows:
            yield f"\n{title}:"
            yield from (_row(label, text) for label, text in rows)
    yield f"\n{command.epilog}"


def _row(label: str, text: str) -> str:
    indent = " " * 24
    body = fill(text, WIDTH, initial_indent=indent, subsequent_indent=indent)
    return f"  {label:<21} {body.lstrip()}" if len(label) <= 21 else f"  {label}\n{body}"  # noqa: PLR2004


def _argument(param: Any) -> str:  # noqa: ANN401 - Typer's parameter classes are its own
    many = "…" if param.nargs == -1 else ""
    name = f"{param.metavar or param.name.upper()}{many}"
    return name if param.required else f"[{name}]"


def _option(param: Any) -> str:  # noqa: ANN401 - as above
    names = ", ".join(param.opts)
    return names if param.is_flag else f"{names} {param.metavar or 'VÄRDE'}"
