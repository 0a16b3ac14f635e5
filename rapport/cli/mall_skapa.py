"""``rapport mall skapa``: the Word template of a form, from its text."""

from pathlib import Path
from typing import Annotated

import typer

from rapport.cli.command import show
from rapport.errors import InputError


def command(
    fil: Annotated[
        Path,
        typer.Argument(metavar="MALL.YAML", help="Formulärets text, till exempel mallar/2024/mall.yaml."),
    ],
) -> int:
    """Skapar mall.docx bredvid en mall.yaml: formuläret i Word, med en plats för varje svar och ruta.

    Samma mall.yaml ger alltid samma mall.docx.
    """
    from rapport.store.files import replacing
    from rapport.store.mall import load_mall
    from rapport.word.create import create

    if fil.name != "mall.yaml" or not fil.is_file():
        raise InputError(f"{fil} finns inte eller heter inte mall.yaml. Ange till exempel mallar/2024/mall.yaml.")
    target = fil.with_name("mall.docx")
    mall = load_mall(fil.parent)
    with replacing(target) as temporary:
        create(mall, temporary)
    show(str(target))
    return 0
