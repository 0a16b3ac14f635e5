"""The application: the page's own files, and what it asks for."""

from asyncio import Event
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from rapport.webb.arbete import Arbete
from rapport.webb.fragor import routes
from rapport.webb.ny import Ny
from rapport.webb.vakt import App, Message, Receive, Send, Vakt

SIDA = Path(__file__).parent / "sida"
_KINDS = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


class Oppet:
    """The report that is worked on, when there is one; with what answers for it."""

    def __init__(self, arbete: Arbete | None = None) -> None:
        self.arbete = arbete
        self.app: App | None = None
        self.has_ended = False  # by itself, because nobody has a page open
        self._is_there = Event()
        if arbete:
            self._is_there.set()

    async def there(self) -> Arbete:
        """Return the report that is worked on, as soon as there is one."""
        await self._is_there.wait()
        if self.arbete is None:
            raise AssertionError("there is one when it is said that there is")
        return self.arbete

    def open(self, arbete: Arbete) -> None:
        """Let a report that has just been made be what is worked on."""
        self.arbete, self.app = arbete, starlette_of(routes(arbete))
        arbete.begin()
        self._is_there.set()


def application(arbete: Arbete, port: int) -> tuple[Vakt, str]:
    """Return what answers at a port of this computer, and the address that lets a browser in, once."""

    @asynccontextmanager
    async def alive(_app: Starlette) -> AsyncIterator[None]:
        arbete.begin()
        try:
            yield
        finally:
            await arbete.end()

    return _guarded(starlette_of(routes(arbete), alive), port)


def application_before(ny: Ny, oppet: Oppet, port: int) -> tuple[Vakt, str]:
    """Return what answers where there is no report yet, and the address; when it has been made, it is what answers."""

    @asynccontextmanager
    async def alive(_app: Starlette) -> AsyncIterator[None]:
        try:
            yield
        finally:
            if oppet.arbete:
                await oppet.arbete.end()

    begins = starlette_of(ny.routes(), alive)

    async def either(scope: Message, receive: Receive, send: Send) -> None:
        of_report = oppet.app if scope["type"] == "http" else None
        await (of_report or begins)(scope, receive, send)

    return _guarded(either, port)


def _guarded(app: App, port: int) -> tuple[Vakt, str]:
    vakt = Vakt(app, port)
    return vakt, f"http://127.0.0.1:{port}/?nyckel={vakt.key}"


def starlette_of(
    asked: list[Route], alive: Callable[[Starlette], AbstractAsyncContextManager[None]] | None = None
) -> Starlette:
    """Return what answers questions, and gives the page's own files."""
    return Starlette(
        routes=[*asked, *_files()],
        lifespan=alive,
        exception_handlers={404: _missing, 405: _missing},
    )


def _files() -> list[Route]:
    """Return the page's files, each at its own address: no path that is asked for is looked up on the disk."""
    files = (file for file in sorted(SIDA.rglob("*")) if file.suffix in _KINDS)
    found = [(file, f"/{file.relative_to(SIDA).as_posix()}") for file in files]
    return [_file(file, "/" if file.name == "index.html" else path) for file, path in found]


def _page() -> bytes:
    """Return the page, which asks for all its modules at once: each of them is found only in another that is read."""
    page = SIDA / "index.html"
    modules = sorted(SIDA.rglob("*.js"), key=lambda one: -one.stat().st_size)
    links = "".join(f'<link rel="modulepreload" href="/{one.relative_to(SIDA).as_posix()}">\n' for one in modules)
    return page.read_bytes().replace(b"</head>", links.encode() + b"</head>", 1)


def _file(file: Path, path: str) -> Route:
    content = _page() if file.name == "index.html" else file.read_bytes()
    kind = f"{_KINDS[file.suffix]}; charset=utf-8"

    async def given(_request: Request) -> Response:
        return Response(content, media_type=kind)

    return Route(path, given, methods=["GET"])


async def _missing(_request: Request, _error: Exception) -> Response:
    return JSONResponse({"fel": "Det finns inte här."}, 404)
