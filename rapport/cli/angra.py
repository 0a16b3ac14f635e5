"""``rapport angra``: the last writes, what bringing the last of them back would do, and bringing it back."""

import sys
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Annotated

import typer

from rapport.cli.command import WIDTH, say, show

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from rapport.workflow.undo import Plan

EXAMPLE = "rapport angra min-redovisning"


def command(
    mapp: Annotated[
        Path, typer.Argument(metavar="MAPP", help="Mappen med redovisningen. Förval: mappen du står i.")
    ] = Path(),
    ja: Annotated[bool, typer.Option("--ja", help="Tar tillbaka den senaste skrivningen utan att fråga.")] = False,
    gor_om: Annotated[
        bool, typer.Option("--gor-om", help="Gör om det som senast ångrades, så länge inget nytt har skrivits.")
    ] = False,
    aven: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAMN",
            help="Tar tillbaka även ett svar (2.1) eller en fil som har ändrats sedan skrivningen. Kan upprepas.",
        ),
    ] = None,
) -> int:
    """Visar de senaste skrivningarna i mappen och tar tillbaka det som den senaste skrev över.

    Varje ny körning går en skrivning längre tillbaka, som Ångra i Word. Det som någon har ändrat sedan skrivningen
    lämnas som det är. Slutkoden är 1 om något lämnades.
    """
    from rapport.cli.lage import today
    from rapport.workflow import undo, undo_words

    folder, log = undo.log_of(mapp)
    for fault in log.faults:
        say(*wrap(fault, WIDTH, break_on_hyphens=False, break_long_words=False))
    plan = undo.plan(folder, log, aven or [], again=gor_om)
    if plan is None:
        say(*_nothing(mapp, gor_om=gor_om, can_redo=bool(log.undone)))
        return 1 if log.faults else 0
    if not (ja or gor_om):
        show(f"Skrivet i {_named(mapp)}, det senaste först:", *undo_words.listed(log, today()))
    _show(plan, today())
    if not ja and not plan.changed:
        _tell_of_nothing(plan, mapp)
        return 1 if plan.left or log.faults else 0
    if not ja and not _yes(mapp, plan, aven or []):
        return 1 if log.faults else 0
    undo.take_back(folder, plan)
    _tell(plan, mapp, today())
    return 1 if plan.left or log.faults else 0


def _named(folder: Path) -> str:
    return str(folder) if folder != Path() else "mappen du står i"


def _line(folder: Path, flags: list[str]) -> str:
    """Return the command line that goes on from here."""
    return " ".join(["rapport angra", *([_quoted(str(folder))] if folder != Path() else []), *flags])


def _nothing(folder: Path, *, gor_om: bool, can_redo: bool) -> "Iterator[str]":
    if gor_om:
        yield f"Inget att göra om i {_named(folder)}: inget är ångrat, eller något nytt har skrivits sedan dess."
        return
    yield f"Inget att ångra i {_named(folder)}: inget kommando har skrivit över något."
    if can_redo:
        yield from ("Det som ångrades görs om med:", f"  {_line(folder, ['--gor-om'])}")


def _show(plan: "Plan", today: "date") -> None:
    from rapport.workflow import undo_words

    verb = "Gör om" if plan.is_redo else "Tar tillbaka"
    show("", f"{verb}: {undo_words.named(plan.logged, today)}", *undo_words.shown(plan))


def _yes(folder: Path, plan: "Plan", aven: list[str]) -> bool:
    """Ask whether to go on, where there is someone to ask."""
    if sys.stdin.isatty() and sys.stderr.isatty():
        say("", "Ska det göras? (+ kommer tillbaka, - försvinner) [j/n]")
        if sys.stdin.readline().strip().lower() in {"j", "ja"}:
            return True
        say("Inget är ändrat.")
        return False
    line = _line(folder, [*_flags(plan, aven), "--ja"])
    say("", "Inget är ändrat än (+ kommer tillbaka, - försvinner). Gör det med:", f"  {line}")
    if plan.left:
        say(f"Ta tillbaka även det som lämnas med  {' '.join(_flags(plan, [one.name for one in plan.left]))}")
    return False


def _tell_of_nothing(plan: "Plan", folder: Path) -> None:
    """Say that there is nothing to ask about, and how to get on from there."""
    verb = "göras om" if plan.is_redo else "tas tillbaka"
    if plan.left:
        say("", f"Inget kan {verb}: allt har ändrats sedan skrivningen. Ta tillbaka det ändå med:")
        say(f"  {_line(folder, _flags(plan, [one.name for one in plan.left]))}")
    else:
        say("", f"Inget behöver {verb}: allt är redan som det var.")
    say("Gå förbi den här skrivningen, till nästa, med:", f"  {_line(folder, [*_flags(plan, []), '--ja'])}")


def _flags(plan: "Plan", aven: list[str]) -> list[str]:
    return [*(["--gor-om"] if plan.is_redo else []), *(f"--aven {_quoted(name)}" for name in aven)]


def _quoted(name: str) -> str:
    return f'"{name}"' if " " in name else name


def _tell(plan: "Plan", folder: Path, today: "date") -> None:
    """Say what was done, how to get back from there, and how to get what was left."""
    from rapport.workflow.undo_words import named

    done = "gjord igen" if plan.is_redo else "tillbakatagen"
    changed, left = plan.changed, plan.left
    if changed:
        but = ", utom det som lämnades" if left else ""
        say("", f"Skrivningen ({named(plan.logged, today)}) är {done}{but}.")
    else:
        say("", "Inget ändrades: " + ("allt har ändrats sedan skrivningen." if left else "allt är redan som det var."))
    if left:
        say("Ta tillbaka även det med:", f"  {_line(folder, _flags(plan, [one.name for one in left]))}")
    if changed and not plan.is_redo:
        say("Ångra igen går en skrivning längre tillbaka. Ångra ångrandet:", f"  {_line(folder, ['--gor-om'])}")
