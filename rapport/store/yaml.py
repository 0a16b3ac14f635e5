"""YAML text → nodes that know their places. All scalars are text; nothing is executed or expanded.

Of YAML only what a report folder needs is read: mappings, sequences and scalars. Anchors, aliases and tags
are refused, so a small file cannot grow and no code can run.
"""

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from rapport.finding import Finding, Place
from rapport.limits import YAML_DEPTH, YAML_VALUES, Budget, TooMuchError
from rapport.store.nodes import AnyNode, Document, Mapping, Scalar, Sequence, repeated_keys
from rapport.store.yaml_events import events

if TYPE_CHECKING:
    from rapport.store.yaml_errors import Position

BOM = "\ufeff"


def parse(source: str, path: str) -> tuple[Document | None, list[Finding]]:
    """Read YAML text; the document is None when it cannot be read as one mapping."""
    body = source.removeprefix(BOM)
    builder = _Builder(path)
    try:
        builder.build(body)
    except TooMuchError as error:
        return None, [_too_much(path, error)]
    except MarkedYAMLError as error:
        # An unclosed quotation mark is noticed at the end of the file; what helps is where it opens.
        mark = error.context_mark if "quoted" in (error.context or "") else error.problem_mark
        return None, _explained(body, path, error.problem or "", mark)
    except YAMLError:  # control characters: the reader knows no place of its own
        return None, _explained(body, path, "control characters", None)
    if builder.findings or not isinstance(builder.root, Mapping):
        return None, builder.findings or [_not_a_mapping(path)]
    document = Document(path, body, builder.root, source[: len(source) - len(body)])
    return document, list(repeated_keys(document, builder.root))


def nfc(text: str) -> str:
    """Return the text NFC-normalised: a Mac may have saved å as two characters."""
    return unicodedata.normalize("NFC", text)


def _explained(source: str, path: str, problem: str, mark: "Position | None") -> list[Finding]:
    from rapport.store.yaml_errors import explain

    return explain(source, path, problem, mark)


def _too_much(path: str, error: TooMuchError) -> Finding:
    what, hint = error.parts
    return Finding("yaml", "error", f"Filen {what}", hint, Place(path, 1, 1))


def _not_a_mapping(path: str) -> Finding:
    hint = "Börja filen med rader av formen nyckel: värde."
    return Finding("yaml", "error", "Filen är tom eller saknar nycklar.", hint, Place(path, 1, 1))


@dataclass(slots=True)
class _Builder:
    """Puts events together to nodes, without recursion."""

    path: str
    findings: list[Finding] = field(default_factory=list)
    root: AnyNode | None = None
    open: list[Mapping | Sequence] = field(default_factory=list)
    keys: list[Scalar | None] = field(default_factory=list)
    documents: int = 0
    budget: Budget = field(default_factory=Budget)

    def build(self, source: str) -> None:
        """Take in a text, no further than to what is refused: TooMuchError where there is more than is read.

        What is too deep is seen where it becomes that; the parser itself takes the square of how deep it has gone.
        """
        for event in events(source):
            self.take(event)
            if len(self.open) > YAML_DEPTH.most:
                return

    def take(self, event: Event) -> None:
        if isinstance(event, DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self._refuse(event, "Filen har två delar, skilda åt av ---.", "Ta bort raden med ---.")
            return
        if isinstance(event, MappingEndEvent | SequenceEndEvent):
            self.open.pop().end = event.end_mark.index
            self.keys.pop()
            return
        if node := self._node(event):
            self.budget.spend(YAML_VALUES)
            self._put(node)
            if not isinstance(node, Scalar):
                self._enter(node, event)

    def _node(self, event: Event) -> AnyNode | None:
        mark = event.start_mark
        span = (mark.line + 1, mark.column + 1, mark.index, event.end_mark.index)
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
            self._refuse(event, "Ankare (&) och alias (*) får inte användas.", "Skriv texten på varje ställe.")
        if getattr(event, "tag", None) not in (None, "!"):
            self._refuse(event, "Typmärken (!) får inte användas.", "Sätt texten inom citattecken.")
        if isinstance(event, ScalarEvent):
            return Scalar(*span, nfc(event.value), event.style or "")
        if isinstance(event, MappingStartEvent):
            return Mapping(*span, is_flow=bool(event.flow_style))
        return Sequence(*span) if isinstance(event, SequenceStartEvent) else None

    def _put(self, node: AnyNode) -> None:
        if not self.open:
            self.root = self.root or node
            return
        parent = self.open[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
        elif self.keys[-1] is None:
            self.keys[-1] = self._key(node)
        else:
            key, self.keys[-1] = self.keys[-1], None
            is_new = key.text not in parent.entries
            if is_new:
                parent.entries[key.text] = (key, node)
            else:
                parent.duplicates.append((key, node))

    def _key(self, node: AnyNode) -> Scalar:
        if isinstance(node, Scalar):
            return node
        message = "En nyckel måste vara en text."
        self.findings.append(
            Finding(
                "yaml",
                "error",
                message,
                "Sätt texten inom citattecken.",
                Place(self.path, node.line, node.column),
            )
        )
        return Scalar(node.line, node.column, node.start, node.end, "")

    def _enter(self, node: Mapping | Sequence, event: Event) -> None:
        self.open.append(node)
        self.keys.append(None)
        if len(self.open) > YAML_DEPTH.most:
            self._refuse(event, f"Filen har fler än {YAML_DEPTH}.", "Ta bort de inre nivåerna.")

    def _refuse(self, event: Event, message: str, hint: str) -> None:
        mark = event.start_mark
        place = Place(self.path, mark.line + 1, mark.column + 1)
        self.findings.append(Finding("yaml", "error", message, hint, place))
