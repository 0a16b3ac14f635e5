"""What a page may ask for of the report as a whole: colleagues' documents, papers and tables, the last writes."""

import asyncio

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from rapport.webb import kollegor
from rapport.webb.arbete import Arbete
from rapport.webb.avslag import answered, body_of
from rapport.webb.indata import text_of
from rapport.workflow.bringing import is_form


def routes(arbete: Arbete) -> list[Route]:
    """Return all that can be asked."""
    return [
        Route(f"/api/{path}", answered(arbete, answer), methods=[method])
        for method, path, answer in (
            ("POST", "inkomna", incoming),
            ("POST", "inkomna/bort", gone),
            ("POST", "kollegor", colleagues),
        )
    ]


async def incoming(arbete: Arbete, request: Request) -> Response:
    """Keep a file that somebody has dropped on the page; return what it seems to be."""
    kept = await arbete.inkomna.take(request.query_params.get("namn", ""), request.stream())
    mall = arbete.session.granskning.underlag.mall
    slag = {".csv": "tabell", ".tsv": "tabell", ".xlsx": "tabell"}.get(kept.file.suffix, "papper")
    if kept.file.suffix == ".docx" and await asyncio.to_thread(is_form, kept.file, arbete.session.folder, mall):
        slag = "svar"
    return JSONResponse({"id": kept.id, "namn": kept.name, "slag": slag})


async def gone(arbete: Arbete, request: Request) -> Response:
    """Take away a file that nothing is to become of."""
    arbete.inkomna.drop((await body_of(request)).get("id"))
    return JSONResponse({})


async def colleagues(arbete: Arbete, request: Request) -> Response:
    """Return what documents bring, with what has been decided; write it where the page says that it has been seen."""
    data = await body_of(request)
    fragor = arbete.session.report.underlag.mall.fraga_by_id
    wanted = kollegor.wanted_of(data, arbete.inkomna, fragor)
    mark = text_of(data, "skriv") if "skriv" in data else None
    await arbete.save()
    folder, inkomna = arbete.session.folder, arbete.inkomna
    found = await asyncio.to_thread(kollegor.brought, folder, inkomna, wanted, mark)
    if mark is not None:
        await arbete.take_in()
    return JSONResponse(found)
