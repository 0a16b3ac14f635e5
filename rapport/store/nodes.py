"""A YAML file as nodes that know their places, from the text that the file has."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from rapport.finding import Finding, Place, Related
from rapport.store.moved import Moved, line_starts


@dataclass(slots=True)
class Node:
    """A value with its span: line and column from 1, and character offsets, in the file as it is saved."""

    line: int
    column: int
    start: int
    end: int


@dataclass(slots=True)
class Scalar(Node):
    """A piece of text, NFC-normalised; ``style`` is "" (plain), ', ", | or >."""

    text: str
    style: str = ""


@dataclass(slots=True)
class Mapping(Node):
    """Keys and values in file order. A repeated key is kept in ``duplicates``, never read."""

    entries: dict[str, tuple[Scalar, "AnyNode"]] = field(default_factory=dict)
    duplicates: list[tuple[Scalar, "AnyNode"]] = field(default_factory=list)
    is_flow: bool = False


@dataclass(slots=True)
class Sequence(Node):
    """Values in file order."""

    items: list["AnyNode"] = field(default_factory=list)


AnyNode = Scalar | Mapping | Sequence
Plain = str | list["Plain"] | dict[str, "Plain"]
Keys = tuple[str | int, ...]


@dataclass(frozen=True)
class Document:
    """One YAML file as read: its text as saved but for a leading byte order mark, and its root mapping.

    Where the file has got another text since, which cannot be read, ``moved`` leads to the places there.
    """

    path: str
    source: str
    root: Mapping
    bom: str = ""
    moved: Moved | None = None

    def place(self, node: Node) -> Place:
        """Return where a node stands."""
        return self.place_at(node.start) if self.moved else Place(self.path, node.line, node.column)

    def place_at(self, offset: int) -> Place:
        """Return where a character of the source stands."""
        offset = self.moved.offset(offset) if self.moved else offset
        line = bisect_right(self._line_starts, offset)
        return Place(self.path, line, offset - self._line_starts[line - 1] + 1)

    @cached_property
    def _line_starts(self) -> list[int]:
        return self.moved.line_starts if self.moved else line_starts(self.source)

    def find(self, keys: Keys) -> AnyNode:
        """Return the node that a path of keys leads to, or the deepest one on the way to it."""
        node: AnyNode = self.root
        for key in keys:
            if isinstance(node, Mapping) and key in node.entries:
                node = node.entries[str(key)][1]
            elif isinstance(node, Sequence) and isinstance(key, int) and key < len(node.items):
                node = node.items[key]
            else:
                break
        return node

    def key(self, keys: Keys) -> Scalar | None:
        """Return the key that a path ends in, as a node, when the file has it; the root has none."""
        if not keys:
            return None
        parent = self.find(keys[:-1])
        entry = parent.entries.get(str(keys[-1])) if isinstance(parent, Mapping) else None
        return entry[0] if entry else None


def plain(node: AnyNode) -> Plain:
    """Return a node as bare texts, lists and dicts."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key: plain(value) for key, (_, value) in node.entries.items()}


_SHOWN = 20  # keys that come again, one by one; more are numbered
_TWICE: dict[Keys, str] = {
    ("svar",): "Fråga {} besvaras två gånger.",
    ("källor",): "Källan {} står två gånger; bara den första gäller.",
}


def repeated_keys(document: Document, mapping: Mapping, keys: Keys = ()) -> Iterator[Finding]:
    """Yield a finding for every repeated key; a repeated question is an answer given twice."""
    for again, _ in mapping.duplicates[:_SHOWN]:
        first = mapping.entries[again.text][0]
        is_svar = keys == ("svar",)
        yield Finding(
            "dubbelt-svar" if is_svar else "yaml",
            "error",
            _TWICE.get(keys, "Nyckeln {} står två gånger.").format(again.text),
            f"Behåll ett ställe: rad {first.line} eller rad {again.line}.",
            document.place(again),
            fraga=again.text if is_svar else None,
            related=(Related(document.place(first), again.text if is_svar else None),),
        )
    if further := mapping.duplicates[_SHOWN:]:
        message = f"Ytterligare {len(further)} nycklar står flera gånger, den sista på rad {further[-1][0].line}."
        yield Finding("yaml", "error", message, "Behåll ett ställe för varje.", document.place(further[0][0]))
    for key, (_, value) in mapping.entries.items():
        if isinstance(value, Mapping):
            yield from repeated_keys(document, value, (*keys, key))
