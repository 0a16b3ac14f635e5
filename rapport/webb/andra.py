"""Other regions' answers to a question, read beside one's own: out of a data set, where one is at hand."""

import asyncio
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from rapport.domain.andras import AndrasSvar, Jamforelse
from rapport.domain.svarstext import Tabellrader, parts
from rapport.errors import InputError
from rapport.output.jamfor import about, named
from rapport.output.shown import seen
from rapport.webb.arbete import Arbete
from rapport.workflow.jamfor import others
from rapport.workflow.samlingar import at_hand


async def is_there(arbete: Arbete, _request: Request) -> Response:
    """Return whether there is anything to show; nothing of it is read."""
    return JSONResponse({"finns": await asyncio.to_thread(at_hand, arbete.session.folder) is not None})


async def answers(arbete: Arbete, request: Request) -> Response:
    """Return others' answers to a question, of a year or of the latest."""
    fraga, ar = request.path_params["id"], request.query_params.get("ar", "")
    underlag = await arbete.do(lambda: arbete.session.report.underlag)
    year = int(ar) if ar.isascii() and ar.isdigit() and len(ar) <= 4 else None  # noqa: PLR2004 - a year's digits

    def found() -> Jamforelse:
        samling = at_hand(arbete.session.folder)
        if samling is None:
            raise InputError("Samlingen med andra regioners redovisningar finns inte längre.")
        return others(underlag.mall, underlag.region, fraga, samling, year)

    return JSONResponse(_data(await asyncio.to_thread(found)))


def _data(found: Jamforelse) -> dict[str, Any]:
    return {
        "ar": found.ar,
        "aren": [*reversed(found.aren)],
        "samling": seen(str(found.samling)),
        "svar": [_svar(one) for one in found.givna],
        "utan_svar": [seen(region) for region in found.utan_svar],
        "sagt": [seen(text) for text in found.sagt],
    }


def _svar(svar: AndrasSvar) -> dict[str, Any]:
    return {
        "region": seen(svar.av.region),
        "om": seen(about(svar)),
        "namnt": [{"vad": kind, "ord": seen(words)} for kind, words in named(svar)],
        "stycken": [_part(one) for one in parts(svar.text, svar.celler)],
    }


def _part(part: str | Tabellrader) -> str | Tabellrader:
    return seen(part) if isinstance(part, str) else [[seen(cell) for cell in row] for row in part]


ROUTES = (("GET", "andra", is_there), ("GET", "andra/{id}", answers))
