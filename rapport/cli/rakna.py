"""``rapport rakna``: the count of any file, one line a file."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from rapport.cli.command import say, show
from rapport.errors import RapportError
from rapport.nobodys import is_nobodys

EXAMPLE = "rapport rakna brev.docx min-redovisning/6-analys.yaml"


def command(
    filer: Annotated[
        list[Path], typer.Argument(metavar="FIL", help="En eller flera filer: .docx, .pdf, .txt, .yaml eller .md.")
    ],
) -> int:
    """Räknar tecken inklusive blanksteg, som formuläret gör: en rad per fil, antalet först.

    I ett Worddokument räknas all text, med fotnoter och textrutor; i en .yaml-fil
    alla svar; i en PDF, eller texten ur en, det som syns. Går en fil inte att
    räkna sägs det, och de andra räknas ändå.
    """
    from rapport.workflow.rakna import count_file

    code = 0
    for file in _expanded(filer):
        try:
            tecken, findings = count_file(file)
            show(f"{tecken}  {file}")
            for finding in findings:
                say(f"{finding.place}: {finding.message} {finding.hint or ''}")
        except RapportError as error:
            say(*error.lines)
            code = max(code, error.exit_code)
    return code


def _expanded(files: list[Path]) -> Iterator[Path]:
    """Yield the files, with * and ? replaced by what they match: Windows leaves that to the program."""
    for file in files:
        is_pattern = any(sign in file.name for sign in "*?") and not file.exists()
        found = [one for one in file.parent.glob(file.name) if not is_nobodys(one)] if is_pattern else [file]
        yield from sorted(found)
