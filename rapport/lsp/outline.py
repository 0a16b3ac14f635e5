"""The outline of a file, the search for a question by its words in all open reports, folding, and links to papers."""

import asyncio
from collections.abc import Iterator

from lsprotocol import types as lsp

from rapport.lsp.checked import Checked
from rapport.lsp.going import going_of, location
from rapport.lsp.server import Seen, Server
from rapport.output.interface import report_name
from rapport.workflow.folds import folds
from rapport.workflow.named_files import named_files
from rapport.workflow.outline import Heading, outline, questions_about


def register(server: Server) -> None:
    """Let a server show how files are made up."""
    server.answers(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL, symbols)
    server.answers(lsp.TEXT_DOCUMENT_FOLDING_RANGE, folding)
    server.answers(lsp.TEXT_DOCUMENT_DOCUMENT_LINK, links, lsp.DocumentLinkOptions(resolve_provider=False))

    async def searched(params: lsp.WorkspaceSymbolParams) -> list[lsp.WorkspaceSymbol]:
        return [*await _searched(server, params.query)]

    server.feature(lsp.WORKSPACE_SYMBOL)(searched)


def symbols(seen: Seen, _params: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol]:
    """Return a file's areas and questions; the papers of the register."""
    return (
        [_symbol(seen, one) for one in outline(seen.granskning, seen.name, seen.text.text)] if seen.granskning else []
    )


def _symbol(seen: Seen, heading: Heading) -> lsp.DocumentSymbol:
    kind = lsp.SymbolKind.Namespace if heading.parts else lsp.SymbolKind.String
    return lsp.DocumentSymbol(
        heading.name,
        kind if heading.is_answered else lsp.SymbolKind.Null,
        seen.text.range(heading.start, heading.end),
        seen.text.range(min(heading.start, heading.key_end), heading.key_end),
        heading.detail,
        children=[_symbol(seen, part) for part in heading.parts],
    )


def folding(seen: Seen, _params: lsp.FoldingRangeParams) -> list[lsp.FoldingRange]:
    """Return what can be folded."""
    found = []
    for fold in folds(seen.text.text):
        first, last = seen.text.position(fold.start).line, seen.text.position(fold.end).line
        kind = lsp.FoldingRangeKind.Comment if fold.is_comment else None
        found.append(lsp.FoldingRange(first, last, kind=kind))
    return found


def links(seen: Seen, _params: lsp.DocumentLinkParams) -> list[lsp.DocumentLink]:
    """Return the files that are named, to be opened."""
    named = named_files(seen.checked.folder, seen.name, seen.text.text)
    return [lsp.DocumentLink(seen.text.range(one.start, one.end), seen.checked.uri(one.path)) for one in named]


async def _searched(server: Server, words: str) -> list[lsp.WorkspaceSymbol]:
    """Return the questions that have all of some words, in every open report."""
    found: list[lsp.WorkspaceSymbol] = []
    loop = asyncio.get_running_loop()
    for session in [*server.sessions.by_folder.values()]:
        if session not in server.sessions.by_folder.values():  # all its files have been closed meanwhile
            continue
        try:
            checked = await server.checking(session).latest()
            if checked:
                found += await loop.run_in_executor(server.worker, lambda one: [*_questions(one, words)], checked)
        except Exception as error:  # noqa: BLE001 - one report less is all that a fault of ours may cost
            server.bugs.note(lsp.WORKSPACE_SYMBOL, error)
    return found


def _questions(checked: Checked, words: str) -> Iterator[lsp.WorkspaceSymbol]:
    going = going_of(checked)
    if going is None:
        return
    underlag = going.underlag
    report = report_name(underlag.region, underlag.ar)
    for one in questions_about(underlag, words):
        goal = going.question(one.fraga)
        if goal:
            where = location(checked, goal)
            yield lsp.WorkspaceSymbol(where, one.name, lsp.SymbolKind.String, container_name=f"{one.omrade} · {report}")
