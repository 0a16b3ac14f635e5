"""What there is to know of what the pointer rests on, as the editor shows it."""

import re
from collections.abc import Callable

from lsprotocol.types import TEXT_DOCUMENT_HOVER, Hover, HoverParams, MarkupContent, MarkupKind

from rapport.domain.offer import Told
from rapport.lsp.server import Seen, Server
from rapport.output import shown

# What makes Markdown of words, within a line and at its beginning; and what makes a link of an address.
_ACTS = re.compile(r"[\\`*_{}\[\]<>#|~&$@]|:(?=//)|(?<=www)\.", re.IGNORECASE)
_FIRST = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))")


def register(server: Server) -> None:
    """Let a server tell of what stands at a place."""

    def answer(seen: Seen, params: HoverParams) -> Hover | None:
        return hover(seen, params, has_markdown=_has_markdown(server))

    server.answers(TEXT_DOCUMENT_HOVER, answer)


def hover(seen: Seen, params: HoverParams, *, has_markdown: bool) -> Hover | None:
    """Return what there is to know of what stands at a place in a file."""
    report, granskning = seen.checked.report, seen.granskning
    if report is None or granskning is None:
        return None
    from rapport.workflow.asking import Asking
    from rapport.workflow.told import told

    text, offset = seen.text.text, seen.text.offset(params.position)
    found = told(Asking(report, granskning.underlag, seen.name, text, offset, granskning.findings))
    if found is None:
        return None
    where = seen.text.range(found.start, found.end)
    kind = MarkupKind.Markdown if has_markdown else MarkupKind.PlainText
    return Hover(MarkupContent(kind, as_markdown(found) if has_markdown else as_text(found)), where)


def as_markdown(found: Told) -> str:
    """Return it as Markdown in which all words are words only: nothing in them is a link, a picture or a heading."""
    title = f"**{escaped(found.title)}**"
    return "\n\n".join([title, *(_part(part, escaped, "- ") for part in found.parts)])


def as_text(found: Told) -> str:
    """Return it as plain text."""
    return "\n\n".join([_plain(found.title), *(_part(part, _plain, "– ") for part in found.parts)])


def escaped(text: str) -> str:
    """Return a text as Markdown that shows just that text, in one line."""
    return _FIRST.sub(_first, _ACTS.sub(r"\\\g<0>", _plain(text)))


def _first(found: re.Match[str]) -> str:
    sign = found[2]
    return f"{found[1]}{sign}\\" if sign.isdigit() else f"{found[1]}\\{sign}"


def _plain(text: str) -> str:
    return shown.seen(" ".join(text.split()))


def _part(part: str | tuple[str, ...], words: Callable[[str], str], mark: str) -> str:
    return words(part) if isinstance(part, str) else "\n".join(mark + words(one) for one in part)


def _has_markdown(server: Server) -> bool:
    """Whether the editor shows Markdown as what it means."""
    document = server.client_capabilities.text_document
    formats = document.hover.content_format if document and document.hover else None
    return MarkupKind.Markdown in (formats or ())
