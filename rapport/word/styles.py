"""The styles that a document has, found by name: ids differ between languages and programs."""

from collections.abc import Iterator

from rapport.word.ns import Element, child_val, get, is_on, qn, val
from rapport.word.package import Parts, part_root

_SIZE = 10  # points, where nothing is said


class Styles:
    """Looks up style ids by the names that a document's styles have, and what styles inherit."""

    def __init__(self, parts: Parts) -> None:
        root = part_root(parts, "styles")
        found = root.findall(qn("w:style")) if root is not None else []
        self._default = child_val(root, "w:docDefaults/w:rPrDefault/w:rPr/w:sz") if root is not None else None
        self._by_id = {get(style, "w:styleId") or "": style for style in found}
        self._values: dict[tuple[str | None, str], str | None] = {}
        self._switches: dict[tuple[str | None, str], bool] = {}
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
        halves = self.chain_val(style_id, "w:rPr/w:sz") or self._default or ""
        return int(halves) / 2 if halves.isdigit() and int(halves) else _SIZE

    def chain_val(self, style_id: str | None, path: str) -> str | None:
        """Return a value that a style has or inherits."""
        if (style_id, path) not in self._values:
            values = (child_val(style, path) for style in self._chain(style_id))
            self._values[style_id, path] = next((value for value in values if value is not None), None)
        return self._values[style_id, path]

    def is_on(self, style_id: str | None, toggle: str) -> bool:
        """Return whether a style, or one it is based on, switches a run property (w:b, w:i, w:vanish) on."""
        if (style_id, toggle) not in self._switches:
            states = (switch(style.find(qn("w:rPr")), toggle) for style in self._chain(style_id))
            self._switches[style_id, toggle] = next((state for state in states if state is not None), False)
        return self._switches[style_id, toggle]

    def _chain(self, style_id: str | None) -> Iterator[Element]:
        seen: set[str] = set()
        while style_id and style_id in self._by_id and style_id not in seen:
            seen.add(style_id)
            style = self._by_id[style_id]
            yield style
            style_id = child_val(style, "w:basedOn")


def switch(properties: Element | None, toggle: str) -> bool | None:
    """Return what run properties say of a toggle: on, off, or nothing."""
    found = properties.find(qn(toggle)) if properties is not None else None
    return None if found is None else is_on(get(found, "w:val"))


def _key(style: Element) -> tuple[str, str]:
    return get(style, "w:type") or "paragraph", (child_val(style, "w:name") or "").lower()
