"""``rapport mall visa``: a form's areas, limits and questions."""

from typing import Annotated

import typer

from rapport.cli.command import WIDTH, require_format, show, show_data

EXAMPLE = "rapport mall visa 2024"


def command(
    mall_id: Annotated[str, typer.Argument(metavar="ID", help="Formulärets id, till exempel 2024.")],
    format_: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="Hur det visas: text (förval) eller json.")
    ] = "text",
) -> int:
    """Visar ett års formulär: områden, gränser och frågor."""
    from rapport.output.mall import as_data, as_text
    from rapport.workflow.load import load_form

    require_format(format_)
    mall = load_form(mall_id)
    if format_ == "json":
        show_data(as_data(mall))
    else:
        show(*as_text(mall, WIDTH))
    return 0
