"""Which part of a package is the document: its relationships say so, and it gets the name that it usually has.

Word calls it ``word/document.xml``; SharePoint, and programs of other houses, call it as they like.
"""

import posixpath

from rapport.word.ns import DamagedError, Element, parse, serialise

Parts = dict[str, bytes]
DOCUMENT = "word/document.xml"
CONTENT_TYPES = "[Content_Types].xml"


def relations_of(part: str) -> str:
    """Return the name of the part that holds a part's relationships; "" stands for the package itself."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"


def with_usual_name(parts: Parts) -> Parts:
    """Return a package whose document has its usual name; the relationships say which part it is, and no name does."""
    try:
        main = _main_part(parts)
    except DamagedError:
        return parts
    if main in (None, DOCUMENT):
        return parts
    moved = {DOCUMENT: main, relations_of(DOCUMENT): relations_of(main)}
    kept = {name: part for name, part in parts.items() if name not in {*moved, *moved.values()}}
    renamed = {new: parts[old] for new, old in moved.items() if old in parts}
    if relations_of(DOCUMENT) in renamed:
        renamed[relations_of(DOCUMENT)] = _rooted(renamed[relations_of(DOCUMENT)], main.rpartition("/")[0])
    if "_rels/.rels" in kept:
        root = parse(kept["_rels/.rels"])
        for relation in root:
            if _is_main(relation):
                relation.set("Target", DOCUMENT)
        kept["_rels/.rels"] = serialise(root)
    if CONTENT_TYPES in kept:
        kept[CONTENT_TYPES] = _retyped(kept[CONTENT_TYPES], main)
    return {**kept, **renamed}


def _is_main(relation: Element) -> bool:
    return (relation.get("Type") or "").endswith("/officeDocument")


def _main_part(parts: Parts) -> str | None:
    """Return the name of the part that the package says is its document; None where it says none that is there."""
    raw = parts.get(relations_of(""))
    targets = [relation.get("Target") or "" for relation in parse(raw) if _is_main(relation)] if raw else []
    wanted = {posixpath.normpath(target.lstrip("/")).casefold() for target in targets[:1]}
    return next((name for name in parts if name.casefold() in wanted), None)


def _rooted(raw: bytes, folder: str) -> bytes:
    """Return relationships with their targets written from the package's root, as seen from a part in a folder."""
    root = parse(raw)
    for relation in root:
        target = relation.get("Target") or ""
        if relation.get("TargetMode") != "External" and not target.startswith("/"):
            relation.set("Target", posixpath.normpath(f"/{folder}/{target}"))
    return serialise(root)


def _retyped(raw: bytes, main: str) -> bytes:
    root = parse(raw)
    for override in list(root):
        if override.get("PartName") == f"/{DOCUMENT}":
            root.remove(override)
    for override in root:
        if (override.get("PartName") or "").casefold() == f"/{main}".casefold():
            override.set("PartName", f"/{DOCUMENT}")
    return serialise(root)
