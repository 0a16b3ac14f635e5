"""The page that begins a report: where there is none yet, and from one that is open; a path is never sent to us."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from rapport.domain.regioner import REGIONER
from rapport.errors import InputError
from rapport.webb.avslag import answered_by, body_of
from rapport.webb.indata import text_of
from rapport.webb.sidord import on_page
from rapport.webb.uppladdade import Uppladdade
from rapport.workflow.begun import Wanted, begin, earlier, place_for, usual_year

_NONE = "Det finns ingen redovisning här än."
Begun = Callable[[Path], None]
Failed = Callable[[Exception], None]


class Ny:
    """A new report to be made in, or beside, a folder; ``begun`` is told of it where it is to be opened here."""

    def __init__(self, near: Path | None, uppladdade: Uppladdade, begun: Begun | None, failed: Failed) -> None:
        self._near = near
        self._uppladdade = uppladdade
        self._begun = begun
        self._failed = failed
        self._earlier: dict[str, Path] = {}

    def routes(self) -> list[Route]:
        """Return all that can be asked."""
        asked = [("GET", "ny", self.offer), ("POST", "ny", self.make)]
        if self._begun:  # of an open report others give the answers
            asked += [("GET", "rapport", _none), ("POST", "uppladdade", self.incoming)]
        return [Route(f"/api/{path}", answered_by(one, self._failed), methods=[method]) for method, path, one in asked]

    async def offer(self, _request: Request) -> Response:
        """Return what a new report may be: where it will be, which it may go on from."""
        found = await asyncio.to_thread(earlier, self._near)
        self._earlier = {f"m{number}": folder for number, folder in enumerate(found)}
        ar = usual_year(datetime.now().astimezone().date())
        shown = [{"id": number, "namn": one.name, "i": str(one.parent)} for number, one in self._earlier.items()]
        where = place_for(self._near, "", ar)
        mapp = str(where.resolve()) if where == self._near else None
        places = {"mapp": mapp, "plats": str(where.parent.resolve())}
        return JSONResponse({"ar": ar, **places, "regioner": [*REGIONER], "forra": shown})

    async def make(self, request: Request) -> Response:
        """Make the report; return what is to be said of it."""
        data = await body_of(request)
        folder, said = await asyncio.to_thread(begin, self._near, self._wanted(data))
        named = [on_page(self._uppladdade.named(line)) for line in said]
        if self._begun:
            self._uppladdade.end()
            self._begun(folder)
        return JSONResponse({"mapp": str(folder.resolve()), "sagt": named, "oppnad": self._begun is not None})

    async def incoming(self, request: Request) -> Response:
        """Keep last year's document."""
        kept = await self._uppladdade.take(request.query_params.get("namn", ""), request.stream())
        return JSONResponse({"id": kept.id, "namn": kept.name, "slag": "svar"})

    def _wanted(self, data: dict[str, object]) -> Wanted:
        wanted = Wanted(text_of(data, "region", ""), text_of(data, "ar", ""), text_of(data, "diarienummer", ""))
        forra = text_of(data, "forra", "")
        if not forra:
            return wanted
        if forra in self._earlier:
            return wanted._replace(forra=self._earlier[forra])
        kept = self._uppladdade[forra]
        if kept.file.suffix != ".docx":
            raise InputError("Förra redovisningen ska vara ett Worddokument (.docx), eller en mapp i listan.")
        return wanted._replace(forra=kept.file, shown=kept.name)


async def _none(_request: Request) -> Response:
    return JSONResponse({"fel": _NONE, "ny": True}, 404)
