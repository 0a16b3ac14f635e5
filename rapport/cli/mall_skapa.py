"""``rapport mall skapa``: a form from the agency's Word file, or the Word template from a form's text."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from rapport.cli.command import WIDTH, say, show
from rapport.errors import InputError


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
    return _from_text(fil)


def _from_document(file: Path, mall_id: str | None, *, skip_question: bool) -> int:
    from rapport import forms
    from rapport.output.mall import as_text
    from rapport.store.mall import is_form_id

    if mall_id is None or not is_form_id(mall_id):
        raise InputError("Säg vad mallen ska heta med --id, till exempel --id 2025 (bara bokstäver, siffror och -).")
    if not file.is_file():
        raise InputError(f"Filen {file} finns inte.")
    form = forms.understand(file, mall_id)
    show("\n".join(as_text(form.mall, WIDTH)))
    for doubt in form.doubts:
        say(f"Oklart: {doubt}")
    folder = Path("mallar") / mall_id
    if not form.doubts and not skip_question and sys.stdin.isatty():
        say(f"Stämmer det? Skriv ja och tryck Enter för att skriva mallen till {folder}.")
        if sys.stdin.readline().strip().lower() not in ("j", "ja"):
            say("Inget har skrivits.")
            return 1
    forms.write_form(form, folder)
    say(f"Mallen är skriven till {folder}. Läs igenom mall.yaml innan den används.")
    return 0


def _from_text(file: Path) -> int:
    from rapport.store.files import replacing
    from rapport.store.mall import load_mall
    from rapport.word.create import create

    if file.name != "mall.yaml" or not file.is_file():
        raise InputError(f"{file} finns inte, eller är varken .docx eller mall.yaml.")
    target = file.with_name("mall.docx")
    mall = load_mall(file.parent)
    with replacing(target) as temporary:
        create(mall, temporary)
    show(str(target))
    return 0
