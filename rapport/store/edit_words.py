"""Words put to the region's own in rapport.yaml: every other byte of the file as it was."""

import re

from rapport.store.edit import set_text
from rapport.store.nodes import Document, Keys, Node, Scalar, Sequence, plain
from rapport.store.quote import quoted
from rapport.store.yaml import nfc, parse

ORDLISTA: Keys = ("ordlista",)
_POINT = re.compile(r"[ ]*-[ ]+$")


def with_word(document: Document, word: str) -> Document | None:
    """Return rapport.yaml with a word under ``ordlista``, a key that is made where there is none.

    None where the word is there, or where it is in doubt how the list is written.
    """
    known, word = _words(document), nfc(word)
    if known is None or word in known:
        return None
    source = _listed(document, word)
    return _read(document, source, [*known, word]) if source else None


def _words(document: Document) -> list[str] | None:
    """Return the words that are there; None where something else is."""
    if document.key(ORDLISTA) is None:
        return []
    node = document.find(ORDLISTA)
    if isinstance(node, Scalar):
        return [node.text] if node.text.strip() else []
    items = node.items if isinstance(node, Sequence) else []
    words = [item.text for item in items if isinstance(item, Scalar)]
    return words if isinstance(node, Sequence) and len(words) == len(items) else None


def _listed(document: Document, word: str) -> str | None:
    """Return the file's text with a word put where the list is, in the way that the list is written."""
    if document.key(ORDLISTA) is None:
        document, known = set_text(document, ORDLISTA, word), []
    else:
        known = _words(document) or []
    source, node, new = document.source, document.find(ORDLISTA), quoted(word)
    if isinstance(node, Scalar):
        gap = "" if source[: node.start].endswith((" ", "\t")) else " "
        return f"{source[: node.start]}{gap}[{', '.join([*map(quoted, known), new])}]{source[node.end :]}"
    if not isinstance(node, Sequence):
        return None
    if not node.items:
        return f"{source[: node.start + 1]}{new}{source[node.start + 1 :]}"
    last = node.items[-1]
    if source.startswith("[", node.start):
        return f"{source[: last.end]}, {new}{source[last.end :]}"
    return _below(source, last, new)


def _below(source: str, last: Node, new: str) -> str | None:
    """Return a text with a point more below the last of a list; None where that is not on a line of its own."""
    point = _POINT.fullmatch(source, source.rfind("\n", 0, last.start) + 1, last.start)
    if not point:
        return None
    newline = "\r\n" if "\r\n" in source else "\n"
    end = source.find("\n", last.end) + 1
    if not end:
        return f"{source}{newline}{point[0]}{new}"
    return f"{source[:end]}{point[0]}{new}{newline}{source[end:]}"


def _read(document: Document, source: str, words: list[str]) -> Document | None:
    """Return changed text read again; None where it does not have these words, and all else as it was."""
    again, _ = parse(document.bom + source, document.path)
    if again is None or _words(again) != words:
        return None
    others = [{key: value for key, value in _keys(one).items() if key != ORDLISTA[0]} for one in (document, again)]
    return again if others[0] == others[1] else None


def _keys(document: Document) -> dict[str, object]:
    return {key: plain(value) for key, (_, value) in document.root.entries.items()}
