"""The styles that a document has, found by name: ids differ between languages and programs."""

from collections.abc import Callable
from typing import TypeVar

from rapport.limits import WORD_STYLES, within
from rapport.word.ns import Element, child_val, get, is_on, qn, val, whole
from rapport.word.package import Parts, part_root

_SIZE = 10  # points, where nothing is said
Value = TypeVar("Value", str, bool)
_Known = dict[tuple[str, str], Value | None]  # by a style's id and what is asked of it


class Styles:
    """Looks up style ids by the names that a document's styles have, and what styles inherit."""

    def __init__(self, parts: Parts) -> None:
        root = part_root(parts, "styles")
        found = root.findall(qn("w:style")) if root is not None else []
        within(WORD_STYLES, len(found))
        self._default = child_val(root, "w:docDefaults/w:rPrDefault/w:rPr/w:sz") if root is not None else None
        self._by_id = {get(style, "w:styleId") or "": style for style in found}
        self._values: _Known[str] = {}
        self._switches: _Known[bool] = {}
        self._ids = {_key(style): get(style, "w:styleId") or "" for style in found}

    def id(self, kind: str, *names: str) -> str | None:
        """Return the id of the first of the names that the document has as a style of a kind."""
        return next((self._ids[kind, n.lower()] for n in names if (kind, n.lower()) in self._ids), None)

    def named(self, *names: str) -> list[Element]:
        """Return what gives a paragraph the first of the styles that the document has; nothing when it has none."""
        style = self.id("paragraph", *names)
        return [val("w:pStyle", style)] if style else []

    @property
    def ids(self) -> set[str]:
        """Every style id that the document defines."""
        return set(self._ids.values())

    def name(self, style_id: str | None) -> str:
        """Return a style's name, in lower case; "" when there is no such style."""
        style = self._by_id.get(style_id or "")
        return (child_val(style, "w:name") or "").lower() if style is not None else ""

    def size(self, style_id: str | None) -> float:
        """Return how large the text of a paragraph style is, in points."""
        halves = whole(self.chain_val(style_id, "w:rPr/w:sz") or self._default)
        return halves / 2 if halves else _SIZE

    def chain_val(self, style_id: str | None, path: str) -> str | None:
        """Return a value that a style has or inherits."""
        return self._inherited(self._values, style_id, path, lambda style: child_val(style, path))

    def is_on(self, style_id: str | None, toggle: str) -> bool:
        """Return whether a style, or one it is based on, switches a run property (w:b, w:i, w:vanish) on."""
        return bool(
            self._inherited(self._switches, style_id, toggle, lambda style: switch(style.find(qn("w:rPr")), toggle))
        )

    def _inherited(
        self, known: "_Known[Value]", style_id: str | None, name: str, own: Callable[[Element], Value | None]
    ) -> Value | None:
        """Return what a style says, or the first that does of those it is based on; each is asked once."""
        asked: dict[str, None] = {}
        value: Value | None = None
        while style_id and style_id in self._by_id and style_id not in asked:
            if (style_id, name) in known:
                value = known[style_id, name]
                break
            asked[style_id] = None
            value = own(self._by_id[style_id])
            if value is not None:
                break
            style_id = child_val(self._by_id[style_id], "w:basedOn")
        known.update(dict.fromkeys(((one, name) for one in asked), value))
        return value


def switch(properties: Element | None, toggle: str) -> bool | None:
    """Return what run properties say of a toggle: on, off, or nothing."""
    found = properties.find(qn(toggle)) if properties is not None else None
    return None if found is None else is_on(get(found, "w:val"))


def _key(style: Element) -> tuple[str, str]:
    return get(style, "w:type") or "paragraph", (child_val(style, "w:name") or "").lower()
