"""WordprocessingML by its prefixes, element by element: how one is named, made and read.

``qn("w:p")`` is the only way a tag is written, ``el`` the only way an element is made.
"""

import re
from functools import cache

from lxml import etree

from rapport.errors import InputError

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "xml": "http://www.w3.org/XML/1998/namespace",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
LANGUAGE = "sv-SE"
_PREFIXES = {prefix: NAMESPACES[prefix] for prefix in ("w", "r", "w14")}
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_OFF = ("0", "false", "off")
_LONGEST = 12  # digits: ids go to 2 147 483 647
Element = etree._Element  # noqa: SLF001 - lxml's only name for the type of an element


@cache
def qn(name: str) -> str:
    """Return a prefixed name as lxml wants it: "w:p" → "{http://…}p"."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def el(name: str, attributes: dict[str, str] | None = None, *children: Element) -> Element:
    """Return a new element; attribute names are prefixed too."""
    element = etree.Element(qn(name), nsmap=_PREFIXES)
    for key, value in (attributes or {}).items():
        element.set(qn(key), value)
    element.extend(children)
    return element


def val(name: str, value: str) -> Element:
    """Return an element that only carries a value: ``<w:pStyle w:val="Svar"/>``."""
    return el(name, {"w:val": value})


def xml_text(text: str) -> str:
    """Return a text with every sign that XML cannot hold made visible as �."""
    return _NOT_XML.sub("\ufffd", text)


def text_run(text: str, *properties: Element) -> Element:
    """Return a run with one text, its outer blanks kept."""
    element = el("w:t", {"xml:space": "preserve"})
    element.text = xml_text(text)
    return el("w:r", None, *([el("w:rPr", None, *properties)] if properties else []), element)


def get(element: Element, name: str) -> str | None:
    """Return an attribute by its prefixed name."""
    return element.get(qn(name))


def is_on(value: str | None) -> bool:
    """Return whether a switch that stands with a value, or with none, is on."""
    return value not in _OFF


def child_val(element: Element, path: str) -> str | None:
    """Return ``w:val`` of the first descendant that a path of prefixed names leads to."""
    found: Element | None = element
    for step in _steps(path):
        found = found.find(step) if found is not None else None
        if found is None:
            return None
    return found.get(_VAL) if found is not None else None


@cache
def _steps(path: str) -> tuple[str, ...]:
    return tuple(map(qn, path.split("/")))


_VAL = qn("w:val")


def chosen(alternatives: Element) -> Element:
    """Return the branch of mc:AlternateContent that shows: the first with text in it, or the fallback."""
    branches = list(alternatives)
    return next((branch for branch in branches if next(branch.iter(qn("w:t")), None) is not None), branches[-1])


def text_of(element: Element) -> str:
    """Return what a w:t shows: its outer blanks only where they are kept."""
    text = element.text or ""
    return text.replace("\n", " ") if get(element, "xml:space") == "preserve" else text.strip(" \t\r\n")


def symbol_of(element: Element) -> str:
    """Return what a w:sym shows."""
    code = get(element, "w:char") or ""
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return "\ufffd"


def whole(value: str | None) -> int | None:
    """Return a whole number that is not negative; None where a value is none, or has more digits than any of Word's."""
    return int(value) if value and len(value) < _LONGEST and value.isascii() and value.isdigit() else None


def outermost_boxes(element: Element) -> list[Element]:
    """Return the contents of text boxes; a box inside a box is read with it."""
    tag = qn("w:txbxContent")
    return [box for box in element.iter(tag) if not any(a.tag == tag for a in box.iterancestors())]


DAMAGED = "är skadat: en del av det kan inte läsas. Öppna och spara om det i Word."


class DamagedError(InputError):
    """A part of a document is no XML; see ``package.reading``, which knows which document it is."""


def parse(part: bytes) -> Element:
    """Parse a part of a package: no entities, no network, no huge trees. DamagedError when it is not XML."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        return etree.fromstring(part, parser)
    except etree.XMLSyntaxError as error:
        raise DamagedError(f"Worddokumentet {DAMAGED}") from error


def serialise(element: Element) -> bytes:
    """Return a part as Word writes it."""
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)
