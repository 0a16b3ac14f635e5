"""Waivers put to an answer, changed and taken away: every other byte of the file as it was."""

import re
from collections.abc import Iterator

from rapport.store.edit import end_of, lengthened, replace_text, set_text
from rapport.store.nodes import AnyNode, Document, Keys, Mapping, Scalar, Sequence, plain
from rapport.store.yaml import parse

_WAIVERS = "tillåt"
_COMMENT = re.compile(r"#[^\r\n]*")


def with_reason(document: Document, fraga: str, rule: str, reason: str) -> Document | None:
    """Return a file with a rule waived for an answer, and the reason; "" takes the waiver away.

    None where what is waived is not written so that it can be changed, or there is no answer.
    """
    keys: Keys = ("svar", fraga)
    if not reason:
        return _without_waiver(document, keys, rule)
    if document.key((*keys, _WAIVERS, rule)) is None:
        is_empty = document.key(keys) is not None and plain(document.find(keys)) == ""
        made = with_waiver(set_text(document, (*keys, "text"), "") if is_empty else document, fraga, rule)
        if made is None:
            return None
        document, _ = made
    found = document.find((*keys, _WAIVERS, rule))
    return replace_text(document, (*keys, _WAIVERS, rule), reason) if isinstance(found, Scalar) else None


def _without_waiver(document: Document, keys: Keys, rule: str) -> Document | None:
    """Return a file without a waiver; as it is where it has none."""
    waivers, entry = document.find((*keys, _WAIVERS)), document.find(keys)
    if document.key((*keys, _WAIVERS, rule)) is None:
        return document
    if not isinstance(waivers, Mapping) or not isinstance(entry, Mapping):
        return None
    is_last = len(waivers.entries) == 1
    source = _cut(document.source, entry if is_last else waivers, _WAIVERS if is_last else rule)
    again, _ = parse(document.bom + source, document.path)
    if again is None or again.key((*keys, _WAIVERS, rule)) is not None:
        return None
    left = {key for key in waivers.entries if key != rule}
    now = again.find((*keys, _WAIVERS))
    is_right = {*now.entries} == left if left and isinstance(now, Mapping) else not left
    return again if is_right and _without(again, keys) == _without(document, keys) else None


def _cut(source: str, parent: Mapping, name: str) -> str:
    """Return a text without a key and its value; a comment that stood on their lines has one of its own."""
    key, value = parent.entries[name]
    if parent.is_flow:
        return _cut_from_flow(source, parent, name)
    start, end = source.rfind("\n", 0, key.start) + 1, end_of(source, value)
    newline = "\r\n" if "\r\n" in source else "\n"
    comments = [found[0] for at, to in _gaps(key, value, end) for found in _COMMENT.finditer(source, at, to)]
    kept = "".join(f"{' ' * (key.column - 1)}{comment}{newline}" for comment in comments)
    return source[:start] + kept + source[end:]


def _cut_from_flow(source: str, parent: Mapping, name: str) -> str:
    """Return a text without a key and its value within braces, and without the comma that parts it from another."""
    names = [*parent.entries]
    at = names.index(name)
    key, value = parent.entries[name]
    if at + 1 < len(names):
        return source[: key.start] + source[parent.entries[names[at + 1]][0].start :]
    start = parent.entries[names[at - 1]][1].end if at else key.start
    return source[:start] + source[value.end :]


def _gaps(key: Scalar, value: AnyNode, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of some lines outside of keys and values, where nothing but comments can stand."""
    at, last = key.end, value
    for inner, held in value.entries.values() if isinstance(value, Mapping) else ():
        yield at, inner.start
        yield inner.end, held.start
        at, last = held.end, held
    if value is last:
        yield at, value.start
        at = value.end
    if not (isinstance(last, Scalar) and last.style in ("|", ">")):  # behind lines of text no comment of its own
        yield at, end


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
    said = plain(document.root)
    assert isinstance(said, dict)  # noqa: S101 - a file is keys
    svar = said["svar"]
    assert isinstance(svar, dict)  # noqa: S101 - the answer is in it
    entry = svar[str(keys[1])]
    own = (
        {key: value for key, value in entry.items() if key != _WAIVERS} if isinstance(entry, dict) else {"text": entry}
    )
    return {**said, "svar": {**svar, str(keys[1]): own}}
