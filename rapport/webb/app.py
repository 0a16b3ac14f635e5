"""The application: the page's own files, and what it asks for."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from rapport.webb.arbete import Arbete
from rapport.webb.fragor import routes
from rapport.webb.vakt import Vakt

SIDA = Path(__file__).parent / "sida"
_KINDS = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


def application(arbete: Arbete, port: int) -> tuple[Vakt, str]:
    """Return what answers at a port of this computer, and the address that lets a browser in, once."""

    @asynccontextmanager
    async def alive(_app: Starlette) -> AsyncIterator[None]:
        arbete.begin()
        try:
            yield
        finally:
            await arbete.end()

    vakt = Vakt(_starlette(arbete, alive), port)
    return vakt, f"http://127.0.0.1:{port}/?nyckel={vakt.key}"


def _starlette(arbete: Arbete, alive: Callable[[Starlette], AbstractAsyncContextManager[None]]) -> Starlette:
    return Starlette(
        routes=[*routes(arbete), *_files()],
        lifespan=alive,
        exception_handlers={404: _missing, 405: _missing},
    )


def _files() -> list[Route]:
    """Return the page's files, each at its own address: no path that is asked for is looked up on the disk."""
    files = (file for file in sorted(SIDA.rglob("*")) if file.suffix in _KINDS)
    found = [(file, f"/{file.relative_to(SIDA).as_posix()}") for file in files]
    return [_file(file, "/" if file.name == "index.html" else path) for file, path in found]


def _file(file: Path, path: str) -> Route:
    content = file.read_bytes()
    kind = f"{_KINDS[file.suffix]}; charset=utf-8"

    async def given(_request: Request) -> Response:
        return Response(content, media_type=kind)

    return Route(path, given, methods=["GET"])


async def _missing(_request: Request, _error: Exception) -> Response:
    return JSONResponse({"fel": "Det finns inte här."}, 404)
