"""The room left: lines above each question, and the same for a status bar."""

from collections.abc import Iterator
from typing import Any

from lsprotocol.types import TEXT_DOCUMENT_CODE_LENS, CodeLens, CodeLensOptions, CodeLensParams, Command

from rapport.lsp.server import Seen, Server
from rapport.lsp.session import Checked
from rapport.output.room import as_data, rooms

ROOM = "rapport/rum"


def register(server: Server) -> None:
    """Let a server show the room that is left."""
    server.answers(TEXT_DOCUMENT_CODE_LENS, lenses, CodeLensOptions(resolve_provider=False))
    server.after_check.append(tell_room)


def lenses(seen: Seen, _params: CodeLensParams) -> list[CodeLens]:
    """Return the lines to be shown above a file's questions."""
    if seen.granskning is None:
        return []
    return [*_lenses(seen)]


def _lenses(seen: Seen) -> Iterator[CodeLens]:
    for room in rooms(seen.granskning, seen.name) if seen.granskning else ():
        start = seen.text.at(room.place)
        where = seen.text.range(*seen.text.token(start))
        yield CodeLens(where, Command(room.text, ""))
        if room.asked:
            yield CodeLens(where, Command(f"Frågan begär: {room.asked}", ""))


def tell_room(server: Server, checked: Checked) -> None:
    """Tell the editor how much room there is left, for each file that it has open."""
    if checked.granskning is None:
        return
    for name, file in checked.files.items():
        data: dict[str, Any] = as_data(checked.granskning, name)
        for fraga in data["fragor"]:
            fraga["rad"] -= 1  # the protocol counts lines from 0
        server.protocol.notify(ROOM, {"uri": file.uri, "version": file.version, **data})
