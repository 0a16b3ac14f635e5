"""Edits of the report's files as the editor takes them: of its own version of each, to be undone in one step."""

from collections.abc import Mapping, Sequence

from lsprotocol import types as lsp

from rapport.lsp.checked import Checked
from rapport.lsp.positions import Text
from rapport.workflow.edits import Edit

_SNIPPET_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "\\$}"})


def workspace_edit(
    client: lsp.ClientCapabilities, checked: Checked, edits: Mapping[str, Sequence[Edit]], to_write: int | None = None
) -> lsp.WorkspaceEdit:
    """Return edits of files by name; ``to_write`` is where in the one file, as changed, the cursor is to be put."""
    workspace = client.workspace.workspace_edit if client.workspace else None
    texts = {name: text for name in edits if (text := checked.text(name))}
    if not (workspace and workspace.document_changes):
        return lsp.WorkspaceEdit({checked.uri(name): _text_edits(text, edits[name]) for name, text in texts.items()})
    at = to_write if workspace.snippet_edit_support else None
    found = []
    for name, text in texts.items():
        file = checked.files.get(name)
        document = lsp.OptionalVersionedTextDocumentIdentifier(checked.uri(name), file.version if file else None)
        found.append(lsp.TextDocumentEdit(document, _with_snippet(text, edits[name], at)))
    return lsp.WorkspaceEdit(document_changes=found)


def _text_edits(text: Text, edits: Sequence[Edit]) -> list[lsp.TextEdit]:
    return [_text_edit(text, edit) for edit in edits]


def _text_edit(text: Text, edit: Edit) -> lsp.TextEdit:
    """Return an edit at the editor's positions, which has none within a line break of two signs."""
    start, end, new = text.moved(edit.start), text.moved(edit.end), edit.new
    if text.text[max(start - 1, 0) : start + 1] == "\r\n":
        start, new = start - 1, "\r" + new
    if text.text[max(end - 1, 0) : end + 1] == "\r\n" and end > start:
        end, new = end + 1, new + "\n"
    return lsp.TextEdit(text.range(start, end), new)


def _with_snippet(
    text: Text, edits: Sequence[Edit], to_write: int | None
) -> list[lsp.TextEdit | lsp.AnnotatedTextEdit | lsp.SnippetTextEdit]:
    found: list[lsp.TextEdit | lsp.AnnotatedTextEdit | lsp.SnippetTextEdit] = []
    moved = 0
    for edit in edits:
        at = -1 if to_write is None else to_write - edit.start - moved
        if 0 < at < len(edit.new):
            before, after = (part.translate(_SNIPPET_SIGNS) for part in (edit.new[:at], edit.new[at:]))
            where = text.range(text.moved(edit.start), text.moved(edit.end))
            found.append(lsp.SnippetTextEdit(where, lsp.StringValue(f"{before}$0{after}")))
        else:
            found.append(_text_edit(text, edit))
        moved += len(edit.new) - (edit.end - edit.start)
    return found
