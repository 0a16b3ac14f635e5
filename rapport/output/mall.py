"""A form shown: as text for people, as data for other programs."""

from collections.abc import Iterator
from typing import Any

from rapport.domain.mall import Fraga, Mall
from rapport.output.wrapped import wrapped
from rapport.prose.numbers import thousands

VERSION = 1


def as_data(mall: Mall) -> dict[str, Any]:
    """Return a form as plain data, with the keys of the published format."""
    return {
        "version": VERSION,
        "id": mall.id,
        "titel": mall.titel,
        "omraden": [
            {
                "nummer": omrade.nummer,
                "rubrik": omrade.rubrik,
                "maxtecken": omrade.maxtecken,
                "fragor": [
                    {"id": fraga.id, "text": fraga.ren_text, "kryss": list(fraga.kryss)} for fraga in omrade.fragor
                ],
            }
            for omrade in mall.omraden
        ],
    }


def as_text(mall: Mall, width: int) -> Iterator[str]:
    """Yield a form line by line."""
    yield from wrapped(mall.titel, width)
    column = 1 + max(map(len, mall.fraga_by_id))
    for omrade in mall.omraden:
        yield ""
        yield from wrapped(f"{omrade.nummer} {omrade.rubrik}", width)
        yield f"  Högst {thousands(omrade.maxtecken)} tecken för {omrade.omfang}."
        for fraga in omrade.fragor:
            yield from wrapped(_question(fraga, column), width, "  ", " " * (column + 2))


def _question(fraga: Fraga, column: int) -> str:
    boxes = f" ({' / '.join(fraga.kryss)})" if fraga.kryss else ""
    return f"{fraga.id:<{column}}{fraga.ren_text}{boxes}"
