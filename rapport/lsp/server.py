"""The language server: what an editor asks and tells, one function each.

A part of it is a module with a function ``register(server)``, listed in ``PARTS``. What it answers it answers with
``server.answers``: of the report as it is checked with the text as it stands, beside the typing; a fault of ours is
noted, and nothing is answered.
"""

import asyncio
import os
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import version
from typing import Any, TypeVar

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, lsp_method

from rapport.lsp.bugs import Bugs, keep_quiet
from rapport.lsp.checked import Checked
from rapport.lsp.checking import Checking
from rapport.lsp.diagnostics import diagnostics
from rapport.lsp.positions import Text
from rapport.lsp.session import Session, Sessions
from rapport.output.interface import Granskning
from rapport.workflow.typed import begin_typing

PARTS = ("documents", "room", "corrections", "beside", "completion", "hover", "going", "outline")
T = TypeVar("T")


@dataclass(frozen=True)
class Seen:
    """A file that something is asked about: its name in the report folder, its text, and the report as checked."""

    name: str
    text: Text
    checked: Checked

    @property
    def granskning(self) -> Granskning | None:
        """What the check gave; None where there is no report to check."""
        return self.checked.granskning


class _Protocol(LanguageServerProtocol):
    """The protocol without a copy of its own of each text: it would count lines otherwise than the editor does.

    Nor is anything kept of a change when it has been taken, as the library does of what it takes step by step.
    """

    @lsp_method(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: lsp.DidChangeTextDocumentParams) -> None:
        """Let our own function take it."""
        self.fm.features[lsp.TEXT_DOCUMENT_DID_CHANGE](params)


class Server(LanguageServer):
    """The server: its open reports, and who is told when one has been checked."""

    def __init__(self) -> None:
        super().__init__("rapport", version("rapport"), protocol_cls=_Protocol)
        self.sessions = Sessions()
        self.bugs = Bugs(self._tell)
        self.after_check: list[Callable[[Server, Checked], None]] = [publish]
        self.worker = ThreadPoolExecutor(1, "rapport")  # the rules remember much, and know of one thread
        self.shown: dict[Session, dict[str, list[lsp.Diagnostic]]] = {}
        self._checking: dict[Session, Checking] = {}

    def answers(self, method: str, answer: Callable[[Seen, Any], T], options: object = None) -> None:
        """Let a function answer what is asked about a file: of the file as seen, and the question."""

        async def answered(params: Any) -> T | None:  # noqa: ANN401 - the protocol's own, one for each method
            try:
                seen = await self.seen(params.text_document.uri)
                loop = asyncio.get_running_loop()
                return await loop.run_in_executor(self.worker, answer, seen, params) if seen else None
            except Exception as error:  # noqa: BLE001 - one answer less is all that a fault of ours may cost
                self.bugs.note(method, error)
                return None

        self.feature(method, options)(answered)

    def tells(self, method: str, take: Callable[["Server", Any], None]) -> None:
        """Let a function take what the editor tells."""

        def taken(params: Any) -> None:  # noqa: ANN401 - as above
            try:
                take(self, params)
            except Exception as error:  # noqa: BLE001 - as above
                self.bugs.note(method, error)

        self.feature(method)(taken)

    async def seen(self, uri: str) -> Seen | None:
        """Return a file with its report checked as it is now; None where it is no report's, or cannot be checked."""
        found = self.sessions.at(uri)
        if found is None or found[1] not in found[0].files:
            return None
        session, name = found
        checked = await self.checking(session).latest()
        text = checked.text(name) if checked else None
        return Seen(name, text, checked) if checked and text else None

    def checking(self, session: Session) -> Checking:
        """Return what checks a report."""
        if session not in self._checking:
            self._checking[session] = Checking(session, self.worker, self._checked, self._failed)
        return self._checking[session]

    def want(self, session: Session) -> None:
        """See that a report is checked as it is now."""
        self.checking(session).want()

    def drop(self, session: Session) -> None:
        """Forget a report that the editor has no file of any longer, and show nothing of it."""
        self.sessions.drop(session)
        if checking := self._checking.pop(session, None):
            checking.stop()
        for uri in self.shown.pop(session, {}):
            self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, []))

    def report_server_error(self, error: Exception, source: object) -> None:
        """Note what went wrong outside our own functions."""
        self.bugs.note(getattr(source, "__name__", "servern"), error)

    def _checked(self, checked: Checked) -> None:
        for told in self.after_check:
            try:
                told(self, checked)
            except Exception as error:  # noqa: BLE001 - as above
                self._failed(error)

    def _failed(self, error: Exception) -> None:
        self.bugs.note("kontrollen", error)

    def _tell(self, message: str) -> None:
        self.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Error, message))


def publish(server: Server, checked: Checked) -> None:
    """Show what was found: in each open file, and in others where that is not what is shown there already."""
    session = server.sessions.by_folder.get(checked.folder)
    if session is None:  # all its files have been closed meanwhile
        return
    found = {checked.uri(path): some for path, some in diagnostics(checked).items()}
    before, versions = server.shown.get(session, {}), {file.uri: file.version for file in checked.files.values()}
    server.shown[session] = found
    for uri in {**before, **found}:
        some = found.get(uri, [])
        if uri in versions or some != before.get(uri):
            server.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, some, versions.get(uri)))


def made() -> Server:
    """Return a server with all its parts."""
    server = Server()
    for part in PARTS:
        import_module(f"rapport.lsp.{part}").register(server)
    return server


def serve(server: Server) -> None:
    """Serve one editor over stdin and stdout until it leaves."""
    keep_quiet()
    begin_typing()
    editor = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    sys.stdout = sys.stderr  # what anything else prints is no word of the protocol
    server.start_io(stdout=editor)
