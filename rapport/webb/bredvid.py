"""What is read beside an answer, asked for when somebody looks: pieces of the papers, and last year's answer."""

import asyncio
from typing import Any

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from rapport.domain.underlag import Underlag
from rapport.errors import InputError
from rapport.output.shown import seen
from rapport.prose.html import marked_blocks
from rapport.prose.marks import Mark
from rapport.webb.arbete import Arbete
from rapport.webb.session import Session
from rapport.webb.sidord import on_page
from rapport.workflow.beside import Passage, kept, last_years, passages


async def papers(arbete: Arbete, request: Request) -> Response:
    """Return the pieces of the papers that likely belong in an answer."""
    fraga = request.path_params["id"]
    underlag = await arbete.do(_underlag, arbete.session, fraga)
    # Beside all else: papers that have not been read yet may take minutes.
    found = await asyncio.to_thread(passages, arbete.session.folder, underlag, fraga)
    return JSONResponse(
        {
            "sagt": on_page(found.sagt),
            "stycken": [_passage(one) for one in found.stycken],
            "olasta": [seen(one) for one in found.olasta],
        }
    )


def _underlag(session: Session, fraga: str) -> Underlag:
    session.entry(fraga)  # says so where there is no such question
    return session.report.underlag


def _passage(one: Passage) -> dict[str, Any]:
    return {
        "titel": seen(one.titel or one.papper),
        "papper": seen(one.papper),
        "plats": seen(one.plats),
        "hanvisning": seen(one.diarienummer or one.titel),
        "ord": [seen(word) for word in one.ord],
        "samma_i": [seen(paper) for paper in one.samma_i],
        "text": "\n".join(seen(line) for line in one.text.split("\n")),
    }


async def last_year(arbete: Arbete, request: Request) -> Response:
    """Return last year's answer to a question, with what of it still stands in this year's marked."""
    return JSONResponse(await arbete.do(_last_year, arbete.session, request.path_params["id"]))


def _last_year(session: Session, fraga: str) -> dict[str, Any]:
    underlag = session.granskning.underlag
    now, about = _underlag(session, fraga).svar_by_fraga.get(fraga), last_years(underlag, fraga)
    svar = underlag.forra.svar(fraga) if underlag.forra else None
    if svar is None or about is None:
        raise InputError(f"Det finns inget svar på fråga {fraga} i någon förra redovisning.")
    found = kept(svar, now)
    marks = [Mark(start, end, f"kvar-{number}", "kvar") for number, (start, end) in enumerate(found.kvar)]
    html = Markup("").join(block.html for block in marked_blocks(svar.blocks, marks, name="forra"))
    return {
        "rubrik": about.titel,
        "html": html,
        "kvar": len(found.kvar),
        "meningar": found.meningar,
        "markdown": about.text,
    }


ROUTES = (("GET", "papper/{id}", papers), ("GET", "forra/{id}", last_year))
