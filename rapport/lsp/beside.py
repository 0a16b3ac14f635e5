"""What is opened from above a question: last year's answer, and suggestions from the papers.

Two commands, ``rapport.forraSvar`` and ``rapport.forslag``, asked for with ``workspace/executeCommand`` and the
arguments ``[uri, fraga]``: the file's URI as the editor has it, and the question's number as a text, "1.4". The lines
above a question carry them, with those arguments. The answer is

    {"titel": "Förra årets svar på fråga 1.4", "sprak": "markdown", "text": "…"}

``sprak`` is "markdown" for an answer and "plaintext" for papers, whose words are never to be shown as Markdown; both
are to be shown as they are written, in a document that cannot be written in. The text always says something, also
that there is nothing. The answer is null where the file is no open report's, or its report cannot be read.
"""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lsprotocol.types import Command

from rapport.domain.underlag import Underlag
from rapport.lsp.checked import Checked
from rapport.lsp.server import Server
from rapport.workflow.beside import Beside, from_papers, has_papers, last_answer

LAST, PAPERS = "rapport.forraSvar", "rapport.forslag"
_Read = Callable[[Path, Underlag, str], Beside]


def register(server: Server) -> None:
    """Let a server open what is read beside an answer."""
    _opens(server, LAST, lambda _, underlag, fraga: last_answer(underlag, fraga))
    _opens(server, PAPERS, from_papers)


def commands_of(checked: Checked, name: str, fraga: str) -> list[Command]:
    """Return what can be opened from above a question of a file."""
    if checked.granskning is None:
        return []
    forra, arguments = checked.granskning.underlag.forra, [checked.uri(name), fraga]
    found = [Command("Förra årets svar", LAST, arguments=arguments)] if forra and forra.svar(fraga) else []
    return (
        [*found, Command("Förslag ur papperen", PAPERS, arguments=arguments)] if has_papers(checked.folder) else found
    )


def _opens(server: Server, command: str, read: _Read) -> None:
    @server.command(command)
    async def opened(uri: str, fraga: str) -> dict[str, Any] | None:
        try:
            seen = await server.seen(uri)
            if seen is None or seen.granskning is None:
                return None
            underlag = seen.granskning.underlag
            if fraga not in underlag.mall.fraga_by_id:
                return None
            # Beside the checks: papers that have not been read yet may take minutes.
            found = await asyncio.to_thread(read, seen.checked.folder, underlag, fraga)
            return found._asdict()
        except Exception as error:  # noqa: BLE001 - one text less is all that a fault of ours may cost
            server.bugs.note(command, error)
            return None
