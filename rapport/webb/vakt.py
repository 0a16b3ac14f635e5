"""The guard at the door: who may ask for anything at all, and what goes out with every answer.

Only this computer's own browser, with the key that it was given once, and only our own page in it: another page that
is open in the same browser can send a question here, but not with our cookie, and it is known by what the browser
says of it. A name on the net that leads here (DNS rebinding) is known by the Host that it asks for.
"""

from collections.abc import Awaitable, Callable, MutableMapping
from hmac import compare_digest
from secrets import token_urlsafe
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Receive, Send], Awaitable[None]]

MOST = 4_000_000  # bytes of a question
FILES, MOST_FILE = "/api/uppladdade", 50_000_000  # where files are sent, and bytes of one
KEY = "nyckel"
_HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}
_LET_IN = (
    '<!doctype html><html lang="sv"><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=/">'
    '<title>Redovisningen öppnas</title><p><a href="/">Öppna redovisningen</a>'
)
_CLOSED = (
    '<!doctype html><html lang="sv"><meta charset="utf-8"><title>Redovisningen</title>'
    "<h1>Sidan är låst</h1><p>{}</p><p>Starta redigeraren igen, så öppnas redovisningen i en ny flik. "
    "Det du har skrivit finns kvar."
)


class RefusedRequestError(Exception):
    """A question that is not answered, and the status that says so."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


class Vakt:
    """The guard around an application that is served at a port of this computer."""

    def __init__(self, app: App, port: int) -> None:
        self._app = app
        self._hosts = {f"127.0.0.1:{port}", f"localhost:{port}"}
        self._cookie = f"rapport_{port}"  # a browser gives a cookie to every port of a host
        self._secret = token_urlsafe(32)
        self._key: str | None = token_urlsafe(32)

    @property
    def key(self) -> str:
        """The key that lets a browser in, once."""
        return self._key or ""

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer a question, or say why not."""
        if scope["type"] != "http":  # the application's own start and end; we speak no websockets
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        request = Request(scope)
        try:
            answer = self._opened(request)
            if answer is None:
                self._require_allowed(request)
        except RefusedRequestError as error:
            answer = self._refusal(request, error)
        if answer is not None:
            await answer(scope, receive, _with_headers(send))
            return
        await self._app(scope, _capped(receive, _most(request.url.path)), _with_headers(send))

    def _opened(self, request: Request) -> Response | None:
        """Return what lets a browser in that has the key; None where it does not ask for that."""
        given = request.query_params.get(KEY)
        if given is None or request.url.path != "/" or request.method != "GET":
            return None
        self._require_host(request)
        if "prefetch" in request.headers.get("sec-purpose", "") + request.headers.get("purpose", ""):
            raise RefusedRequestError(403, "Sidan öppnas först när du själv går till den.")
        if not self._key or not compare_digest(given.encode(), self._key.encode()):
            if self._is_known(request):
                return HTMLResponse(_LET_IN)
            raise RefusedRequestError(403, "Adressen gäller bara en gång, och den här är redan använd.")
        self._key = None
        answer = HTMLResponse(_LET_IN)
        answer.set_cookie(self._cookie, self._secret, httponly=True, samesite="strict", path="/")
        return answer

    def _require_allowed(self, request: Request) -> None:
        self._require_host(request)
        site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
        is_reading = request.method in ("GET", "HEAD")
        is_walked_to = is_reading and request.url.path == "/" and site == "none"  # typed, or loaded again
        if site not in (None, "same-origin") and not is_walked_to:
            raise RefusedRequestError(403, "Bara redigerarens egen sida får fråga.")
        own = {f"http://{host}" for host in self._hosts}
        if (origin is not None and origin not in own) or (origin is None and not is_reading):
            raise RefusedRequestError(403, "Bara redigerarens egen sida får fråga.")
        if not self._is_known(request):
            raise RefusedRequestError(401, "Fliken hör till en tidigare start av redigeraren.")
        length, most = request.headers.get("content-length", "0"), _most(request.url.path)
        if not length.isdecimal() or int(length) > most:
            raise _too_much(most)

    def _require_host(self, request: Request) -> None:
        if request.headers.get("host") not in self._hosts:
            raise RefusedRequestError(421, "Redigeraren svarar bara på den här datorn.")

    def _is_known(self, request: Request) -> bool:
        given = request.cookies.get(self._cookie, "")
        return compare_digest(given.encode(), self._secret.encode())

    def _refusal(self, request: Request, error: RefusedRequestError) -> Response:
        if request.url.path.startswith("/api/"):
            return JSONResponse({"fel": str(error)}, error.status)
        return HTMLResponse(_CLOSED.format(error), error.status)


def _with_headers(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers[name] = value
        await send(message)

    return sent


def _most(path: str) -> int:
    return MOST_FILE if path == FILES else MOST


def _too_much(most: int) -> RefusedRequestError:
    return RefusedRequestError(413, f"Det är mer än {most // 1_000_000} MB. Dela upp det.")


def _capped(receive: Receive, most: int) -> Receive:
    """Return what gives a question's body, and no more of it than there may be, whatever it says of its length."""
    taken = 0

    async def received() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > most:
            raise _too_much(most)
        return message

    return received
