"""Serving the pages of one report folder, on this computer only, until the last of them has been closed for a while."""

import asyncio
import os
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from time import monotonic

import uvicorn

from rapport.errors import InputError, RapportError
from rapport.webb.app import Oppet, application, application_before
from rapport.webb.arbete import Arbete
from rapport.webb.handelser import Handelser
from rapport.webb.ny import Ny
from rapport.webb.session import Session
from rapport.webb.uppladdade import Uppladdade
from rapport.workflow.begun import has_report
from rapport.workflow.senast import remember
from rapport.workflow.typed import begin_typing

HOST = "127.0.0.1"
_FIRST, _PORTS, _TRIES = 49_152, 16_000, 8  # the ports that nobody is given, and how many of them are tried
CLOSED, SILENT, UNOPENED = 60.0, 1_800.0, 900.0  # seconds until the end: of a page closed, fallen silent, never opened
_TICK = 1.0
_SWITCH = 0.001  # seconds that a check may go on while a keystroke waits


def serve(folder: Path | None, port: int, opened: Callable[[str], None], failed: Callable[[Exception], None]) -> bool:
    """Serve a folder's pages; return whether it ended by itself. ``opened`` is told the address that lets one in.

    Where there is no report in the folder, or none is named, the page offers to begin one. InputError where the port
    is taken; OutputError where the last words cannot be written.
    """
    begin_typing()
    sys.setswitchinterval(_SWITCH)
    oppet, has_ended = Oppet(_arbete(folder, failed) if folder and has_report(folder) else None), False
    with _bound(folder or Path(), port) as bound:
        with suppress(KeyboardInterrupt):  # which the library raises again when all has been seen to
            has_ended = asyncio.run(_serve(oppet, bound, opened, lambda: _before(folder, oppet, failed)))
        if oppet.arbete and oppet.arbete.last_fault:
            raise oppet.arbete.last_fault
        return has_ended


def _arbete(folder: Path, failed: Callable[[Exception], None]) -> Arbete:
    remember(folder)
    return Arbete(Session(folder), failed)


def _before(folder: Path | None, oppet: Oppet, failed: Callable[[Exception], None]) -> Ny:
    """Return what begins a report, and opens it then."""
    return Ny(folder, Uppladdade(), lambda made: oppet.open(_arbete(made, failed)), failed)


async def _serve(oppet: Oppet, bound: socket.socket, opened: Callable[[str], None], before: Callable[[], Ny]) -> bool:
    port = bound.getsockname()[1]
    app, address = application(oppet.arbete, port) if oppet.arbete else application_before(before(), oppet, port)
    config = uvicorn.Config(
        app, log_config=None, access_log=False, server_header=False, date_header=False, timeout_graceful_shutdown=2
    )
    server = uvicorn.Server(config)
    watching = asyncio.create_task(_watch(oppet, server))
    waiting = asyncio.create_task(_wait_for_end(oppet, server))
    opened(address)
    await server.serve(sockets=[bound])
    watching.cancel()
    waiting.cancel()
    return oppet.has_ended


def _bound(folder: Path, port: int) -> socket.socket:
    """Return a socket of this computer alone, at a port, or at one of the folder's own.

    A browser keeps drafts by address: what was written before a crash is found again at the same one.
    """
    first = int.from_bytes(sha256(str(folder.resolve()).encode("utf-8", "surrogatepass")).digest()[:4])
    own = [_FIRST + (first + step) % _PORTS for step in range(_TRIES)]
    for one in [port] if port else [*own, 0]:
        # Named in full: asyncio sends small answers at once only on what says that it is TCP, else they wait for 40 ms.
        found = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        try:
            if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
                found.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
            else:
                found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            found.bind((HOST, one))
            found.listen(128)  # a browser that is quicker than we are waits
        except OSError:
            found.close()
        else:
            return found
    raise InputError(f"Port {port} används redan. Välj en annan, eller utelämna --port.")


async def _watch(oppet: Oppet, server: uvicorn.Server) -> None:
    """Take in what others save, as soon as the system tells of it."""
    from watchfiles import awatch

    from rapport.workflow.belonging import is_of_report

    arbete = await oppet.there()
    folder = arbete.session.folder.resolve()

    def matters(_change: object, name: str) -> bool:
        file = Path(name)
        return file.is_relative_to(folder) and is_of_report(file.relative_to(folder))

    while not server.should_exit:
        try:
            async for _ in awatch(folder, watch_filter=matters, step=100, recursive=True):
                await arbete.take_in()
        except (OSError, RuntimeError, RapportError):  # its disk has gone for a while; the slower looks go on
            await asyncio.sleep(_TICK)


async def _wait_for_end(oppet: Oppet, server: uvicorn.Server) -> None:
    """End the serving when the last page has been closed for a while."""
    since = monotonic()
    while not server.should_exit:
        await asyncio.sleep(_TICK)
        pages = oppet.arbete.handelser if oppet.arbete else None
        if pages and pages.pages:
            since = monotonic()
        if monotonic() - since > _patience(pages):
            oppet.has_ended = server.should_exit = True
    if oppet.arbete:
        oppet.arbete.handelser.end()  # a page that listens would hold the server, which then ends with a fault


def _patience(pages: Handelser | None) -> float:
    """Return how many seconds the serving goes on while no page is open."""
    if pages and not pages.opened.is_set():
        return UNOPENED
    if pages and pages.has_left:
        return float(os.environ.get("RAPPORT_STANGD") or CLOSED)  # for who wants it to end sooner or later
    return SILENT
