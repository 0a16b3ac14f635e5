"""A .docx as what it is: a zip of named parts, with how they are related and what type each has.

Hostile until read, written the same on every machine.
"""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from lxml import etree

from rapport.archive import UNREADABLE, read_parts, refuse_entities, refuse_swelling
from rapport.disk import opened
from rapport.errors import InputError, reason
from rapport.limits import TooMuchError
from rapport.word.main_part import CONTENT_TYPES, DOCUMENT, Parts, relations_of, with_usual_name
from rapport.word.ns import DAMAGED, NAMESPACES, DamagedError, Element, parse, qn, serialise

__all__ = [
    "CONTENT_TYPES",
    "DOCUMENT",
    "Parts",
    "Relations",
    "copy_part",
    "declare",
    "external_kinds",
    "find_part",
    "part_name",
    "part_root",
    "read_package",
    "reading",
    "relations_of",
    "write_package",
]
BASE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_EPOCH = (1980, 1, 1, 0, 0, 0)


@contextmanager
def reading(file: Path) -> Iterator[Parts]:
    """Give the parts of a .docx to be read; what is damaged in them, or too much, is said with the file's name."""
    try:
        yield read_package(file)
    except DamagedError as error:
        raise InputError(f"{file} {DAMAGED}") from error
    except TooMuchError as error:
        raise InputError(f"{file} {error.words}") from error


def read_package(file: Path) -> Parts:
    """Return the parts of a .docx by name, in file order; InputError when it is none or may do harm.

    The document itself is the part ``DOCUMENT``, whatever it is called in the file.
    """
    try:
        parts = read_parts(file)
    except UNREADABLE as error:
        raise InputError(f"{file} {_what_it_is(file)}") from error
    except OSError as error:
        raise InputError(f"{file} kan inte läsas: {reason(error)}.") from error
    if "content.xml" in parts and "mimetype" in parts:
        raise InputError(f"{file} är ett OpenDocument (.odt), inte ett Worddokument. Spara om det som .docx.")
    refuse_entities(file, parts)
    refuse_swelling(file, parts)
    parts = with_usual_name(parts)
    if DOCUMENT not in parts:
        raise InputError(f"{file} är inget Worddokument (.docx): texten saknas i filen.")
    return parts


def _what_it_is(file: Path) -> str:
    """Return, for a file that is no readable zip, what it looks like and what to do."""
    if file.name.startswith("~$"):
        return "är Words märke för att dokumentet är öppet, inte dokumentet. Stäng det i Word och välj det i stället."
    with opened(file) as stream:
        start = stream.read(8)
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        return "är ett gammalt Worddokument (.doc) eller skyddat med lösenord. Spara om det som .docx utan lösenord."
    if start.startswith(b"PK"):
        return "är skadat eller inte helt. Hämta Worddokumentet på nytt, eller öppna och spara om det i Word."
    return "är inget Worddokument (.docx). Öppna filen i Word och spara om den som .docx."


def write_package(target: Path, parts: Parts) -> None:
    """Write parts to a file; the same parts give the same bytes."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(parts, key=lambda name: (name != "[Content_Types].xml", name != "_rels/.rels")):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            archive.writestr(info, parts[name])


class Relations:
    """The relationships of one part, read from and written back to a package."""

    def __init__(self, parts: Parts, part: str) -> None:
        self._parts, self._name = parts, relations_of(part)
        raw = parts.get(self._name)
        # LibreOffice will not open a package whose relationships carry a prefix.
        self._root = parse(raw or f'<Relationships xmlns="{NAMESPACES["rel"]}"/>'.encode())
        self._by_target: dict[tuple[str, str], str] = {}
        self._by_id: dict[str, str | None] | None = None
        self._taken: set[str] = set()
        self._last = 0

    def target(self, kind: str) -> str | None:
        """Return the target of the first relationship of a kind ("footnotes"), as it is written."""
        return next(iter(self.targets(kind)), None)

    def targets(self, kind: str) -> list[str]:
        """Return the targets of all relationships of a kind ("header"), or of a type in full, as they are written."""
        wanted = kind if "://" in kind else f"{BASE}/{kind}"
        return [r.get("Target") or "" for r in self._root if r.get("Type") == wanted]

    def by_id(self, rel_id: str) -> str | None:
        """Return the target of the relationship with an id."""
        if self._by_id is None:
            self._by_id = {r.get("Id") or "": r.get("Target") for r in reversed(self._root)}  # the first one counts
        return self._by_id.get(rel_id)

    def add(self, kind: str, target: str, *, is_external: bool = False) -> str:
        """Add a relationship, unless we have added the same one; return its id."""
        if known := self._by_target.get((kind, target)):
            return known
        if not self._by_target:
            self._taken = {relation.get("Id") or "" for relation in self._root}
        number = next(n for n in count(self._last + 1) if f"rId{n}" not in self._taken)
        relation = etree.SubElement(self._root, qn("rel:Relationship"))
        relation.set("Id", f"rId{number}")
        relation.set("Type", kind if "://" in kind else f"{BASE}/{kind}")
        relation.set("Target", target)
        if is_external:
            relation.set("TargetMode", "External")
        self._by_target[kind, target], self._by_id = f"rId{number}", None
        self._taken.add(f"rId{number}")
        self._last = number
        return f"rId{number}"

    def save(self) -> None:
        """Write the relationships back, if any were added."""
        if self._by_target:
            self._parts[self._name] = serialise(self._root)


def declare(parts: Parts, name: str, content_type: str) -> None:
    """Tell the package what type a part has, unless it says so already."""
    root = parse(parts[CONTENT_TYPES])
    if any(override.get("PartName") == f"/{name}" for override in root):
        return
    override = etree.SubElement(root, qn("ct:Override"))
    override.set("PartName", f"/{name}")
    override.set("ContentType", content_type)
    parts[CONTENT_TYPES] = serialise(root)


def external_kinds(parts: Parts) -> set[str]:
    """Return the kinds of all relationships, of whatever part, that lead out of the package ("attachedTemplate")."""
    roots = [parse(raw) for name, raw in parts.items() if name.endswith(".rels")]
    outward = (relation for root in roots for relation in root if relation.get("TargetMode") == "External")
    return {(relation.get("Type") or "").rpartition("/")[2] for relation in outward}


def find_part(parts: Parts, kind: str) -> str | None:
    """Return the name of the document's part of a kind ("footnotes"), if it has one."""
    target = Relations(parts, DOCUMENT).target(kind)
    return part_name(target) if target else None


def part_name(target: str) -> str:
    """Return the name of the part that a relationship of the document leads to."""
    return target.lstrip("/") if target.startswith("/") else f"word/{target}"


def copy_part(parts: Parts, name: str, copy: str) -> None:
    """Put a part in the package once more, under another name and with all that it refers to."""
    for old, new in ((name, copy), (relations_of(name), relations_of(copy))):
        if old in parts:
            parts[new] = parts[old]


def part_root(parts: Parts, kind: str) -> Element | None:
    """Return the root of the document's part of a kind, if it has one."""
    name = find_part(parts, kind)
    return parse(parts[name]) if name is not None and name in parts else None
