"""Corrections in the editor: what is offered at a place, and what the text is when it has been taken."""

import pytest
from redigerare import Redigerare, offset, position

pytest.importorskip("pygls", reason="tillägget lsp är inte installerat")

AREA = """område: 1
svar:
  "1.1": |
    Regionen har har samordnat arbetet i länet. Det blev blev bättre.
  "1.2":
    status: granskas
    text: |
      Insatserna fortsatte under under året.
"""
FULL = {
    "workspace": {
        "workspaceEdit": {"documentChanges": True, "snippetEditSupport": True},
        "codeLens": {"refreshSupport": True},
    },
    "textDocument": {"codeAction": {"resolveSupport": {"properties": ["edit"]}, "dataSupport": True}},
}


@pytest.fixture
def editor():
    with Redigerare(capabilities=FULL) as editor:
        yield editor


def offered(editor, uri, words, only=None, end=None):
    """Return what can be done at some words of a file, by title."""
    text = editor.texts[uri]
    at = text.index(words)
    where = {"start": position(text, at), "end": position(text, at + (len(words) if end is None else end))}
    context = {"diagnostics": editor.shown(uri), **({"only": only} if only else {})}
    found = editor.ask("textDocument/codeAction", textDocument={"uri": uri}, range=where, context=context)
    return {one["title"]: one for one in found or []}


def taken(editor, action):
    """Let an action be done as an editor does it; return the texts of the files that it changes, by URI."""
    action = action if action.get("edit") else editor.ask("codeAction/resolve", **action)
    edit = action["edit"]
    if "changes" in edit:
        changed = edit["changes"]
    else:
        changed = {one["textDocument"]["uri"]: one["edits"] for one in edit["documentChanges"]}
        versions = {one["textDocument"]["uri"]: one["textDocument"]["version"] for one in edit["documentChanges"]}
        assert versions == {uri: editor.versions.get(uri) for uri in versions}
    return {uri: applied(editor.texts.get(uri) or disk(uri), edits) for uri, edits in changed.items()}


def applied(text, edits):
    for one in sorted(edits, key=lambda edit: offset(text, edit["range"]["start"]), reverse=True):
        start, end = (offset(text, one["range"][which]) for which in ("start", "end"))
        new = one["newText"] if "newText" in one else as_snippet(one["snippet"]["value"])
        text = text[:start] + new + text[end:]
    return text


def as_snippet(value):
    head, _, tail = value.partition("$0")
    return "¦".join(part.replace("\\$", "$").replace("\\}", "}").replace("\\\\", "\\") for part in (head, tail))


def disk(uri):
    from pathlib import Path

    from rapport.lsp.uris import path_of

    return Path(path_of(uri)).read_bytes().decode("utf-8")


def after(editor, uri, words, title, **more):
    return taken(editor, offered(editor, uri, words, **more)[title])[uri]


def test_a_finding_is_corrected_and_nothing_else(editor, folder):
    uri = editor.open(folder(**{"1": AREA}) / "1.yaml")
    actions = offered(editor, uri, "har har")
    print(list(actions));action = actions["Ändra ”har har” till ”har”"]
    assert (action["kind"], action["isPreferred"]) == ("quickfix", True)
    assert [one["code"] for one in action["diagnostics"]] == ["dubbelt-ord"]
    assert taken(editor, action) == {uri: AREA.replace("har har", "har")}
    assert "Ändra ”under under” till ”under”" not in actions
    assert offered(editor, uri, "samordnat arbetet") == {}
    print(list(actions))
