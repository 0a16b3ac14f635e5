"""The styles that a document has, found by name: ids differ between languages and programs."""

from rapport.word.ns import Element, child_val, get, parse, qn
from rapport.word.package import Parts
from rapport.word.relations import find_part


class Styles:
    """Looks up style ids by the names that a document's styles have."""

    def __init__(self, parts: Parts) -> None:
        name = find_part(parts, "styles")
        root = parse(parts[name]) if name in parts and name else None
        found = root.findall(qn("w:style")) if root is not None else []
        self._ids = {_key(style): get(style, "w:styleId") or "" for style in found}

    def id(self, kind: str, *names: str) -> str | None:
        """Return the id of the first of the names that the document has as a style of a kind."""
        return next((self._ids[kind, n.lower()] for n in names if (kind, n.lower()) in self._ids), None)

    @property
    def ids(self) -> set[str]:
        """Every style id that the document defines."""
        return set(self._ids.values())


def _key(style: Element) -> tuple[str, str]:
    return get(style, "w:type") or "paragraph", (child_val(style, "w:name") or "").lower()
