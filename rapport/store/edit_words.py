"""Words put to the region's own in rapport.yaml, and waivers to an answer: every other byte of the file as it was."""

import re

from rapport.store.edit import lengthened, set_text
from rapport.store.nodes import Document, Keys, Mapping, Node, Scalar, Sequence, plain
from rapport.store.quote import quoted
from rapport.store.yaml import nfc, parse

ORDLISTA: Keys = ("ordlista",)
_WAIVERS = "tillåt"
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


def with_waiver(document: Document, fraga: str, rule: str) -> tuple[Document, int] | None:
    """Return a file with a rule waived for an answer, and where in it the reason is to be written: it is empty.

    None where the rule stands there already, or the answer is not written as one.
    """
    keys: Keys = ("svar", fraga)
    if document.key(keys) is None or document.key((*keys, _WAIVERS, rule)) is not None:
        return None
    node = document.find(keys)
    if isinstance(node, Sequence):
        return None
    before = _without(document, keys)
    if isinstance(node, Scalar) and (node.text or node.style):
        document = lengthened(document, keys)
        node = document.find(keys)
    if document.key((*keys, _WAIVERS)) is not None:
        again = set_text(document, (*keys, _WAIVERS, rule), "")
    elif isinstance(node, Mapping) and node.entries:
        read, _ = parse(document.bom + _inserted(document, node, f'{_WAIVERS}: {{{rule}: ""}}'), document.path)
        if read is None:
            return None
        again = read
    else:
        return None
    reason = again.find((*keys, _WAIVERS, rule))
    if not isinstance(reason, Scalar) or reason.text or reason.style != '"' or _without(again, keys) != before:
        return None
    return again, reason.start + 1


def _inserted(document: Document, node: Mapping, line: str) -> str:
    """Return a file's text with a line put in an answer: before its text, as people write it, or else first."""
    source = document.source
    keys = {key: where for key, (where, _) in node.entries.items()}
    at = keys.get("text") or next(iter(keys.values()))
    if node.is_flow:
        return f"{source[: at.start]}{line}, {source[at.start :]}"
    start = source.rfind("\n", 0, at.start) + 1
    newline = "\r\n" if "\r\n" in source else "\n"
    return f"{source[:start]}{source[start : at.start]}{line}{newline}{source[start:]}"


def _without(document: Document, keys: Keys) -> object:
    """Return all that a file says but what is waived for an answer."""
    said = _keys(document)
    svar = said["svar"]
    assert isinstance(svar, dict)  # noqa: S101 - the answer is in it
    entry = svar[str(keys[1])]
    own = (
        {key: value for key, value in entry.items() if key != _WAIVERS} if isinstance(entry, dict) else {"text": entry}
    )
    return {**said, "svar": {**svar, str(keys[1]): own}}
