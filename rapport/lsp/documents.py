"""What the editor tells of its files: opened, changed, saved, closed, and what has changed on disk."""

from collections.abc import Iterable

from lsprotocol import types as lsp

from rapport.lsp.positions import Text
from rapport.lsp.server import Server

_WATCHED = ("**/*.yaml", "**/siffror/**", "**/kallor/**")


def register(server: Server) -> None:
    """Let a server take what the editor tells of its files."""
    server.tells(lsp.INITIALIZED, _initialized)
    server.tells(lsp.TEXT_DOCUMENT_DID_OPEN, _opened)
    server.tells(lsp.TEXT_DOCUMENT_DID_CHANGE, _changed)
    server.tells(lsp.TEXT_DOCUMENT_DID_SAVE, _saved)
    server.tells(lsp.TEXT_DOCUMENT_DID_CLOSE, _closed)
    server.tells(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES, _watched)


def _opened(server: Server, params: lsp.DidOpenTextDocumentParams) -> None:
    document = params.text_document
    server.sessions.encoding = server.workspace.position_encoding or lsp.PositionEncodingKind.Utf16
    if found := server.sessions.at(document.uri):
        session, name = found
        session.put(name, document.uri, document.version, Text("").edited(None, document.text))
        server.want(session)


def _changed(server: Server, params: lsp.DidChangeTextDocumentParams) -> None:
    found = server.sessions.at(params.text_document.uri)
    if found is None or found[1] not in found[0].files:
        return
    session, name = found
    file = session.files[name]
    text = file.text
    for change in params.content_changes:
        text = Text(text.edited(getattr(change, "range", None), change.text), session.encoding)
    session.put(name, file.uri, params.text_document.version, text.text)
    server.want(session)


def _closed(server: Server, params: lsp.DidCloseTextDocumentParams) -> None:
    if found := server.sessions.at(params.text_document.uri):
        session, name = found
        session.close(name)
        if session.files:
            server.want(session)
        else:
            server.drop(session)


def _saved(server: Server, params: lsp.DidSaveTextDocumentParams) -> None:
    _on_disk(server, [params.text_document.uri])


def _watched(server: Server, params: lsp.DidChangeWatchedFilesParams) -> None:
    _on_disk(server, [change.uri for change in params.changes])


def _on_disk(server: Server, uris: Iterable[str]) -> None:
    for session in {found for uri in uris if (found := server.sessions.above(uri))}:
        session.stale()
        server.want(session)


def _initialized(server: Server, _params: lsp.InitializedParams) -> None:
    """Ask to be told when files change on disk, where the editor can tell."""
    workspace = server.client_capabilities.workspace
    watched = workspace.did_change_watched_files if workspace else None
    if watched and watched.dynamic_registration:
        options = lsp.DidChangeWatchedFilesRegistrationOptions([lsp.FileSystemWatcher(glob) for glob in _WATCHED])
        wanted = lsp.Registration("rapport-filer", lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
        server.client_register_capability(lsp.RegistrationParams([wanted]))
