"""What can be written at the cursor, as the editor lists it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from lsprotocol.types import (
    TEXT_DOCUMENT_COMPLETION,
    CompletionItem,
    CompletionItemKind,
    CompletionList,
    CompletionOptions,
    CompletionParams,
    CompletionTriggerKind,
    InsertTextFormat,
    InsertTextMode,
    MarkupContent,
    MarkupKind,
    TextEdit,
)

from rapport.domain.offer import Offer, OfferKind
from rapport.lsp.server import Seen, Server
from rapport.output import shown

if TYPE_CHECKING:
    from rapport.workflow.asking import Asking

_TRIGGERS = ["{", "|", ".", "(", '"', "=", ",", "/", " "]
_KINDS: Mapping[OfferKind, CompletionItemKind] = {
    "nyckel": CompletionItemKind.Property,
    "värde": CompletionItemKind.Value,
    "fråga": CompletionItemKind.Snippet,
    "regel": CompletionItemKind.Constant,
    "tabell": CompletionItemKind.Class,
    "kolumn": CompletionItemKind.Field,
    "filter": CompletionItemKind.Function,
    "papper": CompletionItemKind.File,
    "hänvisning": CompletionItemKind.Reference,
}


def register(server: Server) -> None:
    """Let a server say what can be written."""

    def answer(seen: Seen, params: CompletionParams) -> CompletionList:
        return completions(seen, params, has_snippets=_has_snippets(server))

    options = CompletionOptions(trigger_characters=_TRIGGERS, resolve_provider=False)
    server.answers(TEXT_DOCUMENT_COMPLETION, answer, options)


def completions(seen: Seen, params: CompletionParams, *, has_snippets: bool) -> CompletionList:
    """Return what can be written at a place in a file."""
    asking = _asking(seen, params)
    if asking is None:
        return CompletionList(is_incomplete=False, items=[])
    from rapport.workflow.offers import offers

    items = [_item(seen, offer, number, has_snippets) for number, offer in enumerate(offers(asking))]
    return CompletionList(is_incomplete=False, items=items)


def _asking(seen: Seen, params: CompletionParams) -> "Asking | None":
    report, granskning = seen.checked.report, seen.granskning
    if report is None or granskning is None:
        return None
    from rapport.workflow.asking import Asking

    kind = params.context.trigger_kind if params.context else CompletionTriggerKind.Invoked
    return Asking(
        report,
        granskning.underlag,
        seen.name,
        seen.text.text,
        seen.text.offset(params.position),
        granskning.findings,
        is_invoked=kind == CompletionTriggerKind.Invoked,
    )


def _item(seen: Seen, offer: Offer, number: int, has_snippets: bool) -> CompletionItem:  # noqa: FBT001 - one of two ways
    is_snippet = has_snippets and bool(offer.snippet)
    return CompletionItem(
        label=shown.seen(offer.label),
        kind=_KINDS[offer.kind],
        detail=shown.seen(offer.detail) or None,
        documentation=MarkupContent(MarkupKind.PlainText, _plain(offer.about)) if offer.about else None,
        sort_text=f"{number:04}",
        filter_text=shown.seen(offer.found_by or offer.label),
        insert_text_format=InsertTextFormat.Snippet if is_snippet else InsertTextFormat.PlainText,
        insert_text_mode=InsertTextMode.AsIs,
        text_edit=TextEdit(seen.text.range(offer.start, offer.end), offer.snippet if is_snippet else offer.new),
    )


def _plain(text: str) -> str:
    return "\n".join(map(shown.seen, text.split("\n")))


def _has_snippets(server: Server) -> bool:
    """Whether the editor can take what is to be filled in where it is written."""
    document = server.client_capabilities.text_document
    completion = document.completion if document else None
    item = completion.completion_item if completion else None
    return bool(item and item.snippet_support)
