"""The room left: lines above each question, and the same for a status bar.

What is told for a status bar, as ``rapport/rum``, also says whether all is checked (``hel``): while a word is being
typed what takes long to judge is left open, and told when the typing pauses.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from lsprotocol.types import TEXT_DOCUMENT_CODE_LENS, CodeLens, CodeLensOptions, CodeLensParams, Command

from rapport.lsp.beside import commands_of
from rapport.lsp.checked import Checked
from rapport.lsp.server import Seen, Server
from rapport.output.interface import Granskning
from rapport.output.room import as_data, rooms

if TYPE_CHECKING:
    from rapport.lsp.session import Session

ROOM = "rapport/rum"


def register(server: Server) -> None:
    """Let a server show the room that is left."""
    server.answers(TEXT_DOCUMENT_CODE_LENS, lenses, CodeLensOptions(resolve_provider=False))
    server.after_check.append(_Told())


def lenses(seen: Seen, _params: CodeLensParams) -> list[CodeLens]:
    """Return the lines to be shown above a file's questions."""
    if seen.granskning is None:
        return []
    return [*_lenses(seen, seen.granskning)]


def _lenses(seen: Seen, granskning: Granskning) -> Iterator[CodeLens]:
    for room in rooms(granskning, seen.name):
        start = seen.text.at(room.place)
        where = seen.text.range(*seen.text.token(start))
        yield CodeLens(where, Command(room.text, ""))
        for command in commands_of(seen.checked, seen.name, room.fraga.id):
            yield CodeLens(where, command)
        if room.asked:  # last: it may be longer than the window is wide
            yield CodeLens(where, Command(f"Frågan begär: {room.asked}", ""))


class _Told:
    """Tells the editor of the room left, and to ask for its lines again where another file has changed it.

    For a file that has changed itself it asks anyway.
    """

    def __init__(self) -> None:
        self._known: WeakKeyDictionary[Session, dict[str, tuple[int, str]]] = WeakKeyDictionary()

    def __call__(self, server: Server, checked: Checked) -> None:
        session, granskning = server.sessions.by_folder.get(checked.folder), checked.granskning
        if granskning is None or session is None:
            return
        before, now = self._known.get(session, {}), dict[str, tuple[int, str]]()
        for name, file in checked.files.items():
            data = room_of(granskning, name)
            server.protocol.notify(ROOM, {"uri": file.uri, "version": file.version, "hel": checked.is_whole, **data})
            commands = [commands_of(checked, name, fraga["id"]) for fraga in data["fragor"]]
            now[name] = file.version, repr((data, commands))
        self._known[session] = now
        both = [(before[name], now[name]) for name in now if name in before]
        if any(old[0] == new[0] and old[1] != new[1] for old, new in both) and _can_ask_again(server):
            server.workspace_code_lens_refresh(None)


def _can_ask_again(server: Server) -> bool:
    workspace = server.client_capabilities.workspace
    return bool(workspace and workspace.code_lens and workspace.code_lens.refresh_support)


def room_of(granskning: Granskning, name: str) -> dict[str, Any]:
    """Return the room left in a file's questions, as it is told."""
    data: dict[str, Any] = as_data(granskning, name)
    for fraga in data["fragor"]:
        fraga["rad"] -= 1  # the protocol counts lines from 0
    return data
