"""What a page may ask for of the report as a whole: colleagues' documents, papers and tables, the last writes."""

import asyncio

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from rapport.webb import kollegor, papper, skrivet
from rapport.webb.arbete import Arbete
from rapport.webb.avslag import answered, body_of
from rapport.webb.indata import dicts_of, text_of, texts_of
from rapport.webb.session import COMMAND
from rapport.workflow.bringing import is_form
from rapport.workflow.framsida import KEYS, add_own_word, change_framsida, framsida


def routes(arbete: Arbete) -> list[Route]:
    """Return all that can be asked."""
    return [
        Route(f"/api/{path}", answered(arbete, answer), methods=[method])
        for method, path, answer in (
            ("POST", "uppladdade", incoming),
            ("POST", "uppladdade/bort", gone),
            ("POST", "kollegor", colleagues),
            ("POST", "skrivet", written),
            ("GET", "framsida", front_page),
            ("POST", "framsida", change_front_page),
            ("POST", "ordlista", add_word),
            ("POST", "papper", look_at_papers),
            ("POST", "papper/skriv", keep_paper),
        )
    ]


async def incoming(arbete: Arbete, request: Request) -> Response:
    """Keep a file that somebody has dropped on the page; return what it seems to be."""
    kept = await arbete.uppladdade.take(request.query_params.get("namn", ""), request.stream())
    mall = arbete.session.granskning.underlag.mall
    slag = {".csv": "tabell", ".tsv": "tabell", ".xlsx": "tabell"}.get(kept.file.suffix, "papper")
    if await asyncio.to_thread(is_form, kept.file, arbete.session.folder, mall):
        slag = "svar"
    return JSONResponse({"id": kept.id, "namn": kept.name, "slag": slag})


async def gone(arbete: Arbete, request: Request) -> Response:
    """Take away a file that nothing is to become of."""
    arbete.uppladdade.drop((await body_of(request)).get("id"))
    return JSONResponse({})


async def colleagues(arbete: Arbete, request: Request) -> Response:
    """Return what documents bring, with what has been decided; write it where the page says that it has been seen."""
    data = await body_of(request)
    fragor = await arbete.do(lambda: arbete.session.report.underlag.mall.fraga_by_id)
    wanted = kollegor.wanted_of(data, arbete.uppladdade, fragor)
    mark = text_of(data, "skriv") if "skriv" in data else None
    await arbete.save()
    folder, uppladdade = arbete.session.folder, arbete.uppladdade
    found = await asyncio.to_thread(kollegor.brought, folder, uppladdade, wanted, mark)
    if mark is not None:
        await arbete.take_in()
    return JSONResponse(found)


async def written(arbete: Arbete, request: Request) -> Response:
    """Return the last writes and what taking the last of them back would do; do so where the page has seen it."""
    data = await body_of(request)
    mark = text_of(data, "ta") if "ta" in data else None
    aven, utom = (texts_of(data.get(key, []), key) for key in ("aven", "utom"))
    asked = skrivet.Asked(data.get("gor_om") is True, aven, utom, mark)
    await arbete.save()  # what nobody has saved yet is a write too, and is not lost
    found = await asyncio.to_thread(skrivet.skrivet, arbete.session.folder, asked)
    if mark is not None:
        await arbete.take_in()
    return JSONResponse(found)


async def front_page(arbete: Arbete, _request: Request) -> Response:
    """Return what the report is, as rapport.yaml says it."""
    return JSONResponse(await asyncio.to_thread(framsida, arbete.session.folder))


async def change_front_page(arbete: Arbete, request: Request) -> Response:
    """Change what the report is; return it as it stands then."""
    data = await body_of(request)
    values, was = (_texts(data.get(part)) for part in ("till", "fran"))
    await asyncio.to_thread(change_framsida, arbete.session.folder, values, was, COMMAND)
    await arbete.take_in()
    return JSONResponse(await asyncio.to_thread(framsida, arbete.session.folder))


async def add_word(arbete: Arbete, request: Request) -> Response:
    """Put a word to the region's own."""
    word = text_of(await body_of(request), "ord")
    await asyncio.to_thread(add_own_word, arbete.session.folder, word, COMMAND)
    await arbete.take_in()
    return JSONResponse({})


def _texts(part: object) -> dict[str, str]:
    return {key: text_of(part, key) for key in KEYS if key in part} if isinstance(part, dict) else {}


async def look_at_papers(arbete: Arbete, request: Request) -> Response:
    """Return what tables and papers say, and what the register could say of them; nothing is written."""
    wanted = [
        (arbete.uppladdade[one.get("id")], text_of(one, "slag")) for one in dicts_of(await body_of(request), "filer")
    ]
    folder, uppladdade = arbete.session.folder, arbete.uppladdade
    return JSONResponse({"filer": await asyncio.to_thread(papper.looked_at, folder, uppladdade, wanted)})


async def keep_paper(arbete: Arbete, request: Request) -> Response:
    """Put a table or a paper in the folder, with what the register is to say of it; return what it is called there."""
    data = await body_of(request)
    kept, slag = arbete.uppladdade[data.get("id")], text_of(data, "slag")
    name = await asyncio.to_thread(papper.put, arbete.session.folder, kept, slag, data.get("kalla"))
    arbete.uppladdade.drop(kept.id)
    await arbete.take_in()
    return JSONResponse({"fil": name})
