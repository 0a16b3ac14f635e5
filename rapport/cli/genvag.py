"""``rapport genvag``: a shortcut on the desktop that opens the editor in the browser."""

from pathlib import Path
from typing import Annotated

import typer

from rapport.cli.command import say, show

EXAMPLE = "rapport genvag min-redovisning"


def command(
    mapp: Annotated[
        Path | None,
        typer.Argument(metavar="MAPP", help="Mappen som alltid ska öppnas. Förval: den som senast var öppen."),
    ] = None,
    plats: Annotated[Path | None, typer.Option(metavar="MAPP", help="Var genvägen läggs. Förval: skrivbordet.")] = None,
) -> int:
    """Lägger en genväg på skrivbordet som öppnar redovisningen i webbläsaren.

    Sedan räcker det att dubbelklicka på den. Fönstret som öppnas bredvid webbläsaren hör till: stäng sidan i
    webbläsaren, så avslutas det av sig självt.
    """
    from rapport.workflow.genvag import make_shortcut
    from rapport.workflow.restoring import report_folder

    folder = report_folder(mapp) if mapp else None
    show(str(make_shortcut(folder, plats)))
    what = f"den öppnar {folder}" if folder else "den öppnar mappen som senast var öppen i webbläsaren"
    say(f"Genvägen är gjord: {what}. Dubbelklicka på den.")
    return 0
