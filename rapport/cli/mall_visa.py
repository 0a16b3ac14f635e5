"""``rapport mall visa``: a form's areas, limits and questions."""

from typing import Annotated

import typer

from rapport.cli.command import WIDTH, require_format, show

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
        import json

        show(json.dumps(as_data(mall), ensure_ascii=False, indent=2))
    else:
        show("\n".join(as_text(mall, WIDTH)))
    return 0
