"""``rapport regel``: the rules, and what each says."""

from typing import TYPE_CHECKING, Annotated

import typer

from rapport.cli.command import WIDTH, show

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rapport.workflow.regler import Regel

EXAMPLE = "rapport regel upprepning"


def rule_ids(incomplete: str) -> "list[str]":
    """Return the rules whose ids begin as a line does."""
    from rapport.workflow.regler import regler

    return [one.id for one in regler() if one.id.startswith(incomplete)]


def command(
    regel: Annotated[
        str | None,
        typer.Argument(metavar="ID", help="Regelns namn, till exempel upprepning.", autocompletion=rule_ids),
    ] = None,
) -> int:
    """Visar alla regler, eller vad en regel säger, varför, och hur den tillåts.

    Hur allvarlig en regel är kan ändras i rapport.yaml, under regler: till fel, varning, upplysning eller av.
    """
    from rapport.workflow import regler

    show(*(_overview(regler.regler()) if regel is None else _page(regler.regel(regel))))
    return 0


def _overview(rules: "list[Regel]") -> "Iterator[str]":
    from rapport.output.wrapped import wrapped

    width = max(len(rule.id) for rule in rules) + 2
    for severity, heading in (("error", "Fel"), ("warning", "Varningar"), ("info", "Upplysningar")):
        yield f"{heading}:"
        for rule in sorted(rules, key=lambda rule: rule.id):
            if rule.severity == severity:
                lines = wrapped(rule.text.partition("\n")[0], WIDTH - width - 2)
                yield f"  {rule.id:<{width}}{lines[0]}"
                yield from (" " * (width + 2) + line for line in lines[1:])
        yield ""
    yield "Mer om en regel:  rapport regel ID"


def _page(rule: "Regel") -> "Iterator[str]":
    from rapport.output.interface import WORDS
    from rapport.output.wrapped import wrapped

    yield f"{rule.id} ({WORDS[rule.severity].lower()})"
    for paragraph in rule.text.strip().split("\n\n"):
        yield ""
        for line in _rows(paragraph):
            yield from wrapped(line, WIDTH, rest="  ")


def _rows(paragraph: str) -> "Iterator[str]":
    """Yield a paragraph with its line breaks taken away, but for those before Fel, Rätt and Tillåt."""
    row = ""
    for line in paragraph.splitlines():
        if row and line.startswith(("Fel:", "Rätt:", "Tillåt")):
            yield row
            row = ""
        row = f"{row} {line}".strip()
    yield row
