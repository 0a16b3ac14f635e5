"""What a page may ask for, and what it is answered: one function each, all of it JSON with Swedish keys."""

from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from rapport.prose.pasted import pasted
from rapport.webb import andra, bredvid, hela, lasning, oversikt, siffror, svar
from rapport.webb.arbete import Arbete
from rapport.webb.avslag import answered, body_of
from rapport.webb.dokument import changed_text, to_json, to_markdown
from rapport.webb.hamtat import built
from rapport.webb.indata import Change, change_of, require_waivable, text_of
from rapport.webb.ny import Ny
from rapport.webb.ordat import ordat
from rapport.webb.ratta import correct
from rapport.workflow.answering import SvarPost, Values


def routes(arbete: Arbete) -> list[Route]:
    """Return all that can be asked."""
    return (
        [
            Route(f"/api/{path}", answered(arbete, answer), methods=[method])
            for method, path, answer in (
                ("GET", "rapport", overview),
                ("GET", "fraga/{id}", question),
                ("POST", "fraga/{id}", change),
                ("POST", "ratta/{id}", mend),
                ("POST", "markdown", as_markdown),
                ("POST", "klistrat", pasted_text),
                ("POST", "spara", save),
                ("GET", "handelser", events),
                ("POST", "narvaro", presence),
                ("POST", "bygg", build),
                ("GET", "las", read_through),
                *siffror.ROUTES,
                *bredvid.ROUTES,
                *andra.ROUTES,
            )
        ]
        + hela.routes(arbete)
        + Ny(arbete.session.folder.resolve().parent, arbete.uppladdade, None, arbete.failed).routes()
    )


async def overview(arbete: Arbete, _request: Request) -> Response:
    """Return the report as a whole."""
    return JSONResponse(await arbete.do(oversikt.as_data, arbete.session))


async def question(arbete: Arbete, request: Request) -> Response:
    """Return a question with its answer."""
    return JSONResponse(await arbete.do(svar.as_data, arbete.session, request.path_params["id"]))


async def change(arbete: Arbete, request: Request) -> Response:
    """Change an answer as it has been written, unsaved; return it as it stands."""
    fraga, wanted = request.path_params["id"], change_of(await body_of(request))

    def changed() -> dict[str, Any]:
        is_merged, own = _change(arbete, fraga, wanted)
        return {**svar.as_data(arbete.session, fraga), "sammanfogat": is_merged, "din_version": own}

    data = await arbete.do(changed)
    arbete.changed("svar", fraga, wanted.sending.skrivare if wanted.sending else wanted.page)
    arbete.want_saved()
    return JSONResponse(data)


def _change(arbete: Arbete, fraga: str, wanted: Change) -> tuple[bool, str]:
    session = arbete.session

    def values(post: SvarPost) -> Values:
        require_waivable(wanted.values, post)
        if wanted.dokument is None:
            return wanted.values
        text = changed_text(post.text, wanted.dokument, session.report.expressions)
        return wanted.values if text is None else {**wanted.values, "text": text}

    changed = session.change(fraga, wanted.version, values, wanted.was, wanted.sending)
    if wanted.is_decided:
        session.settled(fraga)
    return changed


async def mend(arbete: Arbete, request: Request) -> Response:
    """Make the correction of one finding; return the answer as it stands then."""
    fraga, data = request.path_params["id"], await body_of(request)
    version, rule, excerpt = (text_of(data, key) for key in ("version", "regel", "utdrag"))
    start = data.get("start")

    def mended() -> dict[str, Any]:
        correct(arbete.session, fraga, version, (rule, start if isinstance(start, int) else None, excerpt))
        return svar.as_data(arbete.session, fraga)

    answer = await arbete.do(mended)
    arbete.changed("svar", fraga)
    arbete.want_saved()
    return JSONResponse(answer)


async def as_markdown(arbete: Arbete, request: Request) -> Response:
    """Return an answer as the page has it as Markdown; with the words that another text, ``mot``, has differently."""
    data = await body_of(request)
    markdown = await arbete.do(to_markdown, data.get("dokument"))
    mot = text_of(data, "mot", "")
    return JSONResponse({"markdown": markdown, "ord": ordat(markdown, mot) if mot else []})


async def pasted_text(arbete: Arbete, request: Request) -> Response:
    """Return a text that was pasted as the page edits it: its lists and tables as that."""
    text = text_of(await body_of(request), "text")
    return JSONResponse({"dokument": await arbete.do(lambda: to_json(pasted(text)))})


async def save(arbete: Arbete, _request: Request) -> Response:
    """Write what is unsaved at once."""
    return JSONResponse(await arbete.save())


async def events(arbete: Arbete, request: Request) -> Response:
    """Tell a page of what happens, for as long as it is open."""
    name = request.query_params.get("flik", "")[:40]
    stream = arbete.handelser.listen(name, await _known(arbete, request.query_params.get("fraga")))
    return StreamingResponse(stream, media_type="text/event-stream")


async def presence(arbete: Arbete, request: Request) -> Response:
    """Note which answer a page has open, or that it is being closed."""
    data = await body_of(request)
    name = text_of(data, "flik")[:40]
    if data.get("hejda"):
        arbete.handelser.leave(name)
    else:
        arbete.handelser.open(name, await _known(arbete, data.get("fraga")))
    return JSONResponse(arbete.presence())


async def _known(arbete: Arbete, fraga: object) -> str | None:
    if not isinstance(fraga, str):
        return None
    known = await arbete.do(lambda: arbete.session.report.underlag.mall.fraga_by_id)
    return fraga if fraga in known else None


async def build(arbete: Arbete, request: Request) -> Response:
    """Build the document of what is saved, and give it."""
    data = await body_of(request)
    await arbete.save()
    made = await arbete.do(built, arbete.session, text_of(data, "format"), is_draft=data.get("utkast") is True)
    name = {"content-disposition": f'attachment; filename="{made.name}"'}
    return Response(made.content, media_type=made.kind, headers=name)


async def read_through(arbete: Arbete, _request: Request) -> Response:
    """Return the report as it will stand, to be read."""
    return HTMLResponse(await arbete.do(lasning.html, arbete.session))
