"""``rapport mall skapa``: a form from the agency's Word file, or the Word template from a form's text."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from rapport.cli.command import WIDTH, say, show

EXAMPLE = "rapport mall skapa formular-2025.docx --id 2025"


def command(
    fil: Annotated[Path, typer.Argument(metavar="FIL", help="Myndighetens formulär (.docx), eller en mall.yaml.")],
    mall_id: Annotated[
        str | None, typer.Option("--id", metavar="ID", help="Vad mallen ska heta, till exempel 2025. Krävs för .docx.")
    ] = None,
    ja: Annotated[bool, typer.Option("--ja", help="Skriver mallen utan att fråga.")] = False,
) -> int:
    """Skapar en ny mall ur myndighetens Wordfil, tom eller ifylld: områden, gränser, frågor, rutor och fotnoter.

    Det som har förståtts visas innan mallen skrivs till mallar/ID/. Är något oklart sägs det, och inget skrivs.

    Med en mall.yaml skapas i stället mall.docx bredvid den: formuläret i Word, med en plats för varje svar.
    """
    if fil.suffix.lower() == ".docx":
        return _from_document(fil, mall_id, skip_question=ja)
    from rapport.workflow.forms import write_template

    show(str(write_template(fil)))
    return 0


def _from_document(file: Path, mall_id: str | None, *, skip_question: bool) -> int:
    from rapport.output.mall import as_text
    from rapport.workflow import forms

    form = forms.understand(file, mall_id or "")
    show(*as_text(form.mall, WIDTH))
    for doubt in form.doubts:
        say(f"Oklart: {doubt}")
    folder = Path("mallar") / form.mall.id
    if not form.doubts and not skip_question and not _is_right(folder):
        say("Inget har skrivits. Stämmer det som står ovan: skriv mallen med  --ja.")
        return 1
    forms.write_form(form, folder)
    say(f"Mallen är skriven till {folder}. Läs igenom mall.yaml innan den används.")
    return 0


def _is_right(folder: Path) -> bool:
    """Ask whether a form has been understood, where there is someone to ask."""
    if not sys.stdin.isatty():
        return False
    say(f"Stämmer det? Skriv ja och tryck Enter för att skriva mallen till {folder}.")
    return sys.stdin.readline().strip().lower() in {"j", "ja"}
