"""Editing a YAML file's text: one value replaced, every other byte as it was.

The file is never dumped anew. The span of the value is cut out of the text and its new form put in, so
comments, order, quoting, line breaks and a byte order mark stay by construction.
"""

import json
import re

from rapport.store.nodes import AnyNode, Document, Keys, Mapping, Scalar, Sequence
from rapport.store.quote import is_plain
from rapport.store.yaml import nfc, parse

_STEP = 2  # blanks that a block's lines stand in from their key
# What YAML takes for a line break or will not have as it is.
_ESCAPED = re.compile("[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


def replace_text(document: Document, keys: Keys, text: str) -> Document:
    """Return the document with the text that a path of keys leads to replaced.

    A list on one line, of boxes say, counts as a text. KeyError when the path leads to none. The new value reads back
    as exactly ``text``, NFC-normalised.
    """
    text = nfc(text)
    node, key = document.find(keys), document.key(keys)
    if isinstance(node, Sequence) and key is not None and document.source.startswith("[", node.start):
        source = document.source[: node.start] + _inline(text) + document.source[node.end :]
        return _reread(document, source, keys, text)
    if not isinstance(node, Scalar) or key is None:
        raise KeyError(keys)
    if node.text == text:
        return document
    parent = document.find(keys[:-1])
    is_flow = isinstance(parent, Mapping) and parent.is_flow
    source = _splice(document.source, node, _block(text, key) if not is_flow else None, _inline(text))
    return _reread(document, source, keys, text)


def set_text(document: Document, keys: Keys, text: str) -> Document:
    """Return the document with a text set where a path of keys leads; the last key is added where it is missing.

    All keys but the last must be there. An answer in its short form becomes the long form when it gets a key.
    """
    if document.key(keys) is not None:
        return replace_text(document, keys, text)
    parent, key = document.find(keys[:-1]), document.key(keys[:-1])
    if isinstance(parent, Scalar) and (parent.text or parent.style) and key is not None:
        return set_text(lengthened(document, keys[:-1]), keys, text)
    return _reread(document, _inserted(document, parent, key, str(keys[-1]), nfc(text)), keys, nfc(text))


def lengthened(document: Document, keys: Keys) -> Document:
    """Return the document with an answer's short form, just its text, written as ``text:`` under its key."""
    node, key = document.find(keys), document.key(keys)
    if not isinstance(node, Scalar) or key is None:
        raise KeyError(keys)
    lines = _entry("text", node.text, key.column - 1 + _STEP)
    source = _splice(document.source, node, ("", lines), "")
    return _reread(document, source, (*keys, "text"), node.text)


def _reread(document: Document, source: str, keys: Keys, text: str) -> Document:
    """Read changed source again; what is written must read back as it was meant, or the fault is ours."""
    again, _ = parse(document.bom + source, document.path)
    found = again.find(keys) if again else None
    if again is None or not isinstance(found, Scalar) or found.text != text:
        raise AssertionError(f"{document.path}, {keys}: the new text does not read back as it was written")
    return again


def _inserted(document: Document, parent: AnyNode, key: Scalar | None, name: str, text: str) -> str:
    source = document.source
    newline = "\r\n" if "\r\n" in source else "\n"
    if isinstance(parent, Mapping) and parent.is_flow:
        end = source.rindex("}", parent.start, parent.end)
        comma = ", " if parent.entries else ""
        return f"{source[:end].rstrip()}{comma}{_inline(name)}: {_inline(text)}{source[end:]}"
    if isinstance(parent, Mapping) and parent.entries:
        first, _ = next(iter(parent.entries.values()))
        at, indent = end_of(source, parent), first.column - 1
    else:  # a key with nothing after it yet
        at, indent = _line_end(source, parent.end), (key.column - 1 if key else -_STEP) + _STEP
    before = source[:at] if source[:at].endswith("\n") or not at else source[:at] + newline
    return before + "".join(line + newline for line in _entry(name, text, indent)) + source[at:]


def _entry(name: str, text: str, indent: int) -> list[str]:
    """Return the lines of one key and its text."""
    key = _inline(name) if name[:1].isdigit() else name
    place = Scalar(1, indent + 1, 0, 0, name)
    head, lines = _block(text, place) or (_inline(text), [])
    return [f"{' ' * indent}{key}: {head}", *lines]


def end_of(source: str, node: AnyNode) -> int:
    """Return where the last line of a node ends, comments and blank lines below it not counted."""
    if isinstance(node, Mapping) and node.entries and not node.is_flow:
        key, value = list(node.entries.values())[-1]
        return max(end_of(source, value), _line_end(source, key.end))
    if isinstance(node, Scalar) and node.style in ("|", ">"):
        return _old_block(source, node)[1]
    return _line_end(source, node.end)


def _line_end(source: str, offset: int) -> int:
    found = source.find("\n", offset)
    return len(source) if found < 0 else found + 1


def _splice(source: str, node: Scalar, block: tuple[str, list[str]] | None, inline: str) -> str:
    """Return the source with a value replaced; a comment on the value's first line stays there."""
    newline = "\r\n" if "\r\n" in source else "\n"
    start, end = node.start, node.end
    comment = ""
    if node.style in ("|", ">"):
        comment, end = _old_block(source, node)
    elif block:
        comment, _, _ = source[end:].partition("\n")
        end = min(end + len(comment) + 1, len(source))
    gap = "" if source[:start].endswith((" ", "\t", "\n")) else " "
    head, lines = block or (inline, [])
    ends_line = bool(block) or node.style in ("|", ">")
    new = gap + head + comment.rstrip("\r") + (newline if ends_line else "") + "".join(line + newline for line in lines)
    before = source[:start] if head else source[:start].rstrip(" ")  # a key with its value below has no blank behind it
    return before + new + source[end:]


def _old_block(source: str, node: Scalar) -> tuple[str, int]:
    """Return the comment on a block's first line, and where its last line of text ends.

    Blank lines below the text are left in place.
    """
    header, _, _ = source[node.start :].partition("\n")
    body_start = min(node.start + len(header) + 1, len(source))
    body = source[body_start : max(node.end, body_start)].rstrip()
    line_end = source.find("\n", body_start + len(body)) if body else body_start - 1
    match = re.match(r"[|>][-+\d]*(.*)", header)
    return match[1] if match else "", len(source) if line_end < 0 else line_end + 1


def _block(text: str, key: Scalar) -> tuple[str, list[str]] | None:
    """Return a literal block's first line and its lines of text; None when the text cannot be one."""
    body = text.removesuffix("\n")
    lines = body.split("\n")
    is_ragged = any(line and not line.strip() for line in lines) or not lines[-1]
    if not body or "\n" not in text or is_ragged or _ESCAPED.search(text):
        return None
    first = next(line for line in lines if line)
    indicator = str(_STEP) if first.startswith((" ", "\t")) else ""
    indent = " " * (key.column - 1 + _STEP)
    return f"|{indicator}{'' if text.endswith(chr(10)) else '-'}", [indent + line if line else "" for line in lines]


def _inline(text: str) -> str:
    """Return a text as a scalar on one line: plain where that is safe, or else double-quoted."""
    if is_plain(text):
        return text
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False))
