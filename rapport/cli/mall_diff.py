"""``rapport mall diff``: what has changed from one form to another."""

from typing import Annotated

import typer

from rapport.cli.command import WIDTH, show
from rapport.output.wrapped import wrapped

EXAMPLE = "rapport mall diff 2024 2025"


def command(
    gammal: Annotated[str, typer.Argument(metavar="GAMMAL", help="Det äldre formulärets id, till exempel 2024.")],
    ny: Annotated[str, typer.Argument(metavar="NY", help="Det nyare formulärets id, till exempel 2025.")],
) -> int:
    """Visar vad som skiljer två formulär: nya, borttagna, omformulerade och flyttade frågor, och ändrade gränser."""
    from rapport.workflow import forms
    from rapport.workflow.load import load_form

    lines = list(forms.changes(load_form(gammal), load_form(ny)))
    for line in lines:
        show(*wrapped(line, WIDTH, rest="  "))
    if not lines:
        show("Formulären är lika.")
    return 0
